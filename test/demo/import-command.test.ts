/** `npm run import:vacancies -- FILE` where there is nothing to bring in, or nowhere to bring it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { writeAddress } from "../../demo/address.ts";
import { freePort } from "../../demo/run-demo.ts";
import { isWhole } from "../builders/runs.ts";
import { runCommand } from "./run-command.ts";

const folder = mkdtempSync(join(tmpdir(), "titian-import-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fileOf = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const importFile = (...args: readonly string[]) => runCommand("import-vacancies.ts", ...args);

describe("an import", () => {
  it.each([
    ["empty", fileOf("empty.json", " \n"), /empty\.json is empty: it must hold a JSON list/],
    ["cut off", fileOf("cut.json", '[{"id": "1"'), /cut\.json is not JSON, or was cut off/],
    ["no list", fileOf("object.json", "{}"), /object\.json holds no list/],
    ["a folder", folder, /is a folder, not a file/],
    ["not there", join(folder, "nowhere.json"), /nowhere\.json is not there/],
  ])("names a file that is %s", async (_what, file, says) => {
    const { code, stderr } = await importFile(file);
    expect([code, stderr]).toEqual([2, expect.stringMatching(says)]);
  });

  it.runIf(isWhole)("says soon that no cloud answers, and how one is started", { timeout: 25_000 }, async () => {
    const postings = fileOf("none.json", "[]");
    const stopped = join(folder, "stopped");
    mkdirSync(stopped);
    const publicUrl = `http://127.0.0.1:${await freePort()}`;
    writeAddress(stopped, { publicUrl, awsUrl: publicUrl, clientId: "" });
    const never = await importFile(postings, "--data", folder);
    expect([never.code, never.stderr]).toEqual([1, expect.stringMatching(/No cloud was ever started on the folder .*npm start/)]);
    const ended = await importFile(postings, "--data", stopped);
    expect([ended.code, ended.stderr]).toEqual([1, expect.stringContaining(`npm start -- --data ${stopped}`)]);
    const elsewhere = await importFile(postings, "--url", publicUrl, "--token", "x");
    expect([elsewhere.code, elsewhere.stderr]).toEqual([1, `No cloud answers at ${publicUrl}.\n`]);
  });

  it("wants --url and --token together", async () => {
    expect((await importFile(fileOf("two.json", "[]"), "--url", "http://127.0.0.1:1")).stderr).toContain("go together");
  });
});
