/** One batch: what is taught where, who takes part, who was there, and what came of it. */
import { Link, useParams } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import type { Answer } from "../../api/client.ts";
import { makeStale, useRead } from "../../api/read.ts";
import { ActButton, canNow } from "../../parts/record/act-button.tsx";
import { AfterSaving } from "../../parts/record/after.tsx";
import { ChangeSheet } from "../../parts/record/change.tsx";
import { ConfirmSheet } from "../../parts/record/confirm.tsx";
import { Fact, Facts } from "../../parts/record/facts.tsx";
import { recordWords } from "../../parts/record/words.ts";
import { Failure, Skeleton } from "../../parts/states.tsx";
import { Tag } from "../../parts/tag.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { useMe } from "../../shell/me.ts";
import { fullDay, shortDay } from "../../words/when.ts";
import { batchFacts, batchRows, rowWords } from "./rows.ts";
import { trainingWords } from "./words.ts";

const EnrolSheet = lazy(async () => ({ default: (await import("./enrol.tsx")).EnrolSheet }));
const AttendanceSheet = lazy(async () => ({ default: (await import("./attendance.tsx")).AttendanceSheet }));
const ResultsSheet = lazy(async () => ({ default: (await import("./results.tsx")).ResultsSheet }));

type Detail = Answer<"readBatch">;
type Person = Detail["participants"][number];
const tones = { OPEN: "others", COMPLETED: "good", CANCELLED: "closed" } as const;
const stateTones = {
  ENROLLED: "others",
  WAITING: "due",
  LEFT: "closed",
  COMPLETED: "good",
  NOT_COMPLETED: "closed",
} as const;

export function Batch() {
  const { id } = useParams({ from: "/pelatihan/$id" });
  const words = trainingWords.use();
  const { data, error, refetch } = useRead("readBatch", { params: { id } });
  useTitle(data?.batch.title ?? words.title);
  if (data === undefined)
    return (
      <>
        <h1 class="unseen">{words.title}</h1>
        {error ? <Failure error={error} again={() => void refetch()} /> : <Skeleton />}
      </>
    );
  return <Shown {...data} />;
}

function Shown(detail: Detail) {
  const { batch, acts } = detail;
  const words = trainingWords.use();
  const record = recordWords.use();
  const [open, setOpen] = useState<"enrol" | "attend" | "results" | "change">();
  const { id } = batch;
  return (
    <>
      <div class="heading">
        <div class="stack tight">
          <h1>{batch.title}</h1>
          <p class="quiet">{words.span(fullDay(batch.startsOn), fullDay(batch.endsOn))}</p>
          <p class="buttons">
            <Tag tone={tones[batch.status]}>{words.statuses[batch.status]}</Tag>
          </p>
        </div>
        <p class="buttons unprinted">
          <ActButton acts={acts} act="recordAttendance" word={words.attend} look="first" press={() => setOpen("attend")} />
          <ActButton acts={acts} act="enrolParticipants" word={words.enrol} press={() => setOpen("enrol")} />
          <ActButton acts={acts} act="recordResults" word={words.results} press={() => setOpen("results")} />
          <ActButton acts={acts} act="changeBatch" word={words.change} press={() => setOpen("change")} />
        </p>
      </div>
      {detail.participants.length === 0 && <AfterSaving key={id} id={id} />}
      {open && <Open detail={detail} open={open} close={() => setOpen(undefined)} />}
      <div class="columns">
        <Participants detail={detail} />
        <div class="stack">
          <Attendance detail={detail} />
          <section class="card stack tight" aria-labelledby="data">
            <h2 id="data">{words.data}</h2>
            <Facts rows={batchFacts} words={rowWords(words, { yes: record.yes, no: record.no })} record={batch}>
              {detail.organisationName && <Fact label={words.heldBy}>{detail.organisationName}</Fact>}
              {detail.employerName && <Fact label={words.forEmployer}>{detail.employerName}</Fact>}
            </Facts>
          </section>
        </div>
      </div>
    </>
  );
}

