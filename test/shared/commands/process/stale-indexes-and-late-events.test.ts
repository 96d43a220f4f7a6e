/** What an index shows too late, what comes late, and one that fails among many: none of it leaves anybody standing. */

import { ExecutionDoesNotExist } from "@aws-sdk/client-sfn";
import { describe, expect, it } from "vitest";
import { verifyCertificate } from "../../../../shared/commands/certificates/verify-certificate.ts";
import { recordConsent } from "../../../../shared/commands/clients/record-consent.ts";
import { viewLink } from "../../../../shared/commands/links/view-link.ts";
import { relayRow } from "../../../../shared/commands/relay/relay-row.ts";
import { openVacancy } from "../../../../shared/commands/vacancies/open-vacancy.ts";
import { followUpIdOf } from "../../../../shared/domain/identifiers/ids.ts";
import { dueShards, shardOf } from "../../../../shared/store/keys.ts";
import {
  answerLink,
  bringToClient,
  bringToEmployer,
  colleague,
  confirm,
  day,
  employerSays,
  hour,
  interview,
  keyFor,
  linkOf,
  minute,
  officer,
  read,
  review,
  start,
  terminate,
  trainer,
  undo,
  withdraw,
  withdrawConsent,
} from "../../../builders/carry.ts";
import { type Call, once } from "../../../builders/faults.ts";
import { idNo } from "../../../builders/ids.ts";
import { certificatePuts, employerPuts } from "../../../builders/put-records.ts";
import { buildCertificate, buildEmployer, buildVacancy } from "../../../builders/records.ts";
import { isWhole } from "../../../builders/runs.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const open = useWorlds();
const write = "TransactWriteItemsCommand";
const accept = { choice: "ACCEPT" } as const;
const receipt = { how: "IN_PERSON" } as const;

const readsIndex = (call: Call, index: string): boolean =>
  call.command === "QueryCommand" && "IndexName" in call.input && call.input.IndexName === index;

async function openOne(world: World): Promise<void> {
  const { title, regencyCode, wage, workDays, reportDayFree, contractType, requirements, recordCheck, validUntil } =
    buildVacancy(1);
  const body = {
    employerId: idNo("employer", 1),
    title,
    regencyCode,
    seats: 1,
    wage,
    workDays,
    reportDayFree,
    contractType,
    requirements,
    recordCheck,
    validUntil,
    flags: [],
  };
  const idempotency = keyFor(officer, "vacancy", body);
  await world.request("openVacancy", (deps) => openVacancy(deps, { params: {}, query: {}, body, staff: officer, idempotency }));
}

async function openWithEmployer(): Promise<World> {
  const world = await open({ vacancies: [] });
  await world.deps.store.database.commit(employerPuts(buildEmployer(1)));
  return world;
}

const says = (world: World, body: Parameters<typeof recordConsent>[1]["body"]) =>
  world.request("consent", (deps) =>
    recordConsent(deps, {
      params: { id: idNo("client", 1) },
      query: {},
      body,
      staff: officer,
      idempotency: keyFor(officer, "consent", body),
    }),
  );

describe("a vacancy and a client that miss each other", () => {
  it("because both indexes are a moment behind find each other a minute later", async () => {
    const world = await openWithEmployer();
    let missed = 0;
    world.faults.plan((call) => {
      if (call.invocation === "task rankPlacement pl" && readsIndex(call, "open")) return { stale: true };
      if (!call.invocation.startsWith("relay FANOUT") || !readsIndex(call, "waiting")) return undefined;
      missed += 1;
      return { stale: true };
    });
    const { id } = await start(world);
    await openOne(world);
    await world.settle();
    expect(missed).toBeGreaterThan(0);
    world.faults.plan(undefined);
    await world.advance(2 * minute);
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_APPROVAL" });
  });

  it("because the second look failed find each other when the task is tried again", async () => {
    const world = await openWithEmployer();
    let step = 0;
    world.faults.plan((call) => {
      if (call.invocation !== "task rankPlacement pl") return undefined;
      if (step === 0 && call.command === write) {
        step = 1;
        return {
          meanwhile: async () => {
            await openOne(world);
            for (const pk of world.waitingRecords()) await relayRow(world.relayDeps, pk);
          },
        };
      }
      if (step !== 1 || !readsIndex(call, "open")) return undefined;
      step = 2;
      return { error: () => new Error("slow down") };
    });
    const { id } = await start(world);
    await world.settle();
    // Longer than the machine waits before it tries again, shorter than the second pass of the vacancy.
    await world.advance(30_000);
    expect(step).toBe(2);
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_APPROVAL" });
  });
});

