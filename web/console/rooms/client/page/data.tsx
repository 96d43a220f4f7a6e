/** What is recorded of the client, a topic a heading, each with its change. */

import { useState } from "react";
import { formatAnyPhone } from "../../../../../shared/domain/identifiers/phone-text.ts";
import { educationNames } from "../../../../../shared/domain/reference/education.ts";
import { type Answer, call } from "../../../api/client.ts";
import { Card } from "../../../parts/card.tsx";
import { useRegions } from "../../../parts/region.tsx";
import { ErrorText } from "../../../parts/states.tsx";
import { may, useMe } from "../../../shell/me.ts";
import { said } from "../../../words/language.ts";
import { fullDay } from "../../../words/when.ts";
import { documentKinds } from "../change/typed.ts";
import { changeWords } from "../change/words.ts";
import { skillName } from "../form/skills.tsx";
import { formWords } from "../form/words.ts";
import { offerOf, type Topic, topics } from "./detail.ts";
import type { PartProps } from "./parts.tsx";
import { useReporting } from "./reporting.ts";
import { pageWords } from "./words.ts";

type Fact = readonly [name: string, value: string | undefined];

export function Data({ detail, open }: PartProps) {
  const words = pageWords.use();
  const { topics: titles } = changeWords.use();
  const facts = useFacts(detail.client);
  const may = offerOf(detail, "changeClient") !== undefined;
  return (
    <Card title={words.data} folds>
      {topics.map((topic) => (
        <section key={topic} class="topic">
          <div class="title">
            <h3>{titles[topic]}</h3>
            {may && (
              <button type="button" class="button plain unprinted" onClick={() => open({ kind: "change", topic })}>
                {words.change}
                <span class="unseen"> {titles[topic]}</span>
              </button>
            )}
          </div>
          <Facts facts={facts[topic]} />
          {topic === "document" && detail.client.outsideWorkFrom && <SealedDocument id={detail.client.id} />}
        </section>
      ))}
    </Card>
  );
}

/** Sealed: what it is stands here only once somebody asks for it, and is kept nowhere. */
function SealedDocument({ id }: { readonly id: string }) {
  const words = changeWords.use();
  const me = useMe();
  const [opened, setOpened] = useState<Answer<"readStatusDocument">>();
  const [error, setError] = useState<unknown>();
  if (!may(me, "readStatusDocument")) return null;
  if (opened) {
    const kind = documentKinds.find((known) => known === opened.kind);
    return (
      <Facts
        facts={[
          [words.documentKind, kind && words.documentKinds[kind]],
          [words.documentNumber, opened.number],
          [words.documentDate, fullDay(opened.date)],
        ]}
      />
    );
  }
  return (
    <>
      <p class="unprinted">
        <button
          type="button"
          class="button"
          onClick={() => void call("readStatusDocument", { params: { id } }).then(setOpened, setError)}
        >
          {words.documentOpen}
        </button>
      </p>
      {error !== undefined && <ErrorText error={error} />}
    </>
  );
}

function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  const { noneYet } = changeWords.use();
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div key={name} class="fact">
          <dt>{name}</dt>
          <dd>{value || <span class="quiet">{noneYet}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}

function useFacts(client: PartProps["detail"]["client"]): Readonly<Record<Topic, readonly Fact[]>> {
  const form = formWords.use();
  const change = changeWords.use();
  const reporting = useReporting(client);
  const regions = useRegions();
  const { domicile } = client;
  const street = [domicile.street, domicile.rt && `${change.rt} ${domicile.rt}`, domicile.rw && `${change.rw} ${domicile.rw}`];
  return {
    person: [
      [form.sex, form.sexes[client.sex]],
      [form.birthDate, fullDay(client.birthDate)],
      [form.registerNumber, client.registerNumber],
    ],
    reach: [
      [form.phone, client.phone && formatAnyPhone(client.phone)],
      [form.region, regions?.describeRegion(domicile.regencyCode) ?? domicile.regencyCode],
      [change.street, [...street, domicile.postalCode].filter(Boolean).join(", ")],
    ],
    reporting: [
      [form.reporting, reporting],
      [change.supervisionEndsOn, client.supervisionEndsOn && fullDay(client.supervisionEndsOn)],
    ],
    document: [[change.outsideWorkFrom, client.outsideWorkFrom && fullDay(client.outsideWorkFrom)]],
    work: [
      [form.education, said(educationNames[client.education])],
      [change.skills, client.skills.map(skillName).join(", ")],
      [change.interests, client.interests.map(skillName).join(", ")],
      [change.experienceYears, change.years(client.experienceYears)],
      [change.willingness, change.willing[client.willingness]],
      [change.drivingLicences, client.drivingLicences.join(", ")],
      [change.barredOccupations, client.barredOccupations.join(", ")],
    ],
  };
}
