import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  CreateKeyCommand,
  DecryptCommand,
  DescribeKeyCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  GenerateDataKeyWithoutPlaintextCommand,
  GenerateMacCommand,
  KMSClient,
  VerifyMacCommand,
} from "@aws-sdk/client-kms";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createKms, type Kms } from "../../../local/kms/kms.ts";

const arn = (id: string) => `arn:aws:kms:ap-southeast-3:000000000000:key/${id}`;
const keys = [
  { keyId: "k-data", arn: arn("k-data"), usage: "ENCRYPT_DECRYPT", aliases: ["alias/titian-data"] },
  { keyId: "k-other", arn: arn("k-other"), usage: "ENCRYPT_DECRYPT", aliases: [] },
  { keyId: "k-link", arn: arn("k-link"), usage: "GENERATE_VERIFY_MAC", spec: "HMAC_256", aliases: ["alias/titian-link"] },
] as const;

const folder = mkdtempSync(join(tmpdir(), "titian-kms-"));
let kms: Kms;
let server: Server;
let client: KMSClient;

beforeAll(async () => {
  kms = createKms({ dataFolder: folder, keys });
  server = createServer(async (request, response) => {
    const input: unknown = JSON.parse(Buffer.concat(await request.toArray()).toString());
    const result = await kms.call(String(request.headers["x-amz-target"]), input);
    response.writeHead(result.status, { "content-type": "application/x-amz-json-1.1" }).end(JSON.stringify(result.body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port");
  client = new KMSClient({
    endpoint: `http://127.0.0.1:${address.port}`,
    region: "ap-southeast-3",
    credentials: { accessKeyId: "x", secretAccessKey: "x" },
    maxAttempts: 1,
  });
});

afterAll(() => {
  client.destroy();
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

const text = (value: string) => new TextEncoder().encode(value);

describe("encryption", () => {
  it.each(["k-data", arn("k-data"), "alias/titian-data", "arn:aws:kms:ap-southeast-3:000000000000:alias/titian-data"])(
    "goes there and back for %s",
    async (KeyId) => {
      const { CiphertextBlob, KeyId: used } = await client.send(new EncryptCommand({ KeyId, Plaintext: text("3201") }));
      expect(used).toBe(arn("k-data"));
      expect(Buffer.from(CiphertextBlob ?? []).includes("3201")).toBe(false);
      const { Plaintext } = await client.send(new DecryptCommand({ CiphertextBlob }));
      expect(Buffer.from(Plaintext ?? []).toString()).toBe("3201");
    },
  );

  it("binds the encryption context, in any order", async () => {
    const EncryptionContext = { client: "CL#1", field: "nik" };
    const { CiphertextBlob } = await client.send(
      new EncryptCommand({ KeyId: "k-data", Plaintext: text("x"), EncryptionContext }),
    );
    const again = { field: "nik", client: "CL#1" };
    await client.send(new DecryptCommand({ CiphertextBlob, EncryptionContext: again }));
    for (const wrong of [undefined, { ...EncryptionContext, client: "CL#2" }, { client: "CL#1" }]) {
      const attempt = client.send(new DecryptCommand({ CiphertextBlob, EncryptionContext: wrong }));
      await expect(attempt).rejects.toMatchObject({ name: "InvalidCiphertextException" });
    }
  });

  it("makes data keys that Decrypt gives back", async () => {
    const made = await client.send(new GenerateDataKeyCommand({ KeyId: "k-data", KeySpec: "AES_256" }));
    expect(made.Plaintext).toHaveLength(32);
    const opened = await client.send(new DecryptCommand({ CiphertextBlob: made.CiphertextBlob, KeyId: "alias/titian-data" }));
    expect(opened.Plaintext).toEqual(made.Plaintext);
    const hidden = await client.send(new GenerateDataKeyWithoutPlaintextCommand({ KeyId: "k-data", NumberOfBytes: 16 }));
    expect(hidden).not.toHaveProperty("Plaintext");
    expect((await client.send(new DecryptCommand({ CiphertextBlob: hidden.CiphertextBlob }))).Plaintext).toHaveLength(16);
  });

  it("refuses a changed blob, rubbish and the wrong key", async () => {
    const { CiphertextBlob } = await client.send(new EncryptCommand({ KeyId: "k-data", Plaintext: text("x") }));
    const changed = Buffer.from(CiphertextBlob ?? []);
    changed.writeUInt8(changed.readUInt8(changed.length - 1) ^ 1, changed.length - 1);
    for (const blob of [changed, text("rubbish")]) {
      const attempt = client.send(new DecryptCommand({ CiphertextBlob: blob }));
      await expect(attempt).rejects.toMatchObject({ name: "InvalidCiphertextException" });
    }
    const wrongKey = client.send(new DecryptCommand({ CiphertextBlob, KeyId: "k-other" }));
    await expect(wrongKey).rejects.toMatchObject({ name: "IncorrectKeyException" });
  });
});

describe("MACs", () => {
  const Message = text("link:7:1");
  const MacAlgorithm = "HMAC_SHA_256";

  it("are the same each time and verify", async () => {
    const first = await client.send(new GenerateMacCommand({ KeyId: "k-link", Message, MacAlgorithm }));
    const second = await client.send(new GenerateMacCommand({ KeyId: "alias/titian-link", Message, MacAlgorithm }));
    expect(first.Mac).toHaveLength(32);
    expect(second.Mac).toEqual(first.Mac);
    const verified = await client.send(new VerifyMacCommand({ KeyId: "k-link", Message, Mac: first.Mac, MacAlgorithm }));
    expect(verified.MacValid).toBe(true);
    const wrong = client.send(new VerifyMacCommand({ KeyId: "k-link", Message: text("link:7:2"), Mac: first.Mac, MacAlgorithm }));
    await expect(wrong).rejects.toMatchObject({ name: "KMSInvalidMacException" });
  });
});

describe("keys", () => {
  it("are described", async () => {
    const { KeyMetadata } = await client.send(new DescribeKeyCommand({ KeyId: "alias/titian-link" }));
    expect(KeyMetadata).toMatchObject({ KeyId: "k-link", KeyUsage: "GENERATE_VERIFY_MAC", MacAlgorithms: ["HMAC_SHA_256"] });
    expect(KeyMetadata?.CreationDate).toBeInstanceOf(Date);
  });

  it("have one use", async () => {
    const mac = client.send(new GenerateMacCommand({ KeyId: "k-data", Message: text("x"), MacAlgorithm: "HMAC_SHA_256" }));
    await expect(mac).rejects.toMatchObject({ name: "InvalidKeyUsageException" });
    const encrypt = client.send(new EncryptCommand({ KeyId: "k-link", Plaintext: text("x") }));
    await expect(encrypt).rejects.toMatchObject({ name: "InvalidKeyUsageException" });
  });

  it("that are not there are not found", async () => {
    for (const KeyId of ["nobody", "alias/nobody"]) {
      await expect(client.send(new DescribeKeyCommand({ KeyId }))).rejects.toMatchObject({ name: "NotFoundException" });
    }
  });

  it("are the same after a restart, under a master key that only its owner reads", async () => {
    const path = join(folder, "kms", "master.key");
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path)).toHaveLength(32);
    const { CiphertextBlob } = await client.send(new EncryptCommand({ KeyId: "k-data", Plaintext: text("kept") }));
    kms = createKms({ dataFolder: folder, keys });
    const { Plaintext } = await client.send(new DecryptCommand({ CiphertextBlob }));
    expect(Buffer.from(Plaintext ?? []).toString()).toBe("kept");
  });

  it("are not made from a damaged master key", () => {
    const other = mkdtempSync(join(tmpdir(), "titian-kms-"));
    createKms({ dataFolder: other, keys });
    writeFileSync(join(other, "kms", "master.key"), "short");
    expect(() => createKms({ dataFolder: other, keys })).toThrow("damaged");
    rmSync(other, { recursive: true });
  });
});

it("refuses by name what it does not know", async () => {
  await expect(client.send(new CreateKeyCommand({}))).rejects.toMatchObject({ name: "UnknownOperationException" });
  const grant = client.send(new EncryptCommand({ KeyId: "k-data", Plaintext: text("x"), GrantTokens: ["t"] }));
  await expect(grant).rejects.toMatchObject({ name: "ValidationException", message: expect.stringContaining("GrantTokens") });
  const large = client.send(new EncryptCommand({ KeyId: "k-data", Plaintext: new Uint8Array(4097) }));
  await expect(large).rejects.toMatchObject({ name: "ValidationException" });
  const model = { keyId: "k", arn: arn("k"), usage: "ENCRYPT_DECRYPT", spec: "RSA_2048", aliases: [] } as const;
  expect(() => createKms({ dataFolder: folder, keys: [model] })).toThrow("RSA_2048");
});
