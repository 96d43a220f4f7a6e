/** What the client has agreed to, in which words, and how it was said. */
import { useRead } from "../../../api/read.ts";
import { Card } from "../../../parts/card.tsx";
import { Tag } from "../../../parts/tag.tsx";
import { useMe } from "../../../shell/me.ts";
import { said as inLanguage } from "../../../words/language.ts";
import { shortDayOf, shortMoment } from "../../../words/when.ts";
import { consentWords } from "../consent/words.ts";
import { type Detail, type Open, offerOf } from "./detail.ts";
import type { PartProps } from "./parts.tsx";
import { pageWords } from "./words.ts";

type Receipt = Detail["consents"][number];
/** What can be agreed to without naming an employer. */
const general = ["PROFILING", "EMPLOYER_CONTACT"] as const;

export function Consents({ detail, open }: PartProps) {
  const words = consentWords.use();
  const texts = useRead("readConsentTexts");
  const held = (purpose: (typeof general)[number]): Receipt | undefined =>
    detail.consents.find((receipt) => receipt.purpose === purpose && receipt.employerId === undefined);
  const titleOf = (purpose: Receipt["purpose"]): string => {
    const found = texts.data?.texts.find((text) => text.purpose === purpose);
    return found ? inLanguage(found.title) : "";
  };
  const others = detail.consents.filter(({ employerId }) => employerId !== undefined);
  const may = offerOf(detail, "recordConsent") !== undefined;
  return (
    <Card title={words.title} folds>
      <ul class="lines">
        {general.map((purpose) => {
          const receipt = held(purpose);
          return (
            <Line
              key={purpose}
              title={receipt ? inLanguage(receipt.words) : titleOf(purpose)}
              receipt={receipt}
              purpose={purpose}
              open={may ? open : undefined}
            />
          );
        })}
        {others.map((receipt) => (
          <Line
            key={`${receipt.purpose} ${receipt.employerId}`}
            title={`${inLanguage(receipt.words)}: ${receipt.employerName ?? ""}`}
            receipt={receipt}
            purpose={receipt.purpose}
            open={may ? open : undefined}
          />
        ))}
      </ul>
      <p class="small quiet unprinted">{words.employers}</p>
    </Card>
  );
}

const tones = { GIVEN: "good", REFUSED: "closed", WITHDRAWN: "closed", NONE: "due" } as const;

type LineProps = {
  readonly title: string;
  readonly receipt: Receipt | undefined;
  readonly purpose: Receipt["purpose"];
  readonly open: ((sheet: Open) => void) | undefined;
};
function Line({ title, receipt, purpose, open }: LineProps) {
  const words = consentWords.use();
  const { how } = pageWords.use();
  const zone = useMe()?.office.zone ?? "WIB";
  const given = receipt?.action === "GIVEN";
  const employer = receipt?.employerId ? { id: receipt.employerId, name: receipt.employerName ?? "" } : undefined;
  const said = { GIVEN: words.given, REFUSED: words.refused, WITHDRAWN: words.withdrawn, NONE: words.notAsked }[
    receipt?.action ?? "NONE"
  ];
  const refusedBefore = receipt?.action === "REFUSED" ? shortDayOf(receipt.at, zone) : undefined;
  const ask = (action: "GIVEN" | "WITHDRAWN"): void =>
    open?.({ kind: "consent", purpose, action, ...(employer ? { employer } : {}), refusedBefore });
  return (
    <li>
      <div>
        <p>{title}</p>
        <p class="small quiet">
          <Tag tone={tones[receipt?.action ?? "NONE"]}>{said}</Tag>{" "}
          {receipt && `${words.receipt(how[receipt.how], shortMoment(receipt.at, zone))} · ${words.text(receipt.textVersion)}`}
        </p>
      </div>
      {open && (given || employer === undefined) && (
        <button type="button" class="button unprinted" onClick={() => ask(given ? "WITHDRAWN" : "GIVEN")}>
          {given ? words.withdraw : receipt ? words.giveAgain : words.give}
          <span class="unseen">: {title}</span>
        </button>
      )}
    </li>
  );
}
