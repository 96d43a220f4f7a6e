/** Clients whom other offices ask for: whom to speak to there. */
import { Link } from "@tanstack/react-router";
import { useRead } from "../../api/read.ts";
import { Empty, Failure, Skeleton } from "../../parts/states.tsx";
import { useMe } from "../../shell/me.ts";
import { shortDayOf } from "../../words/when.ts";
import { certificateWords } from "../client/certificate/words.ts";
import { inboxWords } from "./words.ts";

export function Transfers() {
  const words = inboxWords.use();
  const { askedAt, mail, toClient, transferLead } = certificateWords.use();
  const zone = useMe()?.office.zone ?? "WIB";
  const list = useRead("readTransferInbox", { query: { limit: 100 } });
  if (list.data === undefined)
    return list.error ? <Failure error={list.error} again={() => void list.refetch()} /> : <Skeleton />;
  if (list.data.items.length === 0) return <Empty title={words.nothingTransfers} />;
  return (
    <>
      <p class="quiet">{transferLead}</p>
      <ul class="list">
        {list.data.items.map(({ id, clientId, fullName, askedByOffice, askedBy, askedAt: at }) => (
          <li key={id}>
            <div class="row three" data-id={id}>
              <div>
                <Link className="name" to="/klien/$id" params={{ id: clientId }}>
                  {fullName}
                </Link>
                <p class="small quiet">{askedAt(shortDayOf(at, zone))}</p>
              </div>
              <p>{[askedBy?.name, askedByOffice].filter(Boolean).join(", ")}</p>
              <p class="buttons unprinted">
                {askedBy && (
                  <a class="button" href={`mailto:${askedBy.email}`}>
                    {mail}
                    <span class="unseen"> {askedBy.name}</span>
                  </a>
                )}
                <Link className="button" to="/klien/$id" params={{ id: clientId }}>
                  {toClient}
                  <span class="unseen"> {fullName}</span>
                </Link>
              </p>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
