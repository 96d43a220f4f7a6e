/** `npm run round -- FILE`, as its user runs it. */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { readSnapshotFile } from "../../demo/snapshot-file.ts";
import { defaultWeights } from "../../shared/domain/matching/weights.ts";
import { isWhole } from "../builders/runs.ts";

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

/** A vacancy and a client who fit each other, with every value said. */
const demanding = {
  certificateRequired: false,
  employerId: "em_1",
  employerOptOut: false,
  id: "va_1",
  kind: "vacancy",
  minEducation: 0,
  minExperienceYears: 0,
  minLevel: 0,
  regencyCode: "36.03",
  reportDayFree: false,
  schemes: ['Las, "dasar" é'],
  seatsFree: 1,
  skills: ["B", "A"],
  units: [],
  validUntil: "2026-06-30",
  workDays: ["TUESDAY"],
};
const waiting = {
  aptitudes: [],
  barredOccupations: [],
  certificates: [],
  education: 0,
  exhaustedEmployers: [],
  experienceYears: 0,
  id: "cl_1",
  interests: [],
  kind: "client",
  officeId: "of_1",
  regencyCode: "36.03",
  skills: ["A", "B"],
  waitingSince: "2026-01-12",
  willingness: "PROVINCE",
};

const hashOf = async (path: string, ...flags: readonly string[]): Promise<string> =>
  /^inputs ([0-9a-f]{64})$/m.exec((await round(path, ...flags)).stdout)?.[1] ?? "";

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

  it("says of nothing that it is certified to 100 % but of what is", async () => {
    // Pairs that nobody else competes for: what the example is short of becomes a smaller and smaller share.
    const pairs = Array.from({ length: 300 }, (_one, at) => [
      { ...demanding, id: `va_own_${at}`, skills: [`OWN ${at}`] },
      { ...waiting, id: `cl_own_${at}`, skills: [`OWN ${at}`] },
    ]);
    const path = fileOf("nearly.ndjson", (lines) => [...lines, ...pairs.flat().map((item) => JSON.stringify(item))]);
    const out = join(folder, "nearly.json");
    const { stdout } = await round(path, "--out", out);
    const { certifiedPercent } = JSON.parse(readFileSync(out, "utf8")).audit;
    expect(certifiedPercent).toBeGreaterThan(99.995);
    expect(certifiedPercent).toBeLessThan(100);
    expect(stdout).toContain("certified to 99.99 % of any placement");
  });

  it.runIf(isWhole)("writes the same bytes for the same lines in another order", async () => {
    // The last line is the one that is set aside by its number.
    const turned = fileOf("turned.ndjson", (lines) => [...lines.slice(0, -1).toReversed(), lines.at(-1) ?? ""]);
    const [first, second] = [join(folder, "first.json"), join(folder, "second.json")];
    await round(example, "--out", first);
    await round(turned, "--out", second);
    expect(readFileSync(second, "utf8")).toBe(readFileSync(first, "utf8"));
    expect(JSON.parse(readFileSync(first, "utf8")).proposals.length).toBeGreaterThan(10);
  });

  it.runIf(isWhole)("draws another lottery from another seed", async () => {
    const drawn = await Promise.all(
      ["a seed of sixteen and more", "another seed of sixteen and more"].map(async (seed, at) => {
        const out = join(folder, `drawn-${at}.json`);
        await round(example, "--seed", seed, "--out", out);
        return JSON.parse(readFileSync(out, "utf8")).proposals;
      }),
    );
    expect(drawn[0]).not.toEqual(drawn[1]);
  });

  it.runIf(isWhole)("gives the hash of the inputs before there is a seed, and asks for one", async () => {
    const path = fileOf("unseeded.ndjson", (lines) => ['{"kind":"round","today":"2026-03-02"}', ...lines.slice(1)]);
    const { code, stdout, stderr } = await round(path);
    expect([code, stderr]).toEqual([2, expect.stringContaining("No seed")]);
    expect(stdout.trim()).toBe((await round(example)).stdout.split("\n")[0]);
  });

  it("gives a hash that anybody can work out by the recipe in docs/matching.md", async () => {
    const full = [
      { agreementRequired: true, id: "of_1", kind: "office" },
      { employerId: "em_1", kind: "agreement", officeId: "of_1", validFrom: "2026-01-01", validTo: "2026-12-31" },
      { ...demanding, kbji: "7231.04", monthlyWage: 500_000_000.5, wageFloor: 490_000_000 },
      { ...waiting, reportDay: "MONDAY" },
    ];
    const round = { kind: "round", placementsFirst: true, today: "2026-03-02", weights: defaultWeights };
    const path = fileOf("recipe.ndjson", () => [...full, { ...round, weights: undefined }].map((item) => JSON.stringify(item)));
    const sorted = (_name: string, value: unknown) =>
      typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : value;
    const sha256 = (data: string | Uint8Array) => createHash("sha256").update(data).digest();
    const hashes = [...full, round].map((item) => sha256(JSON.stringify(item, sorted))).sort(Buffer.compare);
    expect(await hashOf(path)).toBe(sha256(Buffer.concat(hashes)).toString("hex"));
  });

  it.runIf(isWhole)(
    "gives another hash for everything that decides but the seed, and the same for another order of the lines",
    async () => {
      const lines = [
        { kind: "round", today: "2026-03-02" },
        { kind: "office", id: "of_1", agreementRequired: false },
        { kind: "agreement", officeId: "of_1", employerId: "em_1", validFrom: "2026-01-01", validTo: "2026-12-31" },
        demanding,
        waiting,
      ];
      const fileWith = (kind: string, change: object) =>
        fileOf("changed.ndjson", () => lines.map((line) => JSON.stringify(line.kind === kind ? { ...line, ...change } : line)));
      const hashWith = (kind: string, change: object) => readSnapshotFile(fileWith(kind, change), {}).inputsHash;
      const plain = hashWith("", {});
      const changes: readonly (readonly [kind: string, change: object])[] = [
        ["round", { today: "2026-03-03" }],
        ["round", { weights: { ...defaultWeights, interest: 81 } }],
        ["round", { weights: { ...defaultWeights, bands: [451] } }],
        ["round", { placementsFirst: true }],
        ["office", { agreementRequired: true }],
        ["agreement", { validTo: "2026-12-30" }],
        ["vacancy", { seatsFree: 2 }],
        ["client", { waitingSince: "2026-01-13" }],
      ];
      const hashes = changes.map(([kind, change]) => hashWith(kind, change));
      expect(new Set([plain, ...hashes]).size).toBe(changes.length + 1);
      // The command line says the same as the line of the file, and what holds unsaid is the same as when it is said.
      expect(await hashOf(fileWith("", {}), "--placements-first")).toBe(hashes[3]);
      expect(hashWith("round", { placementsFirst: false, weights: defaultWeights, seed: "a seed of sixteen and more" })).toBe(
        plain,
      );
      const turned = fileOf("turned-lines.ndjson", () => lines.toReversed().map((line) => JSON.stringify(line)));
      expect(readSnapshotFile(turned, {}).inputsHash).toBe(plain);
      expect(await hashOf(turned)).toBe(plain);
    },
  );

  it.runIf(isWhole)("goes by the weights of the file, and by --placements-first", async () => {
    const published = (path: string, ...flags: readonly string[]) =>
      round(path, "--seed", "a seed of sixteen and more", ...flags);
    const lines = (weights: object) => [
      JSON.stringify({ kind: "round", today: "2026-03-02", weights: { ...defaultWeights, ...weights } }),
      ...[demanding, waiting].map((item) => JSON.stringify(item)),
    ];
    const path = fileOf("weights.ndjson", () =>
      lines({ version: "2027-01", distance: { ...defaultWeights.distance, ownRegency: 7 } }),
    );
    expect((await published(path)).stdout).toMatch(/^cl_1 → va_1 {2}307 points/m);
    const out = join(folder, "weights.json");
    const { stdout } = await published(path, "--placements-first", "--out", out);
    expect(stdout).toMatch(/^placed 1 of at most 1, placements first$/m);
    expect(JSON.parse(readFileSync(out, "utf8")).audit).toMatchObject({ weights: "2027-01", placementsFirst: true });
    const bad = fileOf("bad-weights.ndjson", () => lines({ bands: [10, 20] }));
    expect(await published(bad)).toMatchObject({ code: 2, stdout: "" });
  });

  it.runIf(isWhole)("reads a file whose editor put a mark before the first line and ends lines as Windows does", async () => {
    const path = fileOf("marked.ndjson", (lines) => [`\uFEFF${lines.join("\r\n")}`]);
    expect(await round(path)).toEqual(await round(example));
  });

  it.each([
    ["a day that does not exist", { today: "2026-02-30" }, "line 1, of kind round, cannot be meant: today: must be a day"],
    ["a name that it does not know", { placementFirst: true }, "placementFirst: not known"],
    ["weights below zero", { weights: { ...defaultWeights, interest: -1 } }, "weights.interest: "],
    [
      "weights beyond the greatest sum",
      { weights: { ...defaultWeights, skills: 1000, certificate: 1000, interest: 1000, aptitude: 1000 } },
      "weights: the sum of all points",
    ],
    ["bands that do not fall", { weights: { ...defaultWeights, bands: [10, 20] } }, "weights.bands: each must be less"],
  ])("says what cannot be meant of a line of kind round with %s", async (_what, change, says) => {
    const path = fileOf("unmeant.ndjson", (lines) => [
      JSON.stringify({ kind: "round", today: "2026-03-02", ...change }),
      ...lines.slice(1),
    ]);
    const { code, stdout, stderr } = await round(path);
    expect([code, stdout, stderr]).toEqual([2, "", expect.stringContaining(says)]);
  });

  it("says how many lines of kind round there are where it is not one, and what could not be read", async () => {
    const says = async (name: string, change: (lines: string[]) => string[]) => (await round(fileOf(name, change))).stderr;
    expect(await says("none.ndjson", (lines) => ["{", ...lines.slice(1, -1)])).toContain(
      "it has 0; lines that cannot be read: 1, the first is line 1.",
    );
    expect(await says("two.ndjson", (lines) => [...lines.slice(0, -1), lines[0] ?? ""])).toContain("it has 2.");
  });

  it("takes no pipe, whose clients it could read once only: for the hash and not for the round", async () => {
    const command = `cat "${example}" | "${process.execPath}" "${join(root, "demo/run-round.ts")}" /dev/stdin`;
    await expect(run("sh", ["-c", command])).rejects.toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("/dev/stdin is read twice, so it must be a file and no pipe."),
    });
  });

  it("does not match others than it hashed where the file changed in between", () => {
    const path = fileOf("written-to.ndjson", (lines) => lines);
    const { clients } = readSnapshotFile(path, {});
    expect([...clients()].length).toBeGreaterThan(10);
    appendFileSync(path, `\n${JSON.stringify(waiting)}`);
    expect(() => [...clients()]).toThrow("was changed while it was read");
  });

  it.each([
    ["no file", [], /^npm run round/],
    ["a file that is not there", ["nowhere.ndjson"], /^nowhere\.ndjson is not there/],
    ["a folder", [folder], /is a folder, not a file/],
    ["a result that cannot be written", [example, "--out", folder], /is a folder, not a file/],
    ["a flag it does not know", ["x", "--fast"], /--fast/],
  ])("ends with 2 for %s", async (_what, args, says) => {
    const { code, stdout, stderr } = await round(...args);
    expect(code).toBe(2);
    expect(stdout + stderr).toMatch(says);
  });
});
