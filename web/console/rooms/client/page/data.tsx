/** What is recorded of the client, a topic a heading, each with its change. */
import { formatAnyPhone } from "../../../../../shared/domain/identifiers/phone-text.ts";
import { educationNames } from "../../../../../shared/domain/reference/education.ts";
import { useRegions } from "../../../parts/region.tsx";
import { said } from "../../../words/language.ts";
import { fullDay } from "../../../words/when.ts";
import { changeWords } from "../change/words.ts";
import { skillName } from "../form/skills.tsx";
import { formWords } from "../form/words.ts";
import { offerOf, type Topic, topics } from "./detail.ts";
import { Card, type PartProps } from "./parts.tsx";
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
        </section>
      ))}
    </Card>
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
