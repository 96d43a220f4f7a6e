/** Work goes from one officer to another, or to somebody who stands in. */

import type { Instant } from "../../domain/calendar/instant.ts";
import { openFollowUpStatuses } from "../../domain/follow-ups/statuses.ts";
import { followUpIdOf, idPrefixes } from "../../domain/identifiers/ids.ts";
import { coverOn, inChargeOf } from "../../domain/offices/in-charge.ts";
import { beginCover } from "../../domain/placements/hand-over.ts";
import { openStatuses } from "../../domain/placements/statuses.ts";
import type { Actor } from "../../domain/process/actor.ts";
import { system } from "../../domain/process/actor.ts";
import { unchanged } from "../../domain/process/decision.ts";
import { handOver } from "../../domain/processes.ts";
import { actorName } from "../../store/audit.ts";
import { noticesIn } from "../../store/notices.ts";
import type { FanOutOf } from "../../store/outbox.ts";
import type { Deps } from "../deps.ts";
import { todayIn } from "../office-times.ts";
import { changePlacement, changeProcess } from "../process/change-process.ts";
import { changeAsOrdered } from "../record/change-record.ts";
import { changed, unchanged as unchangedRecord } from "../record/decision.ts";
import { records } from "../record/records.ts";
import { bySystem, eachOfPage, indexLag, order } from "./fan-out-page.ts";

/** So many rows of the office are looked through at once; few of them are the officer's. */
const pageSize = 50;

/** Where an officer's work lies, in the order in which it is looked through: the clients first, so that nothing new begins behind. */
const places: readonly string[] = ["CLIENTS", ...openStatuses, ...openFollowUpStatuses];

/** How often the office is gone through again at the most. */
const mostPasses = 5;

/** Who ordered it, as the rules and the audit are told. */
const orderedBy = (staffId: string | undefined): Actor =>
  staffId === undefined ? system : { kind: "staff", staffId, role: "supervisor" };

/**
 * All clients of an officer, and all that is under way with the officer, go to another one. What moves on meanwhile moves behind
 * the pages already read, and the index lags: so the office is gone through again a little later, until a pass finds nothing. What
 * has come to the officer since it was ordered is not meant: it may have been handed back in between. The cursor names the place
 * that is being read.
 */
export async function handOverWork(deps: Deps, ref: FanOutOf<"WORK_HANDED_OVER">): Promise<void> {
  const actor = orderedBy(ref.by);
  const give = (id: string): Promise<unknown> =>
    id.startsWith(`${idPrefixes.client}_`)
      ? handOverRecord(deps, id, ref, actor)
      : changeProcess(deps, id, { actor }, ({ state, client, context }) =>
          state.officerId === ref.id && !isNewer(state, ref) && !isNewer(client, ref)
            ? handOver(state, ref.to, ref.at ?? context.now, context)
            : unchanged,
        );
  if (ref.only !== undefined) return eachOfPage(deps, ref, [ref.only], undefined, give);
  if (ref.cursor === undefined && ref.pass === undefined) await tellHandedOver(deps, ref.officeId, ref.id, ref.id, ref.to);
  const [at = "0", from = ""] = (ref.cursor ?? "").split(" ");
  const place = places[Number(at)];
  if (place === undefined) return;
  const options = { limit: pageSize, cursor: from === "" ? undefined : from };
  const page = await (place === "CLIENTS"
    ? deps.store.clients.ofOffice(ref.officeId, options)
    : deps.store.processes.ofOffice(ref.officeId, { ...options, status: place }));
  const ids = page.items.filter(({ officerId }) => officerId === ref.id).map(({ id }) => id);
  await eachOfPage(deps, ref, ids, undefined, give);
  const done = ref.done + ids.length;
  const pass = ref.pass ?? 1;
  const next = page.cursor ? `${at} ${page.cursor}` : Number(at) + 1 < places.length ? `${Number(at) + 1} ` : undefined;
  if (next !== undefined) await order(deps, [{ ...ref, cursor: next, done }]);
  else if (pass < 2 || (done > 0 && pass < mostPasses))
    await order(deps, [{ ...ref, cursor: undefined, done: 0, pass: pass + 1 }], indexLag);
}

