/** What the offices bring to the rules, by number: whether they demand agreements, and with which employers one is in force. */
import type { MatchingAgreement, OfficeTerms } from "../matching-input.ts";
import { noTerms } from "../matching-input.ts";
import type { SetAside } from "./set-aside.ts";
import type { VacancyIndex } from "./vacancy-index.ts";

/** The terms of every office, by its id. An office that is not named has no agreements and demands none. */
export type TermsByOffice = ReadonlyMap<string, OfficeTerms>;

/** Gathers agreements by office. One that is not in force on the day is set aside: it stops new proposals, nothing else. */
export function termsByOffice(
  agreements: Iterable<MatchingAgreement>,
  demanding: Iterable<string>,
  today: string,
): { readonly terms: TermsByOffice; readonly setAside: readonly SetAside[] } {
  const partners = new Map<string, Set<string>>();
  const setAside: SetAside[] = [];
  for (const { officeId, employerId, validFrom, validTo } of agreements) {
    if (validFrom <= today && today <= validTo) {
      const of = partners.get(officeId) ?? new Set();
      partners.set(officeId, of.add(employerId));
    } else setAside.push({ kind: "AGREEMENT", id: `${officeId} ${employerId}`, code: "AGREEMENT_LAPSED" });
  }
  const strict = new Set(demanding);
  const terms = new Map(
    [...new Set([...partners.keys(), ...strict])].map((officeId) => [
      officeId,
      { agreementRequired: strict.has(officeId), partners: partners.get(officeId) ?? noTerms.partners },
    ]),
  );
  return { terms, setAside };
}

/** The same by numbers: offices from 0, and for each a mark for every employer of the index. */
export type OfficeColumns = {
  /** The number of an office; `noOffice` where there is none left for it. */
  readonly numberOf: (officeId: string) => number;
  readonly agreementRequired: Uint8Array;
  /** A bit for each employer, `words` numbers an office: 1 where an agreement is in force. */
  readonly partner: Int32Array;
  readonly words: number;
};

/** Whether an agreement of an office with an employer is in force. */
export const isPartnerOf = ({ partner, words }: OfficeColumns, office: number, employer: number): boolean =>
  (((partner[office * words + (employer >>> 5)] ?? 0) >>> (employer & 31)) & 1) === 1;

/** The most offices that 16 bits can number beside those that are not named; there are 94. */
const mostOffices = 0xffff;
/** An office that is named but has no number: its terms are not known. */
export const noOffice = -1;

/** Number 0 is every office that is not named. Where too many are named, the first by their ids have numbers. */
export function officeColumns(terms: TermsByOffice, { numbers }: VacancyIndex): OfficeColumns {
  const words = (numbers.employer.size() + 31) >>> 5;
  const all = [...terms.entries()];
  const offices = all.length > mostOffices ? all.toSorted(([a], [b]) => (a < b ? -1 : 1)).slice(0, mostOffices) : all;
  const numberOf = new Map(offices.map(([officeId], at) => [officeId, at + 1]));
  const agreementRequired = new Uint8Array(offices.length + 1);
  const partner = new Int32Array((offices.length + 1) * words);
  offices.forEach(([, { agreementRequired: required, partners }], at) => {
    agreementRequired[at + 1] = required ? 1 : 0;
    for (const employerId of partners) {
      const employer = numbers.employer.find(employerId);
      if (employer === -1) continue;
      const word = (at + 1) * words + (employer >>> 5);
      partner[word] = (partner[word] ?? 0) | (1 << (employer & 31));
    }
  });
  return {
    numberOf: (officeId) => numberOf.get(officeId) ?? (terms.has(officeId) ? noOffice : 0),
    agreementRequired,
    partner,
    words,
  };
}
