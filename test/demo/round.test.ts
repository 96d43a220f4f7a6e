/** `npm run round -- FILE`, as its user runs it. */
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";

const run = promisify(execFile);
const root = join(import.meta.dirname, "../..");
const example = join(root, "demo/example-round.ndjson");
const folder = mkdtempSync(join(tmpdir(), "titian-round-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const round = async (...args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> => {
  try {
    return { code: 0, ...(await run(process.execPath, [join(root, "demo/run-round.ts"), ...args])) };
  } catch (error) {
    if (error instanceof Error && "code" in error && "stdout" in error && "stderr" in error)
      return { code: Number(error.code), stdout: String(error.stdout), stderr: String(error.stderr) };
    throw error;
  }
};

/** Writes a snapshot made of the example's lines. */
const fileOf = (name: string, change: (lines: string[]) => string[]): string => {
  const path = join(folder, name);
  writeFileSync(path, change(readFileSync(example, "utf8").trim().split("\n")).join("\n"));
  return path;
};

describe("npm run round", () => {
  it("says what came of it, and what was set aside", async () => {
    const { code, stdout } = await round(example);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^inputs [0-9a-f]{64}$/m);
    expect(stdout).toMatch(/^placed \d+ of at most \d+$/m);
    expect(stdout).toMatch(/^pairs with a reason to complain: 0$/m);
    for (const code of ["SEATS_IMPLAUSIBLE", "NO_SEAT", "WAGE_IMPLAUSIBLE", "REGION_UNKNOWN", "NO_REGION", "DUPLICATE_ID"])
      expect(stdout).toContain(`vacancy ${code}`);
    expect(stdout).toMatch(/certificate CERTIFICATE_EXPIRED/);
    expect(stdout).toMatch(/agreement AGREEMENT_LAPSED/);
    // A line with a person's sex in it is none of the kinds.
    expect(stdout).toMatch(/line MALFORMED, such as line 80/);
  });

  it("writes the same bytes for the same lines in another order", async () => {
    // The last line is the one that is set aside by its number.
    const turned = fileOf("turned.ndjson", (lines) => [...lines.slice(0, -1).toReversed(), lines.at(-1) ?? ""]);
    const [first, second] = [join(folder, "first.json"), join(folder, "second.json")];
    await round(example, "--out", first);
    await round(turned, "--out", second);
    expect(readFileSync(second, "utf8")).toBe(readFileSync(first, "utf8"));
    expect(JSON.parse(readFileSync(first, "utf8")).proposals.length).toBeGreaterThan(10);
  });

  it("draws another lottery from another seed", async () => {
    const drawn = await Promise.all(
      ["a seed of sixteen and more", "another seed of sixteen and more"].map(async (seed, at) => {
        const out = join(folder, `drawn-${at}.json`);
        await round(example, "--seed", seed, "--out", out);
        return JSON.parse(readFileSync(out, "utf8")).proposals;
      }),
    );
    expect(drawn[0]).not.toEqual(drawn[1]);
  });

  it("gives the hash of the inputs before there is a seed, and asks for one", async () => {
    const path = fileOf("unseeded.ndjson", (lines) => ['{"kind":"round","today":"2026-03-02"}', ...lines.slice(1)]);
    const { code, stdout, stderr } = await round(path);
    expect([code, stderr]).toEqual([2, expect.stringContaining("No seed")]);
    expect(stdout.trim()).toBe((await round(example)).stdout.split("\n")[0]);
  });

  it.each([
    ["no file", [], /^npm run round/],
    ["a file that is not there", ["nowhere.ndjson"], /ENOENT/],
    ["a flag it does not know", ["x", "--fast"], /--fast/],
  ])("ends with 2 for %s", async (_what, args, says) => {
    const { code, stdout, stderr } = await round(...args);
    expect(code).toBe(2);
    expect(stdout + stderr).toMatch(says);
  });
});
