/** One organisation: what it is called and was, whom to ask there, and what the office has agreed with it. */
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { formatDate } from "../../../../shared/domain/calendar/format.ts";
import type { Answer } from "../../api/client.ts";
import { makeStale, useRead } from "../../api/read.ts";
import { ActButton } from "../../parts/record/act-button.tsx";
import { AfterSaving } from "../../parts/record/after.tsx";
import { ChangeSheet } from "../../parts/record/change.tsx";
import { ContactWays } from "../../parts/record/contact-card.tsx";
import { Fact, Facts } from "../../parts/record/facts.tsx";
import { History } from "../../parts/record/history.tsx";
import { recordWords } from "../../parts/record/words.ts";
import { Failure, Skeleton } from "../../parts/states.tsx";
import { Tag } from "../../parts/tag.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { may, useMe } from "../../shell/me.ts";
import { language } from "../../words/language.ts";
import { NamedOrganisation } from "./new.tsx";
import { factsOf, rowsOf } from "./rows.ts";
import { organisationWords } from "./words.ts";

export function Organisation() {
  const { id } = useParams({ from: "/organisasi/$id" });
  const words = organisationWords.use();
  const { data, error, refetch } = useRead("readOrganisation", { params: { id } });
  useTitle(data?.called ?? words.title);
  if (data === undefined)
    return (
      <>
        <h1 class="unseen">{words.title}</h1>
        {error ? <Failure error={error} again={() => void refetch()} /> : <Skeleton />}
      </>
    );
  return <Shown {...data} />;
}

function Shown({ organisation, called, acts }: Answer<"readOrganisation">) {
  const words = organisationWords.use();
  const record = recordWords.use();
  const me = useMe();
  const [open, setOpen] = useState(false);
  const [saved, setSaved] = useState(false);
  const all = { ...words, yes: record.yes, no: record.no };
  // A region may be a whole province, which is no regency.
  const shown = { ...all, labels: { ...words.labels, regionCode: words.province } };
  const { id, kind, contact, labels = [], name, officeId } = organisation;
  const isOwn = officeId !== undefined && officeId === me?.office.id;
  return (
    <>
      <div class="heading">
        <div class="stack tight">
          <h1>{called}</h1>
          <p class="quiet">{words.options.kind[kind]}</p>
          {!organisation.active && (
            <p class="buttons">
              <Tag tone="closed">{words.inactive}</Tag>
            </p>
          )}
        </div>
        <p class="buttons unprinted">
          <ActButton acts={acts} act="changeOrganisation" word={words.change} press={() => setOpen(true)} />
        </p>
      </div>
      <AfterSaving
        key={id}
        id={id}
        twins={(ids) => (
          <>
            <p>{words.twins}</p>
            <ul>
              {ids.map((other) => (
                <li key={other}>
                  <NamedOrganisation id={other} />
                </li>
              ))}
            </ul>
            <p>{words.twinsNext}</p>
          </>
        )}
      />
      {saved && (
        <p class="note" data-tone="good" role="status">
          {record.saved}
        </p>
      )}
      {open && (
        <ChangeSheet
          title={words.changeTitle}
          route="changeOrganisation"
          params={{ id }}
          rows={rowsOf(kind)}
          words={all}
          record={organisation}
          close={() => setOpen(false)}
          saved={() => {
            setOpen(false);
            setSaved(true);
            void makeStale("readOrganisation", "listOrganisations", "readOrganisationHistory");
          }}
        />
      )}
      <div class="columns">
        <div class="stack">
          <section class="card stack tight" aria-labelledby="data">
            <h2 id="data">{words.data}</h2>
            <Facts rows={factsOf(kind).filter(({ path }) => path !== "labels")} words={shown} record={organisation}>
              {labels.length > 0 && (
                <Fact label={words.names}>
                  {[
                    ...labels
                      .toReversed()
                      .map((label) => `${label.name} (${words.since(formatDate(label.validFrom, language()))})`),
                    `${name} (${words.firstName})`,
                  ].map((line) => (
                    <p key={line}>{line}</p>
                  ))}
                </Fact>
              )}
            </Facts>
          </section>
          <section class="card stack tight" aria-labelledby="contact">
            <h2 id="contact">{words.contact}</h2>
            {contact ? <ContactWays contact={contact} /> : <p class="quiet">{words.noContact}</p>}
          </section>
        </div>
        <div class="stack">
          {may(me, "readAgreements") && !isOwn && <Agreements id={id} />}
          <History route="readOrganisationHistory" id={id} />
        </div>
      </div>
    </>
  );
}

function Agreements({ id }: { readonly id: string }) {
  const words = organisationWords.use();
  const me = useMe();
  const { data } = useRead("listAgreements", { query: { limit: 100 } });
  const own = data?.items.filter(({ parties }) => parties.some((party) => party.id === id)) ?? [];
  return (
    <section class="card stack tight" aria-labelledby="agreements">
      <div class="heading">
        <h2 id="agreements">{words.agreements}</h2>
        {may(me, "recordAgreement") && (
          <Link class="button" to="/perjanjian/baru" search={{ lembaga: id }}>
            {words.recordAgreement}
          </Link>
        )}
      </div>
      {data && own.length === 0 && <p class="quiet">{words.noAgreements}</p>}
      <ul>
        {own.map((agreement) => (
          <li key={agreement.id} class="row two inside">
            <span>
              <Link class="name" to="/perjanjian/$id" params={{ id: agreement.id }}>
                {agreement.number ?? agreement.title}
              </Link>{" "}
              <span class="small quiet">{agreement.title}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
