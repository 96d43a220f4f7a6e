/** The acts of staff on a batch of a training. */
import { type Asker, type Offer, offersOn, type RecordAct, type Standing } from "../offices/acts.ts";
import type { BatchStatus } from "./kinds.ts";

export type BatchNow = { readonly kind: "BATCH"; readonly status: BatchStatus; readonly seated: boolean };

const whileOpen = ({ status }: BatchNow): Standing => (status === "OPEN" ? "FREE" : "ABSENT");
const whileSeated = ({ status, seated }: BatchNow): Standing => (status === "OPEN" && seated ? "FREE" : "ABSENT");

const batchActs = [
  ["enrolParticipants", { action: "enrolParticipants", standing: whileOpen }],
  ["recordAttendance", { action: "runTraining", standing: whileSeated }],
  ["recordResults", { action: "runTraining", standing: whileSeated }],
  ["changeBatch", { action: "runTraining", standing: whileOpen }],
] as const satisfies readonly (readonly [string, RecordAct<BatchNow>])[];

export type BatchAct = (typeof batchActs)[number][0];
export const batchActNames: readonly BatchAct[] = batchActs.map(([name]) => name);

/** What somebody may do about a batch now. */
export const actsOnBatch = (asker: Asker, state: BatchNow): readonly Offer<BatchAct>[] => offersOn(asker, batchActs, state);
