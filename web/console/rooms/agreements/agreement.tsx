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
import { Parties, partyLine } from "./parties.tsx";
import { agreementFacts } from "./rows.ts";
import { standingTones } from "./standing.ts";
import { agreementWords } from "./words.ts";

const Delivered = lazy(async () => ({ default: (await import("./delivered.tsx")).Delivered }));

export function Agreement() {
  const { id } = useParams({ from: "/perjanjian/$id" });
  const words = agreementWords.use();
  const { data, error, refetch } = useRead("readAgreement", { params: { id } });
  useTitle(data?.agreement.number ?? data?.agreement.title ?? words.title);
  if (data === undefined)
    return (
      <>
        <h1 class="unseen">{words.title}</h1>
        {error ? <Failure error={error} again={() => void refetch()} /> : <Skeleton />}
      </>
    );
  return <Shown {...data} />;
}

function Shown({ agreement, parties, standing, acts, vacancies, delivered }: Answer<"readAgreement">) {
  const words = agreementWords.use();
  const record = recordWords.use();
  const me = useMe();
  const [done, setDone] = useState<string>();
  const changed = (said: string): void => {
    setDone(said);
    void makeStale("readAgreement", "listAgreements", "readAgreementHistory");
  };
  const employer = parties.find(({ kind }) => kind === "EMPLOYER");
  const { signedTime } = agreement;
  const shown = { ...agreement, signedTime: signedTime && `${signedTime.replace(":", ".")} ${me?.office.zone ?? ""}` };
  const all = { ...words, yes: record.yes, no: record.no };
  return (
    <>
      <div class="heading">
        <div class="stack tight">
          <h1>{[words.short[agreement.kind], agreement.number ?? words.noNumber].join(" ")}</h1>
          <p class="quiet">{partyLine(parties)}</p>
          <p class="buttons">
            <Tag tone={standingTones[standing]}>{words.standings[standing]}</Tag>
          </p>
        </div>
        <Acts agreement={agreement} parties={parties} acts={acts} words={all} changed={changed} />
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
              {may(me, "openVacancy") && employer && agreement.status !== "TERMINATED" && (
                <Link class="button" to="/lowongan/baru" search={{ pemberi: employer.id, perjanjian: agreement.id }}>
                  {words.openVacancy}
                </Link>
              )}
              {may(me, "runTraining") && agreement.status !== "TERMINATED" && agreement.scopes.includes("TRAINING") && (
                <Link class="button" to="/pelatihan/baru" search={{ perjanjian: agreement.id }}>
                  {words.openBatch}
                </Link>
              )}
            </div>
            <p class="quiet">{words.promisedLead}</p>
            <Suspense fallback={<Skeleton lines={2} />}>
              <Delivered vacancies={vacancies} promised={agreement.promised} delivered={delivered} />
            </Suspense>
          </section>
        </div>
        <div class="stack">
          <section class="card stack tight" aria-labelledby="data">
            <h2 id="data">{words.data}</h2>
            <Facts rows={agreementFacts} words={all} record={shown} />
          </section>
          <Parties parties={parties} agreement={agreement} />
          <History route="readAgreementHistory" id={agreement.id} />
        </div>
      </div>
    </>
  );
}
