import { describe, expect, it } from "vitest";
import { relayRow } from "../../../../shared/commands/relay/relay-row.ts";
import { expireWait } from "../../../../shared/commands/workflow/expire-wait.ts";
import { holdToken } from "../../../../shared/commands/workflow/hold-token.ts";
import { auditOf } from "../../../builders/audit.ts";
import {
  answerLink,
  approve,
  bringToClient,
  bringToEmployer,
  clientSays,
  confirm,
  employerSays,
  linkOf,
  minute,
  read,
  start,
} from "../../../builders/carry.ts";
import { type Call, once } from "../../../builders/faults.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const open = useWorlds();

const at = (invocation: string, command: string) => (call: Call) => call.invocation === invocation && call.command === command;
const write = "TransactWriteItemsCommand";

/** Brings a placement to its approval, with the token of the wait held. */
async function toApproval(world: World): Promise<string> {
  const { id } = await start(world);
  await world.settle();
  return id;
}

const tokenOf = async (world: World, id: string, waitNo: number) => (await world.deps.store.waits.wait(id, waitNo))?.token;

async function dueRows(world: World): Promise<string[]> {
  const pages = await Promise.all([0, 1, 2, 3].map((shard) => world.deps.store.outbox.due(shard, world.now(), 100)));
  return pages.flatMap((page) => page.items.map((item) => item.pk));
}

/** The execution stands at this wait and at no other: its token is held, and nothing is due. */
async function expectWaitingAt(world: World, id: string, waitNo: number): Promise<void> {
  expect(await read(world, id)).toMatchObject({ waitNo, waitOpen: true });
  expect(await tokenOf(world, id, waitNo)).toBeDefined();
  expect(await dueRows(world)).toEqual([]);
  expect((await world.executions("placement")).filter((execution) => execution.status === "RUNNING")).toHaveLength(1);
}

describe("a crash of a command", () => {
  it("before its commit leaves everything as it was", async () => {
    const world = await open();
    const id = await toApproval(world);
    const before = await auditOf(world, id);
    world.faults.plan((call) => (call.invocation === "approve" && call.command === write ? { crash: "before" } : undefined));
    await expect(approve(world, id, [1])).rejects.toThrow("again and again");
    expect(await auditOf(world, id)).toEqual(before);
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_APPROVAL", shortlist: [] });
    world.faults.plan(undefined);
    await approve(world, id, [1]);
    await world.settle();
    await expectWaitingAt(world, id, 2);
  });

  it("after its commit, before the stream: the sweep takes over, and the repeated request gets the same answer", async () => {
    const world = await open();
    const id = await toApproval(world);
    world.useStream(false);
    const plan = once(at("approve", write), { crash: "after" });
    world.faults.plan(plan);
    const response = await approve(world, id, [1]);
    expect(plan.happened()).toBe(true);
    expect(response).toMatchObject({ status: "AWAITING_CLIENT", waitNo: 2 });
    await world.settle();
    expect(await tokenOf(world, id, 2)).toBeUndefined();
    await world.advance(minute);
    await expectWaitingAt(world, id, 2);
    expect((await auditOf(world, id)).map((row) => row.event)).toEqual(["start", "proposeVacancies", "approveShortlist"]);
  });
});

describe("a crash of a task", () => {
  it("between the commit and holdToken: the retry brings a new token, which orders the callback", async () => {
    const world = await open();
    world.faults.plan((call) => (call.invocation === "task holdToken pl 1" ? { crash: "before" } : undefined));
    const id = await toApproval(world);
    await approve(world, id, [1]);
    await world.settle();
    expect(await tokenOf(world, id, 1)).toBeUndefined();
    world.faults.plan(undefined);
    await world.advance(10_000);
    await expectWaitingAt(world, id, 2);
    expect(Date.parse(world.now())).toBeLessThan(Date.parse("2026-03-03T00:00:00.000Z"));
  });

  it("of the ranking after its commit: the retry finds it done and writes nothing", async () => {
    const world = await open();
    const plan = once(at("task rankPlacement pl", write), { crash: "after" });
    world.faults.plan(plan);
    const id = await toApproval(world);
    await world.advance(10_000);
    expect(plan.happened()).toBe(true);
    await expectWaitingAt(world, id, 1);
    expect((await auditOf(world, id)).map((row) => row.event)).toEqual(["start", "proposeVacancies"]);
  });

  it("of expireWait after its commit: silence is noted once", async () => {
    const world = await open();
    const id = await toApproval(world);
    const plan = once(at("task expireWait pl 1", write), { crash: "after" });
    world.faults.plan(plan);
    const { deadline } = await read(world, id);
    await world.advanceTo(deadline ?? "");
    await world.advance(10_000);
    expect(plan.happened()).toBe(true);
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_APPROVAL", stage: 2 });
    await expectWaitingAt(world, id, 2);
  });
});

