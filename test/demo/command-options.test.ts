/** What the commands say to those who name something wrong. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readCount, readDataFolder, readOptions, readPort, UsageError } from "../../demo/options.ts";
import { ensureSynthesised } from "../../infra/synth.ts";
import { isWhole } from "../builders/runs.ts";
import { runCommand } from "./run-command.ts";

const folder = mkdtempSync(join(tmpdir(), "titian-options-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, "file");
writeFileSync(file, "");

describe("an option", () => {
  it.each([
    [["--bogus"], "Unknown option '--bogus'."],
    [["--port"], "Option '--port <value>' argument missing."],
    [["--port", "--empty"], "Option '--port' argument is missing: the next word is an option itself."],
    [["--empty=x"], "Option '--empty' does not take an argument."],
    [["7500"], "Unexpected argument '7500'."],
  ])("that is not known is told in a sentence: %j", (args, says) => {
    const options = { port: { type: "string" }, empty: { type: "boolean" } } as const;
    expect(() => readOptions({ args, options })).toThrow(new UsageError(says));
  });

  it.each(["abc", "99999", "7480.5", "65535", "-1", "", "1e3"])("--port %s is refused", (text) => {
    expect(() => readPort(text)).toThrow(UsageError);
  });

  it("--port leaves room for the AWS endpoint's", () => {
    expect([readPort("0"), readPort("7400"), readPort("65534")]).toEqual([0, 7400, 65_534]);
  });

  it("--kills counts", () => {
    expect(readCount("--kills", "10", 100)).toBe(10);
    for (const text of ["abc", "-1", "1.5", "101", ""]) expect(() => readCount("--kills", text, 100)).toThrow(UsageError);
  });

  it("--data is a folder, or becomes one", () => {
    expect(readDataFolder(join(folder, "new", "one"))).toBe(join(folder, "new", "one"));
    for (const path of [file, join(file, "below"), ""]) expect(() => readDataFolder(path)).toThrow(UsageError);
  });
});

describe("a command ends in a sentence and its usage", () => {
  it.each([
    ["start.ts", ["--bogus"], /^Unknown option '--bogus'\.\n\nnpm start/],
    ["start.ts", ["--port", "abc"], /^--port abc is no port/],
    ["demo.ts", ["--kills", "abc"], /^--kills abc is no number of times/],
    ["import-vacancies.ts", [], /^Name one file\.\n\nnpm run import:vacancies/],
    ["print-token.ts", [], /^Name one login\.\n\nnpm run -s token/],
  ])("%s %j", async (command, args, says) => {
    const { code, stderr } = await runCommand(command, ...args);
    expect([code, stderr]).toEqual([2, expect.stringMatching(says)]);
    expect(stderr).not.toMatch(/^ {4}at /m);
  });

  it.runIf(isWhole)("where a port is taken, naming both that are needed", async () => {
    await ensureSynthesised();
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
    const address = taken.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const { code, stderr } = await runCommand("start.ts", "--port", String(port), "--data", join(folder, "taken"));
    taken.close();
    expect([code, stderr]).toEqual([1, expect.stringContaining(`Titian takes ${port} and ${port + 1}`)]);
    expect(stderr).not.toMatch(/^ {4}at /m);
  });
});
