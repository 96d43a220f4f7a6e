import { DatabaseSync } from "node:sqlite";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { openClock } from "../../../local/clock/clock.ts";
import { createDriver, type DrivenPart } from "../../../local/clock/driver.ts";
import { eventually } from "../fixtures/fixture.ts";

const day = 86_400_000;

/** A part with a list of moments; each runs for a little while and notes when it was. */
function agenda(clock: { now: () => number }, moments: number[], onRun: (now: number) => void = () => {}) {
  const ran: number[] = [];
  let working = 0;
  const part: DrivenPart = {
    name: "agenda",
    nextDue: () => (moments.length === 0 ? undefined : Math.min(...moments)),
    busy: () => working,
    runDue: () => {
      for (const moment of moments.filter((number) => number <= clock.now())) {
        moments.splice(moments.indexOf(moment), 1);
        working += 1;
        setTimeout(() => {
          ran.push(clock.now());
          onRun(clock.now());
          working -= 1;
        }, 15);
      }
    },
  };
  return { part, ran };
}

/** A part that is due and cannot do it. */
const broken = (): DrivenPart => ({
  name: "broken",
  nextDue: () => 0,
  runDue: () => {
    throw new Error("no such function");
  },
  busy: () => 0,
});

describe("the clock", () => {
  it("keeps its offset over restarts and never goes back", () => {
    const database = new DatabaseSync(":memory:");
    const clock = openClock(database);
    clock.jumpTo(Date.now() + day);
    clock.jumpTo(Date.now());
    expect(clock.offset()).toBeGreaterThan(day - 1000);
    expect(openClock(database).offset()).toBe(clock.offset());
  });
});

describe("advancing", () => {
  it("stops at each moment, also at those that only come up on the way", async () => {
    const clock = openClock(new DatabaseSync(":memory:"));
    const start = clock.now();
    const moments = [start + 2 * day, start + day];
    const { part, ran } = agenda(clock, moments, () => {
      if (ran.length === 1) moments.push(clock.now() + 3600_000);
    });
    const jumps: number[] = [];
    const driver = createDriver({ clock, parts: [part], onJump: () => jumps.push(clock.now()) });
    const { stops } = await driver.advance({ by: 3 * day });
    expect(ran.map((moment) => Math.round((moment - start) / 3600_000))).toEqual([24, 25, 48]);
    expect(stops).toBe(4);
    expect(jumps).toHaveLength(4);
    expect(Math.round((clock.now() - start) / 3600_000)).toBe(72);
  });

  it("does not stay for ever at what is due and does not go away", async () => {
    const clock = openClock(new DatabaseSync(":memory:"));
    const due = clock.now() - 1000;
    const stubborn: DrivenPart = { name: "stubborn", nextDue: () => due, runDue: () => {}, busy: () => 0 };
    const { part, ran } = agenda(clock, [clock.now() + day]);
    const driver = createDriver({ clock, parts: [stubborn, part] });
    const { stops } = await driver.advance({ by: 2 * day });
    expect(ran).toHaveLength(1);
    expect(stops).toBe(2);
  });

  it("says who keeps it from settling", async () => {
    const clock = openClock(new DatabaseSync(":memory:"));
    const busy: DrivenPart = { name: "hummingbird", nextDue: () => undefined, runDue: () => {}, busy: () => 3 };
    const driver = createDriver({ clock, parts: [busy], patience: 100 });
    await expect(driver.settle()).rejects.toThrow("hummingbird (3)");
  });

  it("ends when the driver stops", async () => {
    const clock = openClock(new DatabaseSync(":memory:"));
    let ran = 0;
    const endless: DrivenPart = {
      name: "endless",
      nextDue: () => clock.now() + day,
      runDue: () => {},
      busy: () => {
        ran += 1;
        return 0;
      },
    };
    const driver = createDriver({ clock, parts: [endless] });
    const advanced = driver.advance({ by: 9_000_000 * day });
    const ended = expect(advanced).rejects.toThrow("shutting down");
    await eventually(() => ran > 3);
    await driver.stop();
    await ended;
  });

  it("tells whose work could not be done, when the others have done theirs", async () => {
    const clock = openClock(new DatabaseSync(":memory:"));
    const { part, ran } = agenda(clock, [clock.now()]);
    const driver = createDriver({ clock, parts: [broken(), part] });
    await expect(driver.settle()).rejects.toThrow('The part "broken"');
    await eventually(() => ran.length === 1);
  });

  it("refuses what is no moment", async () => {
    const driver = createDriver({ clock: openClock(new DatabaseSync(":memory:")), parts: [] });
    await expect(driver.advance({ to: "tomorrow" })).rejects.toThrow("tomorrow is not a moment");
  });
});

describe("real time", () => {
  it("runs what is due when it is due, and at once when woken", async () => {
    const clock = openClock(new DatabaseSync(":memory:"));
    const moments = [clock.now() + 60];
    const { part, ran } = agenda(clock, moments);
    const driver = createDriver({ clock, parts: [part] });
    driver.start();
    onTestFinished(() => driver.stop());
    await eventually(() => ran.length === 1, 500);
    moments.push(clock.now());
    driver.wake();
    await eventually(() => ran.length === 2, 200);
  });
  it("goes on for all other parts where one throws, and says which", async () => {
    const told = vi.spyOn(console, "error").mockImplementation(() => {});
    onTestFinished(() => told.mockRestore());
    const clock = openClock(new DatabaseSync(":memory:"));
    const { part, ran } = agenda(clock, [clock.now() + 20]);
    const driver = createDriver({ clock, parts: [broken(), part] });
    driver.start();
    onTestFinished(() => driver.stop());
    await eventually(() => ran.length === 1, 2500);
    expect(String(told.mock.calls[0]?.[0])).toContain('The part "broken"');
  });
});
