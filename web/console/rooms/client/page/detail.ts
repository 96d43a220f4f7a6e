/** One client as the API tells it, and what many parts of the page ask of it. */
import type { Answer } from "../../../api/client.ts";
import { makeStale } from "../../../api/read.ts";

export type Detail = Answer<"readClient">;
export type ClientRecord = Detail["client"];
export type ClientAct = Detail["acts"][number]["act"];

/** An act as it is offered; undefined: it is not there for whoever asks. */
export const offerOf = ({ acts }: Detail, name: ClientAct) => acts.find(({ act }) => act === name);

/** Which sheet is open over the page. */
export type Open =
  | { readonly kind: "start" }
  | { readonly kind: "contact" }
  | { readonly kind: "handOver" }
  | { readonly kind: "change"; readonly topic: Topic }
  | {
      readonly kind: "consent";
      readonly purpose: Purpose;
      readonly action: "GIVEN" | "WITHDRAWN";
      readonly employer?: Employer;
      readonly refusedBefore?: string | undefined;
    }
  | { readonly kind: "certificate"; readonly id?: string }
  | { readonly kind: "verify"; readonly id: string };
export type Purpose = Detail["consents"][number]["purpose"];
export type Employer = { readonly id: string; readonly name: string };
export const topics = ["person", "reach", "reporting", "document", "work"] as const;
export type Topic = (typeof topics)[number];

/** Of an address that opens the client's page with the change of the identity. */
export const identityHash = "identitas";

/** What the page shows is no longer true. */
export const clientChanged = (): Promise<unknown> =>
  makeStale("readClient", "readClientHistory", "listClients", "readOpportunities", "readCertificateInbox");