describe("a full vacancy", () => {
  it.runIf(isWhole)("lets whoever else is before its employer go on at once, and says why", async () => {
    const world = await open({ clients: [{}, {}], vacancies: [{}, {}] });
    const first = await bringToEmployer(world, [1, 2], 1);
    const second = await bringToEmployer(world, [1, 2], 2);
    // Questions to one contact are put together after a quarter of an hour.
    await world.advance(16 * 60_000);
    const link = linkOf(world, 1);
    await employerSays(world, first, accept);
    await world.settle();
    expect((await read(world, second)).shortlist.map((entry) => entry.state)).toEqual(["SEAT_TAKEN", "ASKED"]);
    await expect(answerLink(world, link, accept)).rejects.toMatchObject({ code: "SEAT_TAKEN" });
    const request = { params: {}, query: {}, body: link, idempotency: undefined };
    expect(await viewLink(world.deps, request)).toMatchObject({ open: false, closedBecause: "SEAT_TAKEN" });
  });
});

describe("one that cannot be handled", () => {
  it.runIf(isWhole)("keeps nobody else of its shard from being looked after, and ends as a dead row of its own", async () => {
    const world = await open({ clients: Array.from({ length: 9 }, () => ({})), vacancies: [{ seats: 50 }] });
    const ids: string[] = [];
    for (let no = 1; no <= 9; no += 1) ids.push(await bringToClient(world, [1], no));
    const [bad = "", good = ""] =
      [...Map.groupBy(ids, (id) => shardOf(id, dueShards)).values()].find((all) => all.length > 1) ?? [];
    for (const execution of await world.executions("placement"))
      if ([bad, good].some((id) => execution.name.includes(id.slice(3))))
        await world.stepFunctions.call("StopExecution", { executionArn: execution.arn });
    await world.deps.store.database.writeOne({
      label: "broken",
      table: "placements",
      kind: "update",
      key: { pk: `PL#${bad}`, sk: "STATE" },
      update: "SET dueSk = :first, route = :unheard",
      values: { ":first": "2026-01-01", ":unheard": "UNHEARD" },
    });
    await world.reconcile();
    await world.settle();
    expect(await read(world, good)).toMatchObject({ run: 2 });
    for (let hours = 0; hours < 6; hours += 1) await world.advance(hour);
    for (let hours = 0; hours < 6; hours += 1) await world.advance(hour);
    expect(world.dead()).toHaveLength(1);
  });
});

describe("an execution that is not seen yet", () => {
  it("is not replaced: two would take the waits from each other", async () => {
    const world = await open();
    const { id } = await start(world);
    await world.settle();
    const plan = once((call) => call.command === "DescribeExecutionCommand", {
      error: () => new ExecutionDoesNotExist({ message: "-", $metadata: {} }),
    });
    world.faults.plan(plan);
    await world.reconcile();
    expect(plan.happened()).toBe(true);
    expect(await read(world, id)).toMatchObject({ run: 1 });
    expect(await world.executions("placement")).toHaveLength(1);
  });
});

describe("a row that kills its relay each time", () => {
  it.runIf(isWhole)("is given up, and said to be", async () => {
    const world = await open();
    world.faults.plan((call) => (call.command === "SendEmailCommand" ? { crash: "before" } : undefined));
    await bringToEmployer(world);
    for (let tries = 0; tries < 16; tries += 1) await world.advance(5 * minute);
    expect(world.dead()).toHaveLength(1);
  });
});

