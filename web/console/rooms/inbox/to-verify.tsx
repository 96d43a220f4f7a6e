/** Certificates that wait for whoever is asked as their second person. */
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useState } from "react";
import type { Answer } from "../../api/client.ts";
import { makeStale, useRead } from "../../api/read.ts";
import { onSent, useUnsent } from "../../outbox/outbox.ts";
import { isDelayed } from "../../outbox/row.ts";
import { Empty, Failure, Skeleton } from "../../parts/states.tsx";
import { Tag } from "../../parts/tag.tsx";
import { fullDay } from "../../words/when.ts";
import { certificateWords } from "../client/certificate/words.ts";
import { inboxWords } from "./words.ts";

const VerifySheet = lazy(async () => ({ default: (await import("../client/certificate/verify.tsx")).VerifySheet }));

type Waiting = Answer<"readCertificateInbox">["items"][number];

export function ToVerify() {
  const words = inboxWords.use();
  const list = useRead("readCertificateInbox", { query: { limit: 100 } });
  const [open, setOpen] = useState<Waiting>();
  useEffect(
    () =>
      onSent(({ route }) => {
        return route === "verifyCertificate" ? makeStale("readCertificateInbox", "countInbox", "readClient") : undefined;
      }),
    [],
  );
  if (list.data === undefined)
    return list.error ? <Failure error={list.error} again={() => void list.refetch()} /> : <Skeleton />;
  if (list.data.items.length === 0) return <Empty title={words.nothingCertificates} />;
  return (
    <>
      <ul class="list">
        {list.data.items.map((certificate) => (
          <Line key={certificate.id} certificate={certificate} open={() => setOpen(certificate)} />
        ))}
      </ul>
      {open && (
        <Suspense fallback={null}>
          <VerifySheet
            id={open.id}
            clientName={open.clientName}
            recordedByName={open.recordedByName}
            close={() => setOpen(undefined)}
          />
        </Suspense>
      )}
    </>
  );
}

function Line({ certificate, open }: { readonly certificate: Waiting; readonly open: () => void }) {
  const words = inboxWords.use();
  const { kinds, validTo, recordedBy, faults, sentBack: sentBackWord, sentBackBecause, mend } = certificateWords.use();
  const { id, clientId, clientName, kind, number, scheme, expiresOn, recordedByName, sentBack, sentBackByName } = certificate;
  const unsent = useUnsent(id);
  const stopped = unsent?.state === "stopped" || unsent?.state === "old";
  return (
    <li>
      <div class="row three" data-id={id}>
        <div>
          <p class="strong">{clientName}</p>
          {recordedByName && !sentBack && (
            <p class="small quiet">
              {recordedBy} {recordedByName}
            </p>
          )}
        </div>
        <div>
          <p>{scheme}</p>
          <p class="small quiet">
            {kinds[kind]} · {number} · {validTo(fullDay(expiresOn))}
          </p>
          {sentBack && <p class="small">{sentBackBecause(faults[sentBack.reason], sentBackByName)}</p>}
        </div>
        <p class="buttons unprinted">
          {unsent ? (
            <Tag tone={stopped ? "late" : isDelayed(unsent) ? "others" : "good"}>
              {stopped ? words.stopped : isDelayed(unsent) ? words.delayed : words.sent}
            </Tag>
          ) : sentBack ? (
            <>
              <Tag tone="late">{sentBackWord}</Tag>
              <Link class="button" to="/klien/$id" params={{ id: clientId }}>
                {mend}
                <span class="unseen">
                  {" "}
                  {scheme}, {clientName}
                </span>
              </Link>
            </>
          ) : (
            <button type="button" class="button" onClick={open}>
              {words.verify}
              <span class="unseen">
                {" "}
                {scheme}, {clientName}
              </span>
            </button>
          )}
        </p>
      </div>
    </li>
  );
}
