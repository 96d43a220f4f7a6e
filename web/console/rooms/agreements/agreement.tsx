/** One agreement: what was promised under it and what has come of it, and whether it is in force. */
import { Link, useParams } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import type { Answer } from "../../api/client.ts";
import { makeStale, useRead } from "../../api/read.ts";
import { AfterSaving } from "../../parts/record/after.tsx";
import { Facts } from "../../parts/record/facts.tsx";
import { History } from "../../parts/record/history.tsx";
import { recordWords } from "../../parts/record/words.ts";
import { Failure, Skeleton } from "../../parts/states.tsx";
import { Tag } from "../../parts/tag.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { may, useMe } from "../../shell/me.ts";
import { Acts } from "./acts.tsx";
import { agreementRows } from "./rows.ts";
import { agreementWords } from "./words.ts";

const Delivered = lazy(async () => ({ default: (await import("./delivered.tsx")).Delivered }));

export function Agreement() {
  const { id } = useParams({ from: "/perjanjian/$id" });
  const words = agreementWords.use();
  const { data, error, refetch } = useRead("readAgreement", { params: { id } });
  useTitle(data?.agreement.number ?? words.title);
  if (data === undefined)
    return (
      <>
        <h1 class="unseen">{words.title}</h1>
        {error ? <Failure error={error} again={() => void refetch()} /> : <Skeleton />}
      </>
    );
  return <Shown {...data} />;
}

function Shown({ agreement, employerName, inForce, acts, vacancies }: Answer<"readAgreement">) {
  const words = agreementWords.use();
  const record = recordWords.use();
  const me = useMe();
  const [done, setDone] = useState<string>();
  const changed = (said: string): void => {
    setDone(said);
    void makeStale("readAgreement", "listAgreements", "readAgreementHistory");
  };
  const all = { ...words, yes: record.yes, no: record.no };
  return (
    <>
      <div class="heading">
        <div class="stack tight">
          <h1>
            {agreement.kind} {agreement.number}
          </h1>
          <p class="quiet">
            <Link to="/pemberi-kerja/$id" params={{ id: agreement.employerId }}>
              {employerName}
            </Link>
          </p>
          <p class="buttons">
            {inForce ? (
              <Tag tone="good">{words.inForce}</Tag>
            ) : (
              <Tag tone={agreement.status === "PLANNED" ? "due" : "closed"}>
                {agreement.status === "SIGNED" ? words.notInForce : words.statuses[agreement.status]}
              </Tag>
            )}
          </p>
        </div>
        <Acts agreement={agreement} acts={acts} words={all} changed={changed} />
      </div>
      <AfterSaving key={agreement.id} id={agreement.id} />
      {done && (
        <p class="note" data-tone="good" role="status">
          {done}
        </p>
      )}
      <div class="columns">
        <div class="stack">
          <section class="card stack tight" aria-labelledby="promised">
            <div class="heading">
              <h2 id="promised">{words.promised}</h2>
              {may(me, "openVacancy") && agreement.status !== "TERMINATED" && (
                <Link class="button" to="/lowongan/baru" search={{ pemberi: agreement.employerId, perjanjian: agreement.id }}>
                  {words.openVacancy}
                </Link>
              )}
            </div>
            <p class="quiet">{words.promisedLead}</p>
            <Suspense fallback={<Skeleton lines={2} />}>
              <Delivered vacancies={vacancies} />
            </Suspense>
          </section>
        </div>
        <div class="stack">
          <section class="card stack tight" aria-labelledby="data">
            <h2 id="data">{words.data}</h2>
            <Facts rows={agreementRows} words={all} record={agreement} />
          </section>
          <History route="readAgreementHistory" id={agreement.id} />
        </div>
      </div>
    </>
  );
}
