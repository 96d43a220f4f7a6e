/** The fields of a cooperation agreement, as they are asked and shown. */
import type { Row } from "../../parts/record/rows.ts";

export const agreementRows: readonly Row[] = [
  { path: "kind", kind: "choice", options: ["PKS", "MOU"], needed: true, usual: "PKS" },
  { path: "number", kind: "line", needed: true },
  { path: "title", kind: "line", needed: true },
  { path: "scopes", kind: "many", options: ["TRAINING", "RECRUITMENT", "SELF_EMPLOYMENT"], needed: true },
  { path: "status", kind: "choice", options: ["PLANNED", "SIGNED"], needed: true, usual: "SIGNED" },
  { path: "signedOn", kind: "date", needed: true, when: { path: "status", is: "SIGNED" } },
  { path: "validFrom", kind: "date", needed: true },
  { path: "validTo", kind: "date", needed: true },
];
