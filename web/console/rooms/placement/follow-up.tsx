/** News of the work: its three days, what each side said of them, and how the work ended. */
import { formatDate } from "../../../../shared/domain/calendar/format.ts";
import { followUpDays } from "../../../../shared/domain/follow-ups/follow-up.ts";
import type { Placement } from "../../acts/send.ts";
import { actWords } from "../../acts/words.ts";
import { Tag, type Tone } from "../../parts/tag.tsx";
import { useMe } from "../../shell/me.ts";
import { language } from "../../words/language.ts";
import { lastShortDay, shortDayOf } from "../../words/when.ts";
import { placementWords } from "./words.ts";

type Known = NonNullable<Placement["followUp"]>;
type Said = Known["said"];

const tones: Readonly<Record<Known["status"], Tone>> = {
  AWAITING_DAY: "others",
  AWAITING_NEWS: "due",
  AWAITING_VISIT: "due",
  COMPLETED: "good",
  ENDED: "closed",
};

export function FollowUp({ placement }: { readonly placement: Placement }) {
  const words = placementWords.use();
  const { lost } = actWords.use();
  const zone = useMe()?.office.zone ?? "WIB";
  const { followUp } = placement;
  if (followUp === undefined) return null;
  const { status, day, days, deadline, lostWork } = followUp;
  const outcomes: Readonly<Record<string, string>> = words.outcome;
  const isOver = status === "COMPLETED" || status === "ENDED";
  return (
    <section aria-labelledby="follow-up" class="stack tight">
      <h2 class="group" id="follow-up">
        {words.followUp}
      </h2>
      <ol class="list">
        {followUpDays.map((no) => {
          const past = days.find((known) => known.day === no);
          const isNow = !past && no === day && !isOver;
          return (
            <li key={no} class="row">
              <p class="buttons">
                <span class="strong">{words.day(no)}</span>
                {past ? (
                  <Tag tone={past.outcome === "RETAINED" ? "good" : "closed"}>{outcomes[past.outcome] ?? past.outcome}</Tag>
                ) : isNow ? (
                  <Tag tone={tones[status]}>{words.followUpStatus[status]}</Tag>
                ) : (
                  <span class="small quiet">{isOver ? "–" : words.ahead}</span>
                )}
                {isNow && deadline && (
                  <small class="quiet">
                    {status === "AWAITING_DAY" ? shortDayOf(deadline, zone) : words.until(lastShortDay(deadline, zone))}
                  </small>
                )}
              </p>
              <WhatWasSaid said={past?.said ?? (isNow ? followUp.said : undefined)} />
            </li>
          );
        })}
      </ol>
      {lostWork && (
        <p>
          <Tag tone="closed">{words.followUpStatus.ENDED}</Tag>{" "}
          {[words.lastDay(formatDate(lostWork.lastDay, language())), lost.reasons[lostWork.reason]].join(", ")}
        </p>
      )}
    </section>
  );
}

function WhatWasSaid({ said }: { readonly said: Said | undefined }) {
  const words = placementWords.use();
  const zone = useMe()?.office.zone ?? "WIB";
  if (said === undefined) return null;
  return (
    <ul class="small">
      {(["employer", "client", "visit"] as const).map((side) => {
        const news = said[side];
        if (news === undefined) return null;
        const told = [
          news.stillThere ? words.still : words.gone,
          news.paidAsAgreed === false && words.notPaid,
          news.safe === false && words.notSafe,
        ].filter(Boolean);
        return (
          <li key={side}>
            <span class="quiet">
              {words.saidBy[side]}, {shortDayOf(news.at, zone)}:
            </span>{" "}
            {told.join(", ")}
          </li>
        );
      })}
    </ul>
  );
}
