/** Where the open placement stands, and until when; and what was tried before. */
import { Link } from "@tanstack/react-router";
import { processPath } from "../../../../../shared/pictures/process-path.ts";
import { useRead } from "../../../api/read.ts";
import { useUnsent } from "../../../outbox/outbox.ts";
import { Card } from "../../../parts/card.tsx";
import { FittedPicture } from "../../../parts/picture.tsx";
import { Failure, Skeleton } from "../../../parts/states.tsx";
import { useMe } from "../../../shell/me.ts";
import { pathOf } from "../../../shell/menu.ts";
import { language, said } from "../../../words/language.ts";
import { lastShortDay, shortDayOf } from "../../../words/when.ts";
import type { Detail } from "./detail.ts";
import { pageWords } from "./words.ts";

export function Now({ detail }: { readonly detail: Detail }) {
  const words = pageWords.use();
  const zone = useMe()?.office.zone ?? "WIB";
  const { id: clientId, openPlacement } = detail.client;
  const row = useUnsent(clientId);
  const starting = row?.act === "startPlacement" && (row.state === "waiting" || row.state === "sending");
  const earlier = detail.attempts.filter(({ id }) => id !== openPlacement);
  return (
    <Card title={words.now}>
      {openPlacement ? (
        <Placement id={openPlacement} />
      ) : (
        <div role={starting ? "status" : undefined}>
          <p class="strong">{starting ? words.starting : words.noPlacement}</p>
          <p class="quiet">{starting ? words.startingNext : words.noPlacementNext}</p>
        </div>
      )}
      {earlier.length > 0 && (
        <>
          <h3>{words.earlier}</h3>
          <ul>
            {earlier.map(({ id, attempt, words: status, endedAt, startedAt }) => (
              <li key={id}>
                <Link to={placementPath(id)}>{words.attempt(attempt)}</Link>{" "}
                <span class="quiet">
                  {shortDayOf(endedAt ?? startedAt, zone)} · {said(status)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

const placementPath = (id: string): string => `${pathOf("placements")}/${id}`;

function Placement({ id }: { readonly id: string }) {
  const words = pageWords.use();
  const zone = useMe()?.office.zone ?? "WIB";
  const read = useRead("readPlacement", { params: { id } });
  if (read.data === undefined)
    return read.error ? <Failure error={read.error} again={() => void read.refetch()} /> : <Skeleton lines={3} />;
  const { status, timeline, withoutCertificate, attempt, deadline, followUp } = read.data;
  const until = followUp?.deadline ?? deadline;
  const passed = timeline.map(({ kind }) => kind);
  return (
    <>
      <div class="title">
        <p>
          <span class="strong">{words.attempt(attempt)}</span>
          {until && <span class="quiet"> · {words.until(lastShortDay(until, zone))}</span>}
        </p>
        <Link class="button unprinted" to={placementPath(id)}>
          {words.toPlacement}
        </Link>
      </div>
      <FittedPicture draw={(layout) => processPath({ status, passed, withoutCertificate, layout, language: language() })} />
    </>
  );
}
