/** One vacancy: what it offers and asks, whom to ask about it, who would fit. */
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { formatDate } from "../../../../shared/domain/calendar/format.ts";
import { isMendable } from "../../../../shared/domain/vacancies/acts.ts";
import type { Answer } from "../../api/client.ts";
import { makeStale, useRead } from "../../api/read.ts";
import { ActButton } from "../../parts/record/act-button.tsx";
import { AfterSaving } from "../../parts/record/after.tsx";
import { ChangeSheet } from "../../parts/record/change.tsx";
import { ConfirmSheet } from "../../parts/record/confirm.tsx";
import { ContactWays } from "../../parts/record/contact-card.tsx";
import { Fact, Facts } from "../../parts/record/facts.tsx";
import { History } from "../../parts/record/history.tsx";
import { recordWords } from "../../parts/record/words.ts";
import { Failure, Skeleton } from "../../parts/states.tsx";
import { Tag } from "../../parts/tag.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { may, useMe } from "../../shell/me.ts";
import { language } from "../../words/language.ts";
import { Candidates } from "./candidates.tsx";
import { rowsWith, rowWords } from "./rows.ts";
import { WhyNot } from "./why-not.tsx";
import { vacancyWords } from "./words.ts";

export function Vacancy() {
  const { id } = useParams({ from: "/lowongan/$id" });
  const words = vacancyWords.use();
  const { data, error, refetch } = useRead("readVacancy", { params: { id } });
  useTitle(data?.vacancy.title ?? words.title);
  if (data === undefined)
    return (
      <>
        <h1 class="unseen">{words.title}</h1>
        {error ? <Failure error={error} again={() => void refetch()} /> : <Skeleton />}
      </>
    );
  return <Shown {...data} />;
}

function Shown({ vacancy, employer, acts }: Answer<"readVacancy">) {
  const words = vacancyWords.use();
  const record = recordWords.use();
  const me = useMe();
  const { klien } = useSearch({ from: "/lowongan/$id" });
  const { id } = vacancy;
  const [done, setDone] = useState<string>();
  // Only the office whose vacancy it is reads its history.
  const history = useRead("readVacancyHistory", { params: { id }, query: { limit: 1 } }, { enabled: may(me, "changeVacancy") });
  const agreements = useRead("listAgreements", { query: { limit: 100 } }, { enabled: may(me, "readAgreements") });
  const own = history.data !== undefined;
  const isOpen = vacancy.status === "OPEN";
  const under = agreements.data?.items.filter(({ parties }) => parties.some(({ id }) => id === vacancy.employerId)) ?? [];
  const rows = rowsWith(under, vacancy.kbji);
  const all = rowWords(words, record, under);
  const changed = (said: string) => (): void => {
    setDone(said);
    void makeStale("readVacancy", "listVacancies", "readVacancyHistory", "readEmployer", "readCandidates", "readWhyNot");
  };
  return (
    <>
      <div class="heading">
        <div class="stack tight">
          <h1>{vacancy.title}</h1>
          <p class="quiet">
            <Link to="/pemberi-kerja/$id" params={{ id: vacancy.employerId }}>
              {vacancy.employerName}
            </Link>{" "}
            · {words.seats(vacancy.seatsFree, vacancy.seats)} · {words.until(formatDate(vacancy.validUntil, language()))}
          </p>
          <p class="buttons">
            {isOpen ? <Tag tone="good">{words.isOpen}</Tag> : <Tag tone="closed">{words.closed}</Tag>}
            {vacancy.withinOffice && <Tag tone="due">{words.withinOffice}</Tag>}
          </p>
        </div>
        <Acts vacancy={vacancy} acts={acts} rows={rows} words={all} changed={changed} />
      </div>
      <AfterSaving key={id} id={id} />
      {done && (
        <p class="note" data-tone="good" role="status">
          {done}
        </p>
      )}
      {vacancy.withinOffice && <p class="quiet small">{words.withinOfficeWhy}</p>}
      {history.error !== null && !own && <p class="quiet small">{words.otherOffice}</p>}
      <div class="columns">
        <div class="stack">
          <section class="card stack tight" aria-labelledby="record">
            <h2 id="record">{words.record}</h2>
            <Facts rows={rows.filter(({ path }) => path !== "title" && path !== "seats")} words={all} record={vacancy}>
              {vacancy.flags.length > 0 && <Fact label={words.flags}>{vacancy.flags.join(", ")}</Fact>}
            </Facts>
          </section>
          <section class="card stack tight" aria-labelledby="contact">
            <h2 id="contact">{words.contact}</h2>
            <ContactWays contact={employer.contact} />
          </section>
        </div>
        <div class="stack">
          {may(me, "readCandidates") && isOpen && <Candidates id={id} />}
          {may(me, "readMatching") && <WhyNot id={id} client={klien} />}
          {own && <History route="readVacancyHistory" id={id} />}
        </div>
      </div>
    </>
  );
}

type ActsProps = Pick<Answer<"readVacancy">, "vacancy" | "acts"> & {
  readonly rows: ReturnType<typeof rowsWith>;
  readonly words: ReturnType<typeof rowWords>;
  readonly changed: (said: string) => () => void;
};
function Acts({ vacancy, acts, rows, words: all, changed }: ActsProps) {
  const words = vacancyWords.use();
  const record = recordWords.use();
  const [open, setOpen] = useState<"change" | "close">();
  const { id } = vacancy;
  const done = (said: string) => (): void => {
    setOpen(undefined);
    changed(said)();
  };
  return (
    <div class="buttons unprinted">
      <ActButton acts={acts} act="changeVacancy" word={words.change} press={() => setOpen("change")} />
      <ActButton acts={acts} act="closeVacancy" word={words.close} look="bad" press={() => setOpen("close")} />
      {open === "change" && (
        <ChangeSheet
          title={words.change}
          route="changeVacancy"
          params={{ id }}
          rows={rows.filter(({ path }) => isMendable(vacancy, path.split(".")[0] ?? ""))}
          words={all}
          record={vacancy}
          close={() => setOpen(undefined)}
          saved={done(record.saved)}
        />
      )}
      {open === "close" && (
        <ConfirmSheet
          title={words.close}
          does={words.close}
          route="closeVacancy"
          params={{ id }}
          bad
          close={() => setOpen(undefined)}
          done={done(words.closedNow)}
        >
          <p>
            <strong>{vacancy.title}</strong>, {vacancy.employerName}
          </p>
          <p>{words.closeLead}</p>
        </ConfirmSheet>
      )}
    </div>
  );
}
