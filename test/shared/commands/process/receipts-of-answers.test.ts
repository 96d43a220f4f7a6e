/** How a person's word was taken is kept with the version to which it led; a repeated request is answered to the letter. */
import { expect, it } from "vitest";
import * as z from "zod";
import { routes } from "../../../../shared/api/routes.ts";
import { answerForEmployer } from "../../../../shared/commands/placements/answer-for-employer.ts";
import { withdrawPlacement } from "../../../../shared/commands/placements/withdraw-placement.ts";
import { keys } from "../../../../shared/store/keys.ts";
import { bringToEmployer, employerSays, officer, withdraw } from "../../../builders/carry.ts";
import { isWhole } from "../../../builders/runs.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const open = useWorlds();
const row = z.object({ how: z.string(), at: z.string(), evidence: z.string().optional(), recordedBy: z.string() });
const receiptOf = (world: World, id: string, version: number) =>
  world.deps.store.database.get("placements", keys.receipt(id, version), row);

/** An officer's record of what an employer said by phone, with a key of its own. */
const byPhone = (world: World, id: string, at: string, key = "by-phone-1") => {
  const body = { answer: { choice: "ACCEPT" }, receipt: { how: "PHONE", at, evidence: "Telepon pukul 09.30" } } as const;
  const idempotency = { subject: officer.id, route: routes.answerForEmployer.path, key, request: body };
  return answerForEmployer(world.deps, { staff: officer, params: { id }, query: {}, body, idempotency });
};

it("keeps how an employer's answer was taken by phone, when, and by whom", async () => {
  const world = await open();
  const id = await bringToEmployer(world);
  const at = world.now();
  const { version } = await byPhone(world, id, at);
  expect(await receiptOf(world, id, version)).toEqual({
    how: "PHONE",
    at,
    evidence: "Telepon pukul 09.30",
    recordedBy: `officer:${officer.id}`,
  });
});

it("keeps how the client withdrew", async () => {
  const world = await open();
  const id = await bringToEmployer(world);
  const { version } = await withdraw(world, id);
  expect(await receiptOf(world, id, version)).toMatchObject({ recordedBy: `officer:${officer.id}` });
});

it("refuses a word from the future and keeps nothing", async () => {
  const world = await open();
  const id = await bringToEmployer(world);
  const before = await world.deps.store.processes.row(id);
  const body = { receipt: { how: "PHONE", at: "2031-01-01T00:00:00.000Z" } } as const;
  const request = { staff: officer, params: { id }, query: {}, body, idempotency: undefined };
  await expect(withdrawPlacement(world.deps, request)).rejects.toMatchObject({ code: "REQUEST_INVALID" });
  expect(await world.deps.store.processes.row(id)).toEqual(before);
  expect(await receiptOf(world, id, (before?.version ?? 0) + 1)).toBeUndefined();
});

it.runIf(isWhole)("answers a repeat as the first time, though the placement has gone on since", async () => {
  const world = await open({ vacancies: [{}, {}] });
  const id = await bringToEmployer(world, [1, 2]);
  const at = world.now();
  const first = await byPhone(world, id, at);
  await world.settle();
  const closed = await withdraw(world, id);
  expect(closed.status).toBe("CLOSED");
  expect(await byPhone(world, id, at)).toEqual(first);
  await expect(employerSays(world, id, { choice: "ACCEPT" })).rejects.toMatchObject({ code: "STATUS_CONFLICT" });
});
