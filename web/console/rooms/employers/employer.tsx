/** One employer: whom to ask, what it offers, what was agreed, and what was done to its record. */
import { Link, useParams } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { formatDate } from "../../../../shared/domain/calendar/format.ts";
import type { Answer } from "../../api/client.ts";
import { makeStale, useRead } from "../../api/read.ts";
import { canNow } from "../../parts/record/act-button.tsx";
import { AfterSaving } from "../../parts/record/after.tsx";
import { ContactWays } from "../../parts/record/contact-card.tsx";
import { Fact, Facts } from "../../parts/record/facts.tsx";
import { History } from "../../parts/record/history.tsx";
import { useStaffName } from "../../parts/record/staff.ts";
import { recordWords } from "../../parts/record/words.ts";
import { Failure, Skeleton } from "../../parts/states.tsx";
import { Tag } from "../../parts/tag.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { may, useMe } from "../../shell/me.ts";
import { language } from "../../words/language.ts";
import { shortDayOf } from "../../words/when.ts";
import { employerFacts } from "./rows.ts";
import { employerWords } from "./words.ts";

const Acts = lazy(async () => ({ default: (await import("./acts.tsx")).EmployerActs }));
const OtherContacts = lazy(async () => ({ default: (await import("./contacts.tsx")).OtherContacts }));
const NamedEmployer = lazy(async () => ({ default: (await import("./new.tsx")).NamedEmployer }));

export function Employer() {
  const { id } = useParams({ from: "/pemberi-kerja/$id" });
  const words = employerWords.use();
  const { data, error, refetch } = useRead("readEmployer", { params: { id } });
  useTitle(data?.employer.legalName ?? words.title);
  if (data === undefined)
    return (
      <>
        <h1 class="unseen">{words.title}</h1>
        {error ? <Failure error={error} again={() => void refetch()} /> : <Skeleton />}
      </>
    );
  return <Shown {...data} />;
}

function Shown({ employer, acts, vacancies }: Answer<"readEmployer">) {
  const words = employerWords.use();
  const record = recordWords.use();
  const me = useMe();
  const zone = me?.office.zone ?? "WIB";
  const nameOf = useStaffName();
  const [saved, setSaved] = useState(false);
  const changed = (): void => {
    setSaved(true);
    void makeStale("readEmployer", "listEmployers", "readEmployerHistory", "listVacancies", "readVacancy", "countInbox");
  };
  return (
    <>
      <div class="heading">
        <div class="stack tight">
          <h1>{employer.legalName}</h1>
          <p class="buttons">
            {employer.sentBack && (
              <Tag tone="late">
                {words.sentBack}: {words.faults[employer.sentBack.reason]}
              </Tag>
            )}
            {employer.unverified ? <Tag tone="due">{words.unverified}</Tag> : <Tag tone="good">{words.verified}</Tag>}
            {employer.optOut && <Tag tone="closed">{words.optOut}</Tag>}
          </p>
        </div>
        <Suspense fallback={null}>
          <Acts employer={employer} acts={acts} changed={changed} />
        </Suspense>
      </div>
      <AfterSaving
        key={employer.id}
        id={employer.id}
        twins={(ids) => (
          <Suspense fallback={null}>
            <p>{words.twins}</p>
            <ul>
              {ids.map((id) => (
                <li key={id}>
                  <NamedEmployer id={id} />
                </li>
              ))}
            </ul>
            <p>{words.twinsNext}</p>
          </Suspense>
        )}
      />
      {saved && (
        <p class="note" data-tone="good" role="status">
          {record.saved}
        </p>
      )}
      {employer.mergedInto && (
        <p class="note" data-tone="due">
          <span>
            {words.mergedInto}{" "}
            <Suspense fallback={null}>
              <NamedEmployer id={employer.mergedInto} />
            </Suspense>
          </span>
        </p>
      )}
      <div class="columns">
        <div class="stack">
          <section class="card stack tight" aria-labelledby="contact">
            <h2 id="contact">{words.contact}</h2>
            <ContactWays contact={employer.contact} />
            <Suspense fallback={null}>
              <OtherContacts employer={employer} acts={acts} changed={changed} />
            </Suspense>
          </section>
          <section class="card stack tight" aria-labelledby="record">
            <h2 id="record">{words.record}</h2>
            <Facts rows={employerFacts} words={{ ...words, yes: record.yes, no: record.no }} record={employer}>
              {employer.npwpLast4 && <Fact label={words.labels.npwp}>{words.npwp(employer.npwpLast4)}</Fact>}
              <Fact label={words.registeredBy}>{nameOf(employer.registeredBy)}</Fact>
              {employer.verifiedBy && (
                <Fact label={words.verifiedBy}>
                  {nameOf(employer.verifiedBy)}
                  {employer.verifiedAt && `, ${shortDayOf(employer.verifiedAt, zone)}`}
                </Fact>
              )}
              {employer.karirhubRef && <Fact label={words.karirhub}>{employer.karirhubRef}</Fact>}
            </Facts>
          </section>
        </div>
        <div class="stack">
          <section class="card stack tight" aria-labelledby="vacancies">
            <div class="heading">
              <h2 id="vacancies">{words.vacancies}</h2>
              {canNow(acts, "openVacancy") && (
                <Link class="button" to="/lowongan/baru" search={{ pemberi: employer.id }}>
                  {words.openVacancy}
                </Link>
              )}
            </div>
            {vacancies.length === 0 && <p class="quiet">{words.noVacancies}</p>}
            <ul>
              {vacancies.map((vacancy) => (
                <li key={vacancy.id} class="row two inside">
                  <span>
                    <Link class="name" to="/lowongan/$id" params={{ id: vacancy.id }}>
                      {vacancy.title}
                    </Link>{" "}
                    <span class="small quiet">
                      {words.seats(vacancy.seatsFree, vacancy.seats)}, {words.until(formatDate(vacancy.validUntil, language()))}
                    </span>
                  </span>
                  {vacancy.status === "CLOSED" && <Tag tone="closed">{words.closed}</Tag>}
                </li>
              ))}
            </ul>
          </section>
          <Agreements employer={employer} acts={acts} />
          <History route="readEmployerHistory" id={employer.id} />
        </div>
      </div>
    </>
  );
}

function Agreements({ employer, acts }: Pick<Answer<"readEmployer">, "employer" | "acts">) {
  const words = employerWords.use();
  const me = useMe();
  const { data } = useRead("listAgreements", { query: { limit: 100 } }, { enabled: may(me, "readAgreements") });
  if (!may(me, "readAgreements")) return null;
  const own = data?.items.filter(({ parties }) => parties.some(({ id }) => id === employer.id)) ?? [];
  return (
    <section class="card stack tight" aria-labelledby="agreements">
      <div class="heading">
        <h2 id="agreements">{words.agreements}</h2>
        {canNow(acts, "recordAgreement") && (
          <Link class="button" to="/perjanjian/baru" search={{ pemberi: employer.id }}>
            {words.recordAgreement}
          </Link>
        )}
      </div>
      {data && own.length === 0 && <p class="quiet">{words.noAgreements}</p>}
      <ul>
        {own.map(({ id, number, title, validTo }) => (
          <li key={id} class="row two inside">
            <span>
              <Link class="name" to="/perjanjian/$id" params={{ id }}>
                {number ?? title}
              </Link>{" "}
              <span class="small quiet">{title}</span>
            </span>
            <span class="small">{validTo && words.until(formatDate(validTo, language()))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