type OpenProps = {
  readonly detail: Detail;
  readonly open: "enrol" | "attend" | "results" | "change";
  readonly close: () => void;
};
function Open({ detail, open, close }: OpenProps) {
  const words = trainingWords.use();
  const record = recordWords.use();
  const today = useMe()?.now.slice(0, 10) ?? "";
  const { batch, participants, attendance, seatsFree } = detail;
  const { id } = batch;
  const done = (): void => {
    close();
    void makeStale("readBatch", "listBatches", "readClient", "listCertificates", "countInbox", "readCertificateInbox");
  };
  const seated = participants.filter(({ state }) => state === "ENROLLED");
  const own = { id, close, done };
  if (open === "change")
    return (
      <ChangeSheet
        title={words.changeTitle}
        route="changeBatch"
        params={{ id }}
        rows={batchRows}
        words={rowWords(words, { yes: record.yes, no: record.no })}
        record={batch}
        close={close}
        saved={done}
      />
    );
  return (
    <Suspense fallback={null}>
      {open === "enrol" && (
        <EnrolSheet
          {...own}
          there={participants.filter(({ state }) => state !== "LEFT").map(({ clientId }) => clientId)}
          seatsFree={seatsFree}
        />
      )}
      {open === "attend" && <AttendanceSheet {...own} people={seated} days={attendance} today={today} last={batch.endsOn} />}
      {open === "results" && <ResultsSheet {...own} scheme={batch.scheme !== undefined} people={seated} today={today} />}
    </Suspense>
  );
}

function Participants({ detail }: { readonly detail: Detail }) {
  const words = trainingWords.use();
  const [leaving, leave] = useState<Person>();
  const { batch, participants, attendance, seatsFree, acts } = detail;
  const mayLeave = canNow(acts, "enrolParticipants");
  return (
    <section class="card stack tight" aria-labelledby="participants">
      <h2 id="participants">{words.participants}</h2>
      {batch.status === "OPEN" && <p class="quiet">{words.seatsFree(seatsFree)}</p>}
      {participants.length === 0 ? (
        <p class="quiet">{words.noParticipants}</p>
      ) : (
        <ul class="list">
          {participants.map((one) => (
            <li key={one.clientId}>
              <div class="row two">
                <div>
                  <Link class="name" to="/klien/$id" params={{ id: one.clientId }}>
                    {one.fullName}
                  </Link>
                  <p class="small quiet">
                    {[
                      one.registerNumber,
                      attendance.length > 0 && one.state !== "WAITING" && words.present(one.present, attendance.length),
                      one.certificateId && words.certified,
                    ]
                      .filter(Boolean)
                      .join(" · ")}
                  </p>
                  <p class="buttons">
                    <Tag tone={stateTones[one.state]}>{words.states[one.state]}</Tag>
                  </p>
                </div>
                <span class="buttons">
                  {mayLeave && (one.state === "ENROLLED" || one.state === "WAITING") && (
                    <button
                      type="button"
                      class="button plain unprinted"
                      aria-label={`${words.leave}: ${one.fullName}`}
                      onClick={() => leave(one)}
                    >
                      {words.leave}
                    </button>
                  )}
                </span>
              </div>
            </li>
          ))}
        </ul>
      )}
      {leaving && (
        <ConfirmSheet
          title={words.leaveTitle(leaving.fullName)}
          does={words.leave}
          route="enrolParticipants"
          params={{ id: batch.id }}
          body={{ leave: [leaving.clientId] }}
          close={() => leave(undefined)}
          done={() => {
            leave(undefined);
            void makeStale("readBatch", "listBatches");
          }}
        >
          <p>{words.leaveLead}</p>
        </ConfirmSheet>
      )}
    </section>
  );
}

function Attendance({ detail }: { readonly detail: Detail }) {
  const words = trainingWords.use();
  const { attendance, participants } = detail;
  const names = new Map(participants.map(({ clientId, fullName }) => [clientId, fullName]));
  return (
    <section class="card stack tight" aria-labelledby="attendance">
      <h2 id="attendance">{words.attendance}</h2>
      {attendance.length === 0 ? (
        <p class="quiet">{words.noDays}</p>
      ) : (
        <ul class="lines">
          {attendance.toReversed().map(({ day, absent }) => (
            <li key={day}>
              <span class="strong">{shortDay(day)}</span>{" "}
              <span class="quiet">
                {absent.length === 0 ? words.allThere : words.absent(absent.map((one) => names.get(one) ?? "–").join(", "))}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
