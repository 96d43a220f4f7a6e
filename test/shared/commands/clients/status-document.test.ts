/** How somebody came to be supervised is sealed like a NIK, opens under the key that sealed it, and is read by who carries them. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KMSClient } from "@aws-sdk/client-kms";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { createKms } from "../../../../local/kms/kms.ts";
import { createAwsHandle, listen } from "../../../../local/servers.ts";
import { clientInput } from "../../../../shared/api/clients.ts";
import { routes } from "../../../../shared/api/routes.ts";
import { readStatusDocument } from "../../../../shared/commands/clients/read-status-document.ts";
import { registerClient } from "../../../../shared/commands/clients/register-client.ts";
import type { Staff } from "../../../../shared/domain/offices/staff.ts";
import { openKeys } from "../../../../shared/runtime/keys.ts";
import { keys } from "../../../../shared/store/keys.ts";
import { keyFor, officer, start, stranger, trainer, withdrawConsent } from "../../../builders/carry.ts";
import { idNo } from "../../../builders/ids.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const open = useWorlds();
const document = { kind: "ASSIMILATION", number: "PAS-777.PK.99", date: "2026-01-19", outsideWorkFrom: "2026-01-20" } as const;

const kept = async (world: World, id: string): Promise<string> =>
  JSON.stringify(await world.deps.store.database.get("clients", keys.client(id), z.looseObject({})));
function readAs(world: World, id: string, staff: Staff) {
  const request = { params: { id }, query: {}, body: {}, staff, idempotency: undefined };
  return world.request("readStatusDocument", (deps) => readStatusDocument(deps, request), routes.readStatusDocument);
}
function register(world: World) {
  const body = clientInput.parse({
    fullName: "Contoh Baru",
    sex: "MALE",
    birthDate: "1994-05-12",
    domicile: { regencyCode: "36.03" },
    education: "SMA",
    statusDocument: document,
  });
  const request = { params: {}, query: {}, body, staff: officer, idempotency: keyFor(officer, "/clients", body) };
  return world.request("register", (deps) => registerClient(deps, request), routes.registerClient);
}

describe("a status document", () => {
  it("is kept sealed but for the day that a gate reads, and read by who carries the client alone", async () => {
    const world = await open();
    const { id } = await register(world);
    const row = await kept(world, id);
    for (const value of [document.kind, document.number, document.date]) expect(row).not.toContain(value);
    expect((await world.deps.store.clients.client(id))?.state.statusDocument?.outsideWorkFrom).toBe(document.outsideWorkFrom);
    expect(await readAs(world, id, officer)).toEqual(document);
    await expect(readAs(world, id, trainer)).rejects.toMatchObject({ code: "NOT_ALLOWED" });
    await expect(readAs(world, id, stranger)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("that was kept in the clear is read as before, starts a placement, and is sealed with the next version of its client", async () => {
    const world = await open({ clients: [{ statusDocument: document }] });
    const id = idNo("client", 1);
    expect(await kept(world, id)).toContain(document.number);
    expect(await readAs(world, id, officer)).toEqual(document);
    await start(world);
    await withdrawConsent(world, 1, 1);
    const row = await kept(world, id);
    for (const value of [document.kind, document.number, document.date]) expect(row).not.toContain(value);
    expect(await readAs(world, id, officer)).toEqual(document);
  });

  it("where there is none is not found", async () => {
    const world = await open({ clients: [{ statusDocument: undefined }] });
    const error = { code: "NOT_FOUND", details: [{ code: "statusDocument" }] };
    await expect(readAs(world, idNo("client", 1), officer)).rejects.toMatchObject(error);
  });
});

describe("a key that replaces another", () => {
  const keyOf = (keyId: string) => ({
    keyId,
    arn: `arn:aws:kms:ap-southeast-3:000000000000:key/${keyId}`,
    usage: "ENCRYPT_DECRYPT" as const,
    aliases: [],
  });
  const folder = mkdtempSync(join(tmpdir(), "titian-rotation-"));
  let client: KMSClient;
  let close: () => Promise<void>;
  beforeAll(async () => {
    const server = await listen(0);
    const kms = createKms({ dataFolder: folder, keys: [keyOf("old"), keyOf("new")] });
    const refuse = async () => {
      throw new Error("only KMS is asked here");
    };
    server.serve([createAwsHandle({ kms: kms.call, lambda: refuse, stepFunctions: refuse, mail: refuse })]);
    const credentials = { accessKeyId: "test", secretAccessKey: "test" };
    client = new KMSClient({ region: "ap-southeast-3", credentials, maxAttempts: 1, endpoint: server.url });
    close = () => server.close();
  });
  afterAll(async () => {
    client.destroy();
    await close();
    rmSync(folder, { recursive: true });
  });

  it("opens what the older one sealed, seals anew under its own, and nothing opens for another record", async () => {
    const before = openKeys(client, { sealIdentity: "old", openIdentity: "old" });
    const after = openKeys(client, { sealIdentity: "new", openIdentity: "new" });
    const old = await before.seal("PAS-777", "cl_1");
    expect(await after.unseal(old, "cl_1")).toBe("PAS-777");
    const anew = await after.seal("PAS-777", "cl_1");
    expect(anew.dataKey).not.toBe(old.dataKey);
    expect(Buffer.from(anew.dataKey, "base64").includes("new")).toBe(true);
    expect(await before.unseal(anew, "cl_1")).toBe("PAS-777");
    await expect(after.unseal(old, "cl_2")).rejects.toThrow();
    await expect(after.unseal({ ...old, ciphertext: anew.ciphertext }, "cl_1")).rejects.toThrow();
    await expect(openKeys(client, { sealIdentity: "new" }).unseal(old, "cl_1")).rejects.toThrow("openIdentity");
  });
});
