import { describe, expect, it } from "vitest";
import {
  chooseProcess,
  deadlockPatience,
  expectedSize,
  fewProcesses,
  findSurplus,
  leftToMachine,
  limitOf,
  longRest,
  type PoolProcess,
  type PoolState,
  patience,
} from "../../../local/lambda/pool-policy.ts";

const now = 1_000_000;
const gigabyte = 2 ** 30;

type Named = PoolProcess & { readonly id: string };

/** `rank*` is busy, `rank+` is starting, `rank` is idle; the earlier in the list, the longer ago it was used. */
const processesOf = (...names: string[]): Named[] =>
  names.map((name, at) => ({
    id: `${name}/${at}`,
    functionName: name.replace(/[*+]$/, ""),
    idle: /\w$/.test(name),
    starting: name.endsWith("+"),
    lastUsed: now - 1000 * (names.length - at),
  }));

const stateOf = (names: readonly string[], more: Partial<PoolState<Named>> = {}): PoolState<Named> => ({
  processes: processesOf(...names),
  limit: names.length,
  kept: new Set(),
  now,
  lastProgress: now,
  ...more,
});

/** What becomes of an invocation of the function `rank` that has waited so long, in a few words. */
function choose(state: PoolState<Named>, waited = 0, reservedConcurrency?: number): string {
  const choice = chooseProcess({ functionName: "rank", reservedConcurrency, since: now - waited }, state);
  if (choice.kind === "serve") return `serve by ${choice.process.id}`;
  if (choice.kind === "wait") return "wait";
  if (choice.inPlaceOf !== undefined) return `start in place of ${choice.inPlaceOf.id}`;
  return choice.againstStandstill ? "start against the standstill" : "start";
}

const busy = ["a*", "b*", "c*", "d*"];

describe("an invocation", () => {
  it("is served by an idle process of its function, the one used last, so that a spare one comes to rest", () => {
    expect(choose(stateOf(["rank", "rank", "a"]))).toBe("serve by rank/1");
  });

  it("has a process started while there is room", () => {
    expect(choose(stateOf(["a", "b*"], { limit: 3 }))).toBe("start");
  });

  it("ends the process idle for longest where there is no room, for its first", () => {
    expect(choose(stateOf(["a*", "b", "c"]))).toBe("start in place of b/1");
  });

  it("ends a function's second process before any function's only one", () => {
    expect(choose(stateOf(["a", "b", "b*", "b", "c"]))).toBe("start in place of b/1");
  });

  it("never ends the only process of a function that is kept, but its second", () => {
    expect(choose(stateOf(["relay", "b", "c"], { kept: new Set(["relay"]) }))).toBe("start in place of b/1");
    expect(choose(stateOf(["relay", "a*"], { kept: new Set(["relay"]) }))).toBe("wait");
    expect(choose(stateOf(["relay", "relay*", "a*"], { kept: new Set(["relay"]) }))).toBe("start in place of relay/0");
  });

  it("never ends a busy process", () => {
    expect(choose(stateOf(busy))).toBe("wait");
  });
});

describe("a second process of a function", () => {
  it("starts at once while there are few processes", () => {
    expect(choose(stateOf(["rank*"], { limit: 20 }))).toBe("start");
    expect(choose(stateOf(["rank+"], { limit: 20 }))).toBe("start");
  });

  it("is waited for when there are more, though there is room", () => {
    const state = stateOf([...busy.slice(0, fewProcesses - 1), "rank*"], { limit: 20 });
    expect(choose(state, patience - 1)).toBe("wait");
    expect(choose(state, patience)).toBe("start");
  });

  it("is enough for twice the wait", () => {
    const state = stateOf([...busy, "rank*", "rank*"], { limit: 20 });
    expect(choose(state, 2 * patience - 1)).toBe("wait");
    expect(choose(state, 2 * patience)).toBe("start");
  });

  it("does not start while one is on its way", () => {
    expect(choose(stateOf([...busy, "rank*", "rank+"], { limit: 20 }), patience)).toBe("wait");
  });

  it("takes the place of a process that has rested long, and of no other", () => {
    const names = ["a", "b*", "c*", "d*", "rank*"];
    const restedSince = (lastUsed: number) =>
      stateOf(names, { processes: processesOf(...names).map((process) => ({ ...process, lastUsed })) });
    expect(choose(restedSince(now - longRest), patience)).toBe("start in place of a/0");
    expect(choose(restedSince(now - longRest + 1), patience)).toBe("wait");
  });

  it("never goes beyond the reserved concurrency, whatever the wait", () => {
    expect(choose(stateOf(["rank*"], { limit: 20, lastProgress: 0 }), 60_000, 1)).toBe("wait");
    expect(choose(stateOf(["rank*"], { limit: 20 }), 0, 2)).toBe("start");
  });
});

describe("functions that wait for each other", () => {
  const standing = { lastProgress: now - deadlockPatience };

  it("get one process more when none is answered", () => {
    expect(choose(stateOf(busy, standing), deadlockPatience)).toBe("start against the standstill");
    expect(choose(stateOf([...busy, "rank*"], standing), deadlockPatience)).toBe("start against the standstill");
  });

  it("get none while others are answered, or before they have waited", () => {
    expect(choose(stateOf(busy, { lastProgress: now - deadlockPatience + 1 }), 60_000)).toBe("wait");
    expect(choose(stateOf(busy, standing), deadlockPatience - 1)).toBe("wait");
  });
});

describe("more processes than there may be", () => {
  const surplusOf = (...given: Parameters<typeof stateOf>) => findSurplus(stateOf(...given)).map(({ id }) => id);

  it("go, the least needed first", () => {
    expect(surplusOf(["a", "b", "c", "c*", "d"], { limit: 2 })).toEqual(["c/2", "a/0", "b/1"]);
  });

  it("stay where they are busy or kept", () => {
    expect(surplusOf(["relay", "a*", "b*"], { limit: 1, kept: new Set(["relay"]) })).toEqual([]);
  });

  it("are none within the limit", () => {
    expect(surplusOf(["a", "b"], { limit: 2 })).toEqual([]);
  });
});

describe("the number of processes", () => {
  const roomy = { used: 0.2 * gigabyte, allowed: 0.6 * gigabyte, free: 8 * gigabyte };
  const room = { processes: 6, starting: 0, maximum: 24, kept: 1 };

  it("is the greatest allowed where memory is not known", () => {
    expect(limitOf(room)).toBe(24);
  });

  it("grows by what the cloud may still take, and shrinks when it takes more", () => {
    const memory = { ...roomy, used: roomy.allowed - 3.5 * expectedSize };
    expect(limitOf({ ...room, memory })).toBe(9);
    expect(limitOf({ ...room, starting: 2, memory })).toBe(7);
    expect(limitOf({ ...room, memory: { ...roomy, used: roomy.allowed + 1 } })).toBe(5);
  });

  it("leaves the rest of the machine its memory", () => {
    expect(limitOf({ ...room, memory: { ...roomy, free: leftToMachine + 2 * expectedSize } })).toBe(8);
    expect(limitOf({ ...room, memory: { ...roomy, free: leftToMachine - 2 * expectedSize } })).toBe(fewProcesses);
  });

  it("is a few in any case, but never more than asked for, and one more than are kept", () => {
    const memory = { ...roomy, free: 0 };
    expect(limitOf({ ...room, memory })).toBe(fewProcesses);
    expect(limitOf({ ...room, maximum: 2, memory })).toBe(2);
    expect(limitOf({ ...room, maximum: 2, kept: 2, memory })).toBe(3);
  });
});