/** Whether it came to the officer, or began with them, after the order. */
function isNewer(one: Held, { id: from, at }: FanOutOf<"WORK_HANDED_OVER">): boolean {
  const since = one.officerSince ?? one.registeredAt;
  return one.officerId === from && at !== undefined && since !== undefined && since > at;
}
type Held = { readonly officerId: string; readonly officerSince?: Instant | undefined; readonly registeredAt?: Instant };

const handOverRecord = (deps: Deps, id: string, ref: FanOutOf<"WORK_HANDED_OVER">, actor: Actor): Promise<unknown> =>
  changeAsOrdered(deps, records.client, id, actorName(actor), (client) =>
    client?.officerId === ref.id && !isNewer(client, ref)
      ? changed({
          state: { ...client, officerId: ref.to, officerSince: ref.at ?? deps.now() },
          event: "handOver",
          response: undefined,
          fields: ["officerId"],
          told: { about: ref.to },
        })
      : unchangedRecord(undefined),
  );

/** Keeps for whoever takes over, or stands in for them, that it is told in the morning. Twice is once. */
async function tellHandedOver(deps: Deps, officeId: string, recordId: string, from: string, to: string): Promise<void> {
  const office = await deps.store.offices.office(officeId);
  if (!office) return;
  const today = todayIn(office, deps.now());
  const notice = { kind: "HANDED_OVER", recordId, lastDay: today, step: 0, from, to } as const;
  const told = inChargeOf(to, await deps.store.staff.ofOffice(officeId), today);
  for (const { id } of told) await noticesIn(deps.store.database).keep(id, notice);
}

/** All that is under way for a client goes to the client's new officer, whoever had it. */
export async function handOverOfClient(deps: Deps, { id, to, by, from, at }: FanOutOf<"CLIENT_HANDED_OVER">): Promise<void> {
  const client = (await deps.store.clients.client(id))?.state;
  // The client was handed on meanwhile: that order takes what is under way along.
  if (client && client.officerId !== to) return;
  if (client && from !== undefined && from !== to) await tellHandedOver(deps, client.officeId, id, from, to);
  const attempts = await deps.store.clients.attempts(id);
  for (const processId of attempts.flatMap(({ placementId }) => [placementId, followUpIdOf(placementId)])) {
    if ((await deps.store.processes.row(processId)) === undefined) continue;
    await changeProcess(deps, processId, { actor: orderedBy(by) }, ({ state, context }) =>
      handOver(state, to, at ?? context.now, context),
    );
  }
}

/** From the day on which somebody stands in, what was asked of the officer before waits its whole time for the one who is there. */
export async function beginCovers(deps: Deps, ref: FanOutOf<"COVER_BEGAN">): Promise<void> {
  const [office, staff] = await Promise.all([deps.store.offices.office(ref.officeId), deps.store.staff.ofOffice(ref.officeId)]);
  const officer = staff.find(({ id }) => id === ref.id);
  // It may have been taken back, or be over, before it came to it.
  if (!office || !officer || coverOn(officer, todayIn(office, deps.now()))?.from !== ref.from) return;
  const restart = (id: string): Promise<unknown> =>
    changePlacement(deps, id, bySystem, ({ state, wait, context }) =>
      wait === undefined || wait.openedAt >= ref.at ? unchanged : beginCover(state, context),
    );
  if (ref.only !== undefined) return eachOfPage(deps, ref, [ref.only], undefined, restart);
  const page = await deps.store.processes.ofOfficer(ref.id, { limit: pageSize, cursor: ref.cursor });
  const ids = page.items.filter(({ status }) => status === "AWAITING_APPROVAL").map(({ id }) => id);
  await eachOfPage(deps, ref, ids, page.cursor ? { ...ref, cursor: page.cursor } : undefined, restart);
}