describe("what a client takes back", () => {
  it("and gives anew before it was noticed ends nothing that began since", async () => {
    const world = await open();
    const first = await bringToClient(world, [1]);
    world.useStream(false);
    await withdrawConsent(world, 1);
    await withdraw(world, first);
    // At the same moment the withdrawal would count.
    world.setClock(new Date(Date.parse(world.now()) + minute).toISOString());
    await says(world, { purpose: "PROFILING", action: "GIVEN", receipt });
    const { id } = await start(world);
    world.useStream(true);
    await world.advance(minute);
    expect(await read(world, id)).toMatchObject({ attempt: 2, status: "AWAITING_APPROVAL" });
  });

  it("of being asked about holds from the first day, though it was said before work began", async () => {
    const world = await open();
    const id = await bringToEmployer(world);
    await employerSays(world, id, accept);
    await world.settle();
    await says(world, { purpose: "EMPLOYER_CONTACT", action: "WITHDRAWN", receipt });
    await confirm(world, id);
    await world.settle();
    const heard = () => world.mails().filter((mail) => mail.to === "pemilik1@bengkel.test").length;
    const before = heard();
    await world.advanceTo("2026-04-01T02:01:00.000Z");
    expect((await world.deps.store.processes.followUp(followUpIdOf(id)))?.state.status).toBe("AWAITING_NEWS");
    expect(heard()).toBe(before);
  });
});

describe("a certificate", () => {
  it.runIf(isWhole)("that is verified while the officer ranks again is not waited for", async () => {
    const world = await open();
    const { id } = await start(world, 1, false);
    await world.settle();
    await world.deps.store.database.commit(certificatePuts(buildCertificate(1, { recordedBy: trainer.id })));
    for (let days = 0; days < 60 && (await read(world, id)).status !== "AWAITING_REVIEW"; days += 1) await world.advance(day);
    const plan = once((call) => call.invocation === "review" && call.command === write, {
      meanwhile: async () => {
        const body = { seen: true } as const;
        const idempotency = keyFor(colleague, "verify", body);
        await world.request("verify", (deps) =>
          verifyCertificate(deps, { params: { id: idNo("certificate", 1) }, query: {}, body, staff: colleague, idempotency }),
        );
        await world.settle();
      },
    });
    world.faults.plan(plan);
    await review(world, id, { decision: "RANK_AGAIN" });
    await world.settle();
    expect(plan.happened()).toBe(true);
    expect((await read(world, id)).status).toBe("AWAITING_APPROVAL");
  });
});

describe("a terminated agreement", () => {
  it.runIf(isWhole)("reaches a placement that moves on while the office is gone through", async () => {
    const world = await open({ vacancies: [{}, {}], agreements: [2] });
    const id = await bringToEmployer(world, [1, 2]);
    await employerSays(world, id, { choice: "INTERVIEW", times: ["2026-03-04T03:00:00.000Z"] });
    await world.settle();
    // The page of interviews is read; before that, the placement has left it for the page that was read already.
    let pages = 0;
    world.faults.plan((call) => {
      if (!call.invocation.startsWith("relay FANOUT") || !readsIndex(call, "office")) return undefined;
      pages += 1;
      if (pages !== 3) return undefined;
      return { meanwhile: async () => void (await interview(world, id, { kind: "RESULT", result: "NO", receipt })) };
    });
    await terminate(world, 2);
    await world.settle();
    expect(pages).toBeGreaterThanOrEqual(3);
    world.faults.plan(undefined);
    await world.advance(2 * minute);
    expect((await read(world, id)).shortlist.map((entry) => entry.state)).toEqual(["NOT_CHOSEN", "RECALLED"]);
  });
});

describe("a reminder that comes due while an answer can still be undone", () => {
  it.runIf(isWhole)("is sent when it was undone, and not when it counts", async () => {
    const world = await open();
    await bringToEmployer(world);
    const link = linkOf(world);
    const reminders = () => world.mails().filter((mail) => mail.subject.startsWith("Pengingat")).length;
    await world.advanceTo("2026-03-04T01:55:00.000Z");
    await answerLink(world, link, accept);
    await world.advanceTo("2026-03-04T02:01:00.000Z");
    expect(reminders()).toBe(0);
    await undo(world, link);
    for (let minutes = 0; minutes < 40; minutes += 1) await world.advance(minute);
    expect(reminders()).toBe(1);
    await answerLink(world, link, { choice: "DECLINE", reason: "OTHER" });
    await world.advance(3 * day);
    expect(reminders()).toBe(1);
  });
});
