/** The fields of an employer, as they are asked and shown. */
import { isRecord } from "../../api/problem.ts";
import type { Row } from "../../parts/record/rows.ts";

/** A line of business as it is typed: `KBLI2020 45407`; five digits alone are of the newer list. */
const industry = {
  read: (part: unknown): string => (isRecord(part) ? `${part.scheme} ${part.code}` : ""),
  write: (line: string): unknown => {
    const [scheme = "", code] = line.toUpperCase().split(/[\s:]+/);
    return code === undefined ? { scheme: "KBLI2025", code: scheme } : { scheme, code };
  },
};

export const employerRows: readonly Row[] = [
  { path: "legalName", kind: "line", needed: true },
  { path: "type", kind: "choice", options: ["COMPANY", "INDIVIDUAL", "COOPERATIVE"], needed: true, usual: "COMPANY" },
  { path: "size", kind: "choice", options: ["MICRO", "SMALL", "MEDIUM", "LARGE"], needed: true },
  { path: "regencyCode", kind: "region", needed: true },
  { path: "contact.name", kind: "line", needed: true },
  { path: "contact.phone", kind: "phone" },
  { path: "contact.email", kind: "email" },
  { path: "contact.whatsapp", kind: "phone", more: true },
  { path: "contact.landline.number", kind: "phone", more: true },
  { path: "contact.landline.extension", kind: "line", beside: "contact.landline.number", more: true },
  { path: "nib", kind: "line", more: true },
  { path: "npwp", kind: "line", secret: true, more: true },
  { path: "industry", kind: "list", needed: true, entry: industry, more: true },
  { path: "optOut", kind: "yes", needed: true, later: true, more: true },
];
/** Those that are no way to its contact. */
export const employerFacts = employerRows.filter(({ path }) => !/^(contact|legalName|npwp|optOut)/.test(path));

/** One person to ask there besides the first. */
export const contactRows: readonly Row[] = [
  { path: "name", kind: "line", needed: true },
  { path: "phone", kind: "phone" },
  { path: "email", kind: "email" },
  { path: "whatsapp", kind: "phone", more: true },
  { path: "landline.number", kind: "phone", more: true },
  { path: "landline.extension", kind: "line", beside: "landline.number", more: true },
];
