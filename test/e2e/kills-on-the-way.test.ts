/**
 * The demo while the cloud is killed again and again: SIGKILL at random moments of every part of it, each followed by a start.
 * Only at whole length; `demo-left-early` and `recovery-from-named-crashes` stop things half-way each time.
 */
import { expect, it } from "vitest";
import { runDemo } from "../../demo/run-demo.ts";
import { ensureSynthesised } from "../../infra/synth.ts";
import { hangsAfter, isWhole } from "../builders/runs.ts";
import { expectMails } from "./expected-mails.ts";

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Ten kills to the end of the half year. */
const { kills, followUps, weeks } = { kills: 10, followUps: [30, 90, 180], weeks: 29 };
const mebibyte = 1024 * 1024;
const seed = Number(process.env.KILL_SEED ?? 20260302);

it.runIf(isWhole)(`ends the same after ${kills} kills (seed ${seed})`, { timeout: hangsAfter }, async () => {
  const { cdkOut } = await ensureSynthesised();
  const lines: string[] = [];
  try {
    const result = await runDemo({ cdkOut, followUps, kills, random: seededRandom(seed), say: (line) => lines.push(line) });
    expect(result).toMatchObject({
      status: "PLACED",
      employersAsked: 2,
      retainedDays: followUps.at(-1),
      errors: [],
      kills,
      placements: 1,
    });
    // Nothing lost, nothing that was not to be; what came twice is the same mail with the same link.
    expectMails(result.sent, weeks, followUps);
    if (process.platform === "linux") {
      expect(result.memoryBytes).toBeGreaterThan(50 * mebibyte);
      expect(result.memoryBytes).toBeLessThan(600 * mebibyte);
    }
  } catch (error) {
    console.log(lines.join("\n"));
    throw error;
  }
});
