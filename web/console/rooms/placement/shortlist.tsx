/** The shortlist of the attempt: who was asked in which order, and what became of each. */
import { formatRupiah } from "../../../../shared/domain/reference/money.ts";
import { nameOf } from "../../acts/entry.ts";
import type { Placement } from "../../acts/send.ts";
import { actWords } from "../../acts/words.ts";
import { Tag, type Tone } from "../../parts/tag.tsx";
import { placementWords } from "./words.ts";

type Entry = Placement["shortlist"][number];

const tones: Readonly<Partial<Record<Entry["state"], Tone>>> = {
  APPROVED: "due",
  CLIENT_ACCEPTED: "good",
  ASKED: "others",
  INTERVIEW: "interview",
  CHOSEN: "good",
};

export function Shortlist({ placement }: { readonly placement: Placement }) {
  const words = placementWords.use();
  return (
    <section aria-labelledby="shortlist" class="stack tight">
      <h2 class="group" id="shortlist">
        {words.shortlist}
      </h2>
      {placement.shortlist.length === 0 ? (
        <p class="quiet">{words.noShortlist}</p>
      ) : (
        <ol class="list">
          {placement.shortlist.map((entry, at) => (
            <ShortlistRow key={`${entry.vacancyId}.${at}`} entry={entry} no={at + 1} />
          ))}
        </ol>
      )}
    </section>
  );
}

function ShortlistRow({ entry, no }: { readonly entry: Entry; readonly no: number }) {
  const words = placementWords.use();
  const { approve, employer } = actWords.use();
  const { state, declineReason, discloseBapas, agreedWage } = entry;
  const reasons: Readonly<Record<string, string>> = employer.reasons;
  const more = [
    declineReason && (reasons[declineReason] ?? declineReason),
    discloseBapas && words.discloses,
    agreedWage && `${formatRupiah(agreedWage.amount)} ${approve.wage[agreedWage.basis]}`,
  ].filter(Boolean);
  return (
    <li class="row">
      <p>
        <span class="quiet">{no}</span> <span class="strong">{nameOf(entry) ?? entry.vacancyId}</span>
      </p>
      <p class="buttons small">
        <Tag tone={tones[state] ?? "closed"}>{words.entry[state]}</Tag>
        {more.length > 0 && <span class="quiet">{more.join(" · ")}</span>}
      </p>
    </li>
  );
}
