import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { startCloud } from "../../local/cloud.ts";
import { fixtureCdkOut, temporaryFolder } from "./fixtures/fixture.ts";

/** A folder on which a cloud has stood, as a fresh copy for each test. */
let whole = "";
beforeAll(async () => {
  whole = mkdtempSync(join(tmpdir(), "titian-test-"));
  await (await startCloud({ cdkOut: await fixtureCdkOut(), dataFolder: whole, port: 0 })).close();
});
afterAll(() => rmSync(whole, { recursive: true, force: true }));
const copy = (): string => {
  const folder = temporaryFolder();
  cpSync(whole, folder, { recursive: true });
  return folder;
};
const start = async (dataFolder: string): Promise<void> => {
  const cloud = await startCloud({ cdkOut: await fixtureCdkOut(), dataFolder, port: 0 });
  onTestFinished(cloud.close);
};

const parts = [
  "cloud.sqlite",
  "dynamodb/dynamodb.sqlite",
  "identity/cookie.key",
  "identity/identity.sqlite",
  "identity/signing-key.json",
  "kms/master.key",
  "mail.sqlite",
  "step-functions.sqlite",
] as const;

describe("a data folder on which a cloud has stood", () => {
  it("names its parts, and is taken when all are there", async () => {
    const folder = copy();
    expect(JSON.parse(readFileSync(join(folder, "folder.json"), "utf8"))).toEqual({ version: 1, parts });
    await start(folder);
  });

  it.each(parts)("is refused by name without %s, which would be made anew", async (part) => {
    const folder = copy();
    rmSync(join(folder, part));
    await expect(start(folder)).rejects.toThrow(`${part} is missing`);
  });

  it("is refused when a later version has written it", async () => {
    const folder = copy();
    writeFileSync(join(folder, "folder.json"), JSON.stringify({ version: 2, parts }));
    await expect(start(folder)).rejects.toThrow("is of version 2");
  });
});