describe("a crash of the relay", () => {
  it("after SendTaskSuccess, before DONE: the token is dead, and the row is done", async () => {
    const world = await open();
    const id = await toApproval(world);
    const plan = once(at("relay CALLBACK pl 1", "SendTaskSuccessCommand"), { crash: "after" });
    world.faults.plan(plan);
    await approve(world, id, [1]);
    await world.settle();
    expect(plan.happened()).toBe(true);
    expect(await dueRows(world)).toHaveLength(1);
    await world.quiesce();
    await expectWaitingAt(world, id, 2);
    expect(world.failures()).toEqual([]);
  });

  it("after the mail, before DONE: the same mail comes again, with the same link", async () => {
    const world = await open();
    const plan = once(at("relay MAIL pl candidateProposed", "SendEmailCommand"), { crash: "after" });
    world.faults.plan(plan);
    const id = await bringToEmployer(world);
    expect(plan.happened()).toBe(true);
    await world.quiesce();
    const mails = world.mails().filter((mail) => mail.to === "pemilik1@bengkel.test");
    expect(mails).toHaveLength(2);
    expect(mails[0]).toEqual(mails[1]);
    expect(mails[0]?.text).toMatch(/\/link#li_/);
    await answerLink(world, linkOf(world), { choice: "ACCEPT" });
    await world.advance(10 * minute);
    await expectWaitingAt(world, id, 4);
  });

  it("after StartExecution, before DONE: the same name starts nothing twice", async () => {
    const world = await open();
    const plan = once(at("relay START pl", "StartExecutionCommand"), { crash: "after" });
    world.faults.plan(plan);
    const id = await toApproval(world);
    await world.quiesce();
    expect(plan.happened()).toBe(true);
    expect(await world.executions("placement")).toHaveLength(1);
    await expectWaitingAt(world, id, 1);
    expect(world.failures()).toEqual([]);
  });

  it("after the lease: nobody else takes the row for two minutes, then the sweep does", async () => {
    const world = await open();
    const id = await toApproval(world);
    const plan = once(at("relay CALLBACK pl 1", "UpdateItemCommand"), { crash: "after" });
    world.faults.plan(plan);
    await approve(world, id, [1]);
    await world.settle();
    await world.advance(minute);
    expect(await tokenOf(world, id, 2)).toBeUndefined();
    await world.advance(minute);
    await expectWaitingAt(world, id, 2);
  });

  it("that only lasts too long: a second one takes the row after its lease, and the first marks nothing", async () => {
    const world = await open();
    await toApproval(world);
    world.useStream(false);
    await approve(
      world,
      (await world.deps.store.clients.client("cl_00000000000000000000000001"))?.state.openPlacement ?? "",
      [1],
    );
    const [pk = ""] = await dueRows(world);
    const slow = once((call) => call.invocation === "slow" && call.command === "SendTaskSuccessCommand", {
      meanwhile: async () => {
        world.setClock(new Date(Date.parse(world.now()) + 3 * minute).toISOString());
        expect(await relayRow(world.relayDeps, pk)).toBe("DONE");
      },
    });
    world.faults.plan(slow);
    const outcome = await world.faults.invoke("slow", () => relayRow(world.relayDeps, pk));
    expect(outcome).toEqual({ crashed: false, value: "DONE" });
    expect(slow.happened()).toBe(true);
    expect((await world.deps.store.outbox.load(pk))?.status).toBe("DONE");
    expect(await world.executions("placement")).toHaveLength(1);
  });
});

describe("what comes twice or late", () => {
  it("two relays and the sweep at once: one of them takes the row", async () => {
    const world = await open();
    const id = await toApproval(world);
    world.useStream(false);
    await approve(world, id, [1]);
    const [pk = ""] = await dueRows(world);
    const results = await Promise.all([1, 2, 3].map(() => relayRow(world.relayDeps, pk)));
    expect(results.toSorted()).toEqual(["DONE", "NOT_TAKEN", "NOT_TAKEN"]);
    await world.settle();
    await expectWaitingAt(world, id, 2);
  });

  it("an execution of the same name with another input is an error, not a success", async () => {
    const world = await open();
    await toApproval(world);
    const [there] = await world.executions("placement");
    const again = { machine: "placement", name: there?.name ?? "", input: '{"placementId":"pl_other"}' } as const;
    await expect(world.relayDeps.outside.startExecution(again)).rejects.toMatchObject({ name: "ExecutionAlreadyExists" });
  });

  it("an older token does not replace a newer one, decided or not", async () => {
    const world = await open();
    const id = await toApproval(world);
    const newest = await tokenOf(world, id, 1);
    const old = { processId: id, waitNo: 1, token: "an old one", at: "2026-03-01T00:00:00.000Z#0" };
    await holdToken(world.deps, old);
    expect(await tokenOf(world, id, 1)).toBe(newest);
    await approve(world, id, [1]);
    await world.settle();
    const rows = world.faults.effects().length;
    await holdToken(world.deps, old);
    expect(await tokenOf(world, id, 1)).toBe(newest);
    expect(await dueRows(world)).toEqual([]);
    expect(world.faults.effects()).toHaveLength(rows);
    await expectWaitingAt(world, id, 2);
  });

  it("the newest token of a decided wait orders its callback each time it comes", async () => {
    const world = await open();
    const id = await toApproval(world);
    await approve(world, id, [1]);
    await world.settle();
    const late = { processId: id, waitNo: 1, token: "x".repeat(10), at: "2026-03-02T02:00:01.000Z#1" };
    await holdToken(world.deps, late);
    await holdToken(world.deps, late);
    expect(await dueRows(world)).toHaveLength(2);
    await expect(holdToken(world.deps, { ...late, waitNo: 99 })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("a time-out before the callback: the machine finds the decision by itself, and the callback meets a dead token", async () => {
    const world = await open();
    const id = await toApproval(world);
    world.useStream(false);
    const { deadline = "" } = await read(world, id);
    world.setClock(new Date(Date.parse(deadline) - 1).toISOString());
    await approve(world, id, [1]);
    world.setClock(new Date(Date.parse(deadline) + 2000).toISOString());
    await world.stepFunctions.runDue();
    await world.settle();
    expect(await tokenOf(world, id, 2)).toBeDefined();
    await world.quiesce();
    await expectWaitingAt(world, id, 2);
    expect((await auditOf(world, id)).map((row) => row.event)).toEqual(["start", "proposeVacancies", "approveShortlist"]);
    expect(world.failures()).toEqual([]);
  });
});

describe("silence racing a word", () => {
  it("the word is committed while silence is being decided: silence finds the wait closed", async () => {
    const world = await open({ vacancies: [{}, {}] });
    const id = await bringToEmployer(world, [1, 2]);
    const { deadline = "", waitNo } = await read(world, id);
    const said = new Date(Date.parse(deadline) - 1000).toISOString();
    world.setClock(said);
    const meanwhile = async () => {
      world.setClock(said);
      await employerSays(world, id, { choice: "ACCEPT" });
      world.setClock(deadline);
    };
    world.faults.plan(once(at("expiry", write), { meanwhile }));
    world.setClock(deadline);
    await world.faults.invoke("expiry", () => expireWait(world.deps, id, waitNo));
    await world.quiesce();
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_CONFIRMATION", employersAsked: 1 });
    expect((await auditOf(world, id)).map((row) => row.event)).not.toContain("employerAnswerExpires");
  });

  it("silence is committed while the word is being decided: the word is refused, the next employer stays asked", async () => {
    const world = await open({ vacancies: [{}, {}] });
    const id = await bringToEmployer(world, [1, 2]);
    const { deadline = "", waitNo } = await read(world, id);
    world.setClock(new Date(Date.parse(deadline) - 1).toISOString());
    const meanwhile = async () => {
      world.setClock(deadline);
      await expireWait(world.deps, id, waitNo);
    };
    world.faults.plan(once(at("employerSays", write), { meanwhile }));
    await expect(employerSays(world, id, { choice: "ACCEPT" })).rejects.toMatchObject({ code: "STATUS_CONFLICT" });
    await world.quiesce();
    expect((await auditOf(world, id)).map((row) => row.event)).toContain("employerAnswerExpires");
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_EMPLOYER", employersAsked: 2 });
  });

  it("an answer by link that still waits for its ten minutes counts when the time is up", async () => {
    const world = await open({ vacancies: [{}, {}] });
    const id = await bringToEmployer(world, [1, 2]);
    const { deadline = "" } = await read(world, id);
    await world.advanceTo(new Date(Date.parse(deadline) - 2 * minute).toISOString());
    await answerLink(world, linkOf(world), { choice: "ACCEPT" });
    await world.advance(3 * minute);
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_CONFIRMATION", employersAsked: 1 });
    await world.advance(10 * minute);
    await expectWaitingAt(world, id, 4);
  });
});

describe("a lost execution", () => {
  it("that was stopped is replaced by the reconciler, and all goes on", async () => {
    const world = await open();
    const id = await bringToClient(world);
    const [lost] = await world.executions("placement");
    await world.stepFunctions.call("StopExecution", { executionArn: lost?.arn });
    await world.reconcile();
    expect((await world.executions("placement")).map(({ name, status }) => [name.slice(-2), status])).toEqual([
      ["r2", "RUNNING"],
      ["r1", "ABORTED"],
    ]);
    await clientSays(world, id, [1]);
    await world.settle();
    await employerSays(world, id, { choice: "ACCEPT" });
    await world.settle();
    await confirm(world, id);
    await world.settle();
    expect(await read(world, id)).toMatchObject({ status: "PLACED", run: 2 });
    expect((await world.executions("placement"))[0]).toMatchObject({ status: "SUCCEEDED" });
  });

  it("that failed after all its tries is replaced; a second pass the same day starts nothing", async () => {
    const world = await open();
    world.faults.plan((call) => (call.invocation === "task holdToken pl 1" ? { crash: "before" } : undefined));
    const id = await toApproval(world);
    for (let tries = 0; tries < 7; tries += 1) await world.advance(64_000);
    expect((await world.executions("placement"))[0]).toMatchObject({ status: "FAILED" });
    world.faults.plan(undefined);
    await world.reconcile();
    await world.reconcile();
    expect(await world.executions("placement")).toHaveLength(2);
    await expectWaitingAt(world, id, 1);
  });

  it("whose wait is over for more than an hour ends by silence first", async () => {
    const world = await open();
    const id = await toApproval(world);
    const [lost] = await world.executions("placement");
    await world.stepFunctions.call("StopExecution", { executionArn: lost?.arn });
    const { deadline = "" } = await read(world, id);
    await world.advanceTo(new Date(Date.parse(deadline) + 61 * minute).toISOString());
    await world.reconcile();
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_APPROVAL", stage: 2, run: 2 });
    await expectWaitingAt(world, id, 2);
  });

  it("is not replaced while its start still waits in the outbox", async () => {
    const world = await open();
    world.useStream(false);
    await start(world);
    world.useStream(true);
    await world.reconcile();
    await world.quiesce();
    expect((await world.executions("placement")).filter((execution) => execution.status === "RUNNING")).toHaveLength(1);
  });
});
