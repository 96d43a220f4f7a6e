/** What staff read of trainings: the batches of their office, and one with who takes part. */
import type { routes } from "../../api/routes.ts";
import { presentOf, seatsFree, seatsTaken } from "../../domain/training/participants.ts";
import { batchesIn } from "../../store/batches.ts";
import { batchOffers } from "../offers.ts";
import { todayIn } from "../office-times.ts";
import { loadRecord } from "../record/change-record.ts";
import { officeOf, type StaffCommand } from "../request.ts";
import { batchKind } from "./batch-kind.ts";
import { namesOfBatch } from "./whose-batch.ts";

/** By the day on which they start. */
export const listBatches: StaffCommand<typeof routes.listBatches> = async (deps, { staff, query }) => {
  const page = await batchesIn(deps.store.database).ofOffice(staff.officeId, query);
  return {
    items: page.items.map((batch) => {
      const waiting = batch.participants.filter(({ state }) => state === "WAITING").length;
      return { ...batch, seated: seatsTaken(batch), waiting };
    }),
    cursor: page.cursor,
  };
};

/** Errors: NOT_FOUND, also for another office's. */
export const readBatch: StaffCommand<typeof routes.readBatch> = async (deps, { staff, params }) => {
  const { state: batch } = await loadRecord(deps, batchKind, { staff, action: "readTraining", id: params.id });
  const today = todayIn(await officeOf(deps, staff), deps.now());
  const [names, clients] = await Promise.all([
    namesOfBatch(deps, batch, today),
    deps.store.clients.clients(batch.participants.map(({ clientId }) => clientId)),
  ]);
  const participants = batch.participants.flatMap(({ clientId, ...one }, at) => {
    const client = clients[at];
    // Whoever has gone over to another office is that office's to name.
    if (client?.officeId !== staff.officeId) return [];
    const { fullName, registerNumber } = client;
    return [{ ...one, clientId, fullName, registerNumber, present: presentOf(batch, clientId) }];
  });
  const { attendance, ...record } = batch;
  return {
    batch: record,
    ...names,
    participants,
    attendance: attendance.map(({ day, absent }) => ({ day, absent: [...absent] })),
    seatsFree: seatsFree(batch),
    acts: batchOffers(staff, batch),
  };
};
