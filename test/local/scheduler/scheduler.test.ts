import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { openScheduler, type SchedulerOptions } from "../../../local/scheduler/index.ts";
import type { ScheduleModel } from "../../../local/template/model.ts";

const model: ScheduleModel = {
  stack: "S",
  logicalId: "L",
  name: "daily",
  groupName: "default",
  arn: "arn:aws:scheduler:ap-southeast-3:000000000000:schedule/default/daily",
  expression: "cron(0 7 * * ? *)",
  timeZone: "Asia/Jakarta",
  enabled: true,
  functionName: "report",
  input: '{"at":"<aws.scheduler.scheduled-time>","id":"<aws.scheduler.execution-id>"}',
  maximumRetryAttempts: 0,
  maximumEventAgeSeconds: 60,
};

function setUp(start: string, more: Partial<SchedulerOptions> = {}) {
  const world = { now: Date.parse(start) };
  const database = new DatabaseSync(":memory:");
  const events: { functionName: string; payload: string }[] = [];
  const open = () =>
    openScheduler({
      schedules: [model],
      database,
      clock: { now: () => world.now, offset: () => 0 },
      wake: () => {},
      enqueue: (functionName, payload) => String(events.push({ functionName, payload })),
      ...more,
    });
  return { world, events, open };
}

describe("a schedule", () => {
  it("fires once at its time, with its input filled in", () => {
    const { world, events, open } = setUp("2026-11-20T10:00:00Z");
    const scheduler = open();
    scheduler.runDue();
    expect(events).toEqual([]);
    expect(scheduler.nextDue()).toBe(Date.parse("2026-11-21T00:00:00Z"));
    world.now = Date.parse("2026-11-21T00:00:01Z");
    scheduler.runDue();
    scheduler.runDue();
    expect(events).toHaveLength(1);
    expect(JSON.parse(events[0]?.payload ?? "")).toEqual({
      at: "2026-11-21T00:00:00Z",
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(scheduler.list()[0]).toMatchObject({ last: "2026-11-21T00:00:01.000Z", next: "2026-11-22T00:00:00.000Z" });
  });

  it("makes up once for what it missed while the cloud was down", () => {
    const { world, events, open } = setUp("2026-11-20T10:00:00Z");
    open();
    world.now = Date.parse("2026-11-24T12:00:00Z");
    const later = open();
    later.runDue();
    later.runDue();
    expect(events).toHaveLength(1);
    expect(later.nextDue()).toBe(Date.parse("2026-11-25T00:00:00Z"));
  });

  it("is delivered twice when asked to be", () => {
    const { world, events, open } = setUp("2026-11-20T10:00:00Z", { deliverTwice: true });
    const scheduler = open();
    world.now = Date.parse("2026-11-21T00:00:00Z");
    scheduler.runDue();
    expect(events).toHaveLength(2);
    expect(events[0]).toEqual(events[1]);
  });

  it("of under an hour is nothing that advancing stops for, but fires once a jump", () => {
    const { world, events, open } = setUp("2026-11-20T10:00:00Z", {
      schedules: [model, { ...model, name: "each-minute", expression: "rate(1 minute)" }],
    });
    const scheduler = open();
    expect(scheduler.nextDue()).toBe(Date.parse("2026-11-20T10:01:00Z"));
    expect(scheduler.nextJump(world.now)).toBe(Date.parse("2026-11-21T00:00:00Z"));
    world.now = Date.parse("2026-11-20T20:00:00Z");
    scheduler.fireFrequent();
    scheduler.runDue();
    expect(events).toHaveLength(1);
  });

  it("that is disabled never fires by itself, but on request", () => {
    const { world, events, open } = setUp("2026-11-20T10:00:00Z", { schedules: [{ ...model, enabled: false }] });
    const scheduler = open();
    world.now += 10 * 86_400_000;
    scheduler.runDue();
    expect(events).toEqual([]);
    scheduler.fire("daily");
    expect(events).toHaveLength(1);
    expect(() => scheduler.fire("nobody")).toThrow("No schedule is called nobody");
  });
});
