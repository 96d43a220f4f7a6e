/** The fields of an organisation, as they are asked and shown: which of them, its kind says. */
import {
  hasField,
  type OrganisationKind,
  organisationKindNames,
  rowOf,
  trainingCenterKinds,
  unitClasses,
} from "../../../../shared/domain/organisations/kinds.ts";
import { isRecord } from "../../api/problem.ts";
import type { Row } from "../../parts/record/rows.ts";

/** A name from a day on, as it is typed: `2024-10-21 Kementerian Imigrasi dan Pemasyarakatan`. */
const dated = {
  read: (part: unknown): string => (isRecord(part) ? `${part.validFrom} ${part.name}` : ""),
  write: (line: string): unknown => {
    const [, validFrom = "", name = ""] = /^(\S*)\s*(.*)$/.exec(line) ?? [];
    return { validFrom, name };
  },
};

const kindRow: Row = { path: "kind", kind: "choice", options: organisationKindNames, needed: true, fixed: true };

const ownRows: readonly Row[] = [
  { path: "class", kind: "choice", options: unitClasses },
  { path: "openPrison", kind: "yes" },
  { path: "trainingCenterKind", kind: "choice", options: trainingCenterKinds, needed: true },
  { path: "lspLicence", kind: "line", needed: true },
  { path: "officeId", kind: "line", more: true },
];
const isOwn = (kind: OrganisationKind, path: string): boolean =>
  (["class", "openPrison", "trainingCenterKind", "lspLicence", "officeId"] as const).some(
    (field) => field === path && hasField(kind, field) !== "NEVER",
  );

const contactRows: readonly Row[] = [
  { path: "contact.name", kind: "line", more: true },
  { path: "contact.phone", kind: "phone", beside: "contact.name", more: true },
  { path: "contact.email", kind: "email", beside: "contact.name", more: true },
  { path: "contact.whatsapp", kind: "phone", beside: "contact.name", more: true },
];

/** The rows of a kind; of none that is chosen yet the kind alone. */
export function rowsOf(kind: string): readonly Row[] {
  const known = organisationKindNames.find((name) => name === kind);
  if (known === undefined) return [kindRow];
  const { of } = rowOf(known);
  return [
    kindRow,
    { path: "name", kind: "line", needed: true },
    ...(of === "NATION" ? [] : [{ path: "regionCode", kind: "place", needed: true, whole: wholeBy[of] } as const]),
    ...ownRows.filter(({ path }) => isOwn(known, path)),
    { path: "labels", kind: "list", entry: dated, more: true },
    ...contactRows,
    { path: "active", kind: "yes", needed: true, later: true },
  ];
}
/** Whether a whole province may be, or must be, the region. */
const wholeBy = { REGENCY: undefined, PROVINCE: "only", EITHER: "may" } as const;

/** What is no way to the contact, and stands in no heading. */
export const factsOf = (kind: string): readonly Row[] => rowsOf(kind).filter(({ path }) => !/^(contact|name|active)/.test(path));
