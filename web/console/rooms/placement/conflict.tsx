/** What was recorded here and not used: what happened in between, and what can become of it. A stale act is shown, never applied. */
import type { ProcessActName } from "../../../../shared/domain/acts.ts";
import { processActNames } from "../../../../shared/domain/acts.ts";
import { useRefused } from "../../acts/refused.ts";
import { isStopped, type Placement, useStopped } from "../../acts/send.ts";
import { actWords } from "../../acts/words.ts";
import { useRead } from "../../api/read.ts";
import { discard, sendAnyway } from "../../outbox/outbox.ts";
import type { Row } from "../../outbox/row.ts";
import { useMe } from "../../shell/me.ts";
import { said } from "../../words/language.ts";
import { shortMoment } from "../../words/when.ts";
import { renewed } from "./renewed.ts";
import { placementWords } from "./words.ts";

type StoppedProps = { readonly placement: Placement; readonly mend: (act: ProcessActName) => void };
export function StoppedActs({ placement, mend }: StoppedProps) {
  const stopped = useStopped(placement.id).filter(isStopped);
  return (
    <>
      {stopped.map((row) => (
        <StoppedAct key={row.key} row={row} placement={placement} mend={mend} />
      ))}
    </>
  );
}

export const actOf = (row: Row): ProcessActName | undefined => processActNames.find((name) => name === row.act);

/** Refused because things had moved on, and not for what it says. */
const isConflict = ({ refused }: Row): boolean => refused?.status === 409;

function StoppedAct({ row, placement, mend }: StoppedProps & { readonly row: Row }) {
  const { recorded } = actWords.use();
  const words = placementWords.use();
  const act = actOf(row);
  return (
    <div class="note" data-tone="late" role="alert">
      <p>
        <strong>{words.notTaken(act ? recorded[act] : row.act)}</strong> <WhatHappened row={row} />
      </p>
      <p class="buttons">
        <StoppedButtons row={row} placement={placement} mend={mend} />
      </p>
    </div>
  );
}

type ButtonsProps = {
  readonly row: Row;
  /** As it stands now; undefined while that is not known. */
  readonly placement: Placement | undefined;
  /** Opens the sheet of an act, where there is one. */
  readonly mend?: (act: ProcessActName) => void;
};
export function StoppedButtons({ row, placement, mend }: ButtonsProps) {
  const words = placementWords.use();
  const act = actOf(row);
  const isFree = placement?.acts.some((offer) => offer.act === act && offer.blocked === undefined) ?? false;
  const anew = placement && (isConflict(row) || row.state === "old") ? renewed(row, placement) : undefined;
  return (
    <>
      {isFree && anew && <span class="small whole">{words.useNowMeans}</span>}
      {isFree && anew && (
        <button type="button" class="button" onClick={() => void sendAnyway(row.key, { asked: anew, key: crypto.randomUUID() })}>
          {words.useNow}
        </button>
      )}
      {isFree && act && mend && (
        <button type="button" class="button" onClick={() => mend(act)}>
          {words.mend}
        </button>
      )}
      <button type="button" class="button bad" onClick={() => void discard(row.key)}>
        {words.discard}
      </button>
    </>
  );
}

/** Who recorded what in between; where that is not known, what the refusal says. */
export function WhatHappened({ row }: { readonly row: Row }) {
  const words = placementWords.use();
  const me = useMe();
  const zone = me?.office.zone ?? "WIB";
  const asked = isConflict(row);
  const refusedOf = useRefused();
  const history = useRead("readPlacementHistory", { params: { id: row.about }, query: { limit: 5 } }, { enabled: asked });
  if (row.state === "old") return <span>{words.old}</span>;
  const { refused } = row;
  const newest = asked ? history.data?.items[0] : undefined;
  if (newest === undefined)
    return (
      <span>
        {words.refused} {refusedOf(refused)} <small class="code">{refused?.code}</small>
      </span>
    );
  const who = newest.by.id === me?.id ? words.yourself : (newest.by.name ?? said(newest.by.words));
  return <span>{words.conflict(who, said(newest.words), shortMoment(newest.at, zone))}</span>;
}
