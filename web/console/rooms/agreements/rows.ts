/** The fields of a cooperation agreement, as they are asked and shown. */
import { isRecord } from "../../api/problem.ts";
import { party, type Row } from "../../parts/record/rows.ts";

/** An annex as it is typed: `2026-01-15 Daftar peserta`. */
const annex = {
  read: (part: unknown): string => (isRecord(part) ? `${part.date} ${part.title}` : ""),
  write: (line: string): unknown => {
    const [, date = "", title = ""] = /^(\S*)\s*(.*)$/.exec(line) ?? [];
    return { date, title };
  },
};

const signed = { path: "status", is: "SIGNED" } as const;
const planned = { path: "status", is: "PLANNED" } as const;
/** What a signed agreement has, and a planned one may have. */
const oncePlanned = (row: Row): readonly Row[] => [
  { ...row, needed: true, when: signed },
  { ...row, when: planned },
];

export const agreementRows: readonly Row[] = [
  { path: "parties", kind: "parties", needed: true, entry: party },
  { path: "kind", kind: "choice", options: ["PKS", "MOU"], needed: true, usual: "PKS" },
  { path: "title", kind: "line", needed: true },
  { path: "scopes", kind: "many", options: ["TRAINING", "RECRUITMENT", "SELF_EMPLOYMENT"], needed: true },
  { path: "status", kind: "choice", options: ["PLANNED", "SIGNED"], needed: true, usual: "SIGNED" },
  ...oncePlanned({ path: "number", kind: "line" }),
  { path: "signedOn", kind: "date", needed: true, when: signed },
  { path: "signedTime", kind: "line", when: signed, more: true },
  ...oncePlanned({ path: "validFrom", kind: "date" }),
  ...oncePlanned({ path: "validTo", kind: "date" }),
  { path: "promised.trainingSeats", kind: "number", more: true },
  { path: "promised.certificates", kind: "number", more: true },
  { path: "promised.jobs", kind: "number", more: true },
  { path: "annexes", kind: "list", entry: annex, more: true },
];

/** What was signed was signed by these parties: others make another agreement. */
export const openRows = (status: string): readonly Row[] =>
  status === "PLANNED" ? agreementRows : agreementRows.filter(({ path }) => path !== "parties");

/** Those that the page does not show by itself. */
export const agreementFacts = agreementRows.filter(
  ({ path, when }) => when !== planned && !/^(parties|annexes|promised)/.test(path),
);
