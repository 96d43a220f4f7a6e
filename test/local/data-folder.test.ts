import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
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

describe("damage", () => {
  const databases = ["cloud.sqlite", "identity/identity.sqlite", "mail.sqlite", "step-functions.sqlite"] as const;
  const spoil = (file: string): void => writeFileSync(file, "no database, whatever its name says ".repeat(200));

  it.each(databases)("of %s is told with the file's name", async (part) => {
    const folder = copy();
    spoil(join(folder, part));
    await expect(start(folder)).rejects.toThrow(`The database ${join(folder, part)} cannot be opened`);
  });

  it("of DynamoDB's file is told with its reason, and nobody waits for it", async () => {
    const told = vi.spyOn(console, "error").mockImplementation(() => {});
    onTestFinished(() => told.mockRestore());
    const folder = copy();
    spoil(join(folder, "dynamodb/dynamodb.sqlite"));
    const from = performance.now();
    await expect(start(folder)).rejects.toThrow(/dynamodb\.sqlite: .*not a valid SQLite database/);
    expect(performance.now() - from).toBeLessThan(5000);
  });

  it("of the lock is not taken for another cloud", async () => {
    const folder = copy();
    spoil(join(folder, "lock.sqlite"));
    await expect(start(folder)).rejects.toThrow(/lock\.sqlite cannot be taken: file is not a database.*may be deleted/);
  });

  it("of the signing key is told without a piece of it", async () => {
    const folder = copy();
    const file = join(folder, "identity/signing-key.json");
    const key = readFileSync(file, "utf8");
    writeFileSync(file, `,${key.slice(0, 400)}`);
    const error = await start(folder).catch((thrown: unknown) => thrown);
    expect(String(error)).toContain(`${file} is damaged`);
    expect(inspect(error)).not.toContain("kty");
  });
});
