/** What is not recorded of a client yet and will be asked for on the way to a job. */
import type { Client } from "./client.ts";
import { reportingOf } from "./reporting.ts";

export const clientNeeds = ["phone", "nik", "registerNumber", "statusDocument", "reporting", "consent", "certificate"] as const;
export type ClientNeed = (typeof clientNeeds)[number];

const isMissing: { readonly [need in ClientNeed]: (client: Client) => boolean } = {
  phone: ({ phone }) => phone === undefined,
  nik: ({ nik }) => nik === undefined,
  registerNumber: ({ registerNumber }) => registerNumber === undefined,
  statusDocument: ({ statusDocument }) => statusDocument === undefined,
  reporting: (client) => reportingOf(client) === undefined,
  // Who has said no has been asked.
  consent: ({ status, refusedMatchingAt }) => status === "REGISTERED" && refusedMatchingAt === undefined,
  certificate: ({ status }) => status !== "CERTIFIED",
};

/** In the order in which it is asked for. */
export const missingOf = (client: Client): readonly ClientNeed[] => clientNeeds.filter((need) => isMissing[need](client));
