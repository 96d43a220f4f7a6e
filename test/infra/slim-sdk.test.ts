import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { slimSdk } from "../../infra/slim-sdk.ts";
import { startDynamoDb } from "../../local/dynamodb/dynoxide.ts";
import { root } from "./compose-for-test.ts";

const folder = mkdtempSync(join(tmpdir(), "titian-slim-"));
const server = await startDynamoDb({ folder: join(folder, "data"), port: 0 });
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const entry = `
  import { ConditionalCheckFailedException, CreateTableCommand, DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
  import { SendEmailCommand, SESv2Client } from "@aws-sdk/client-sesv2";
  const client = () => new DynamoDBClient({ endpoint: ${JSON.stringify(server.endpoint)}, region: "ap-southeast-3" });
  export const put = async (TableName) => {
    try {
      await client().send(new PutItemCommand({ TableName, Item: { pk: { S: "1" } }, ConditionExpression: "attribute_not_exists(pk)" }));
      return { said: "put" };
    } catch (error) {
      const { name, message, $metadata } = error;
      return { said: name, message, status: $metadata?.httpStatusCode, known: error instanceof ConditionalCheckFailedException };
    }
  };
  export const create = (TableName) => client().send(new CreateTableCommand({
    TableName, BillingMode: "PAY_PER_REQUEST",
    KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }], AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
  }));
  export const mail = (endpoint) => new SESv2Client({ endpoint, region: "ap-southeast-3" }).send(new SendEmailCommand({
    FromEmailAddress: "a@contoh.example", Destination: { ToAddresses: ["b@contoh.example"] }, Content: { Template: { TemplateName: "t" } },
  }));
  export const credentials = () => new SESv2Client({ region: "ap-southeast-3" }).config.credentials();`;

const call = z.custom<(table: string) => Promise<unknown>>((value) => typeof value === "function");
const bundle = z.object({ put: call, create: call, mail: call, credentials: call });
let slim: z.infer<typeof bundle>;

beforeAll(async () => {
  mkdirSync(join(folder, "bundle"));
  writeFileSync(join(folder, "bundle", "package.json"), '{"type":"commonjs"}');
  const outfile = join(folder, "bundle", "index.js");
  await build({
    stdin: { contents: entry, resolveDir: root },
    outfile,
    bundle: true,
    minify: true,
    platform: "node",
    format: "cjs",
    mainFields: ["module", "main"],
    plugins: [slimSdk(root)],
  });
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: "AKIDTEST", AWS_SECRET_ACCESS_KEY: "secret", AWS_SESSION_TOKEN: "session" });
  slim = bundle.parse(createRequire(import.meta.url)(outfile));
});

test("credentials come from the environment, as Lambda gives them", async () => {
  expect(await slim.credentials("")).toMatchObject({
    accessKeyId: "AKIDTEST",
    secretAccessKey: "secret",
    sessionToken: "session",
  });
});

test("an error that our code imports comes as its own class; any other keeps its name, message and status", async () => {
  const lost = { said: "ResourceNotFoundException", message: expect.stringMatching(/not found/i), status: 400, known: false };
  expect(await slim.put("nowhere")).toEqual(lost);
  await slim.create("items");
  expect(await slim.put("items")).toEqual({ said: "put" });
  expect(await slim.put("items")).toMatchObject({ said: "ConditionalCheckFailedException", status: 400, known: true });
});

test("a mail is signed for its one region", async () => {
  const signed: string[] = [];
  const ses = createServer((request, response) => {
    signed.push(request.headers.authorization ?? "");
    response.setHeader("content-type", "application/json").end('{"MessageId":"1"}');
  });
  await new Promise<void>((resolve) => ses.listen(0, "127.0.0.1", resolve));
  const address = ses.address();
  const port = typeof address === "object" ? address?.port : undefined;
  expect(await slim.mail(`http://127.0.0.1:${port}`)).toMatchObject({ MessageId: "1" });
  ses.close();
  expect(signed).toEqual([
    expect.stringMatching(
      /^AWS4-HMAC-SHA256 Credential=AKIDTEST\/\d{8}\/ap-southeast-3\/ses\/aws4_request, .*Signature=[0-9a-f]{64}$/,
    ),
  ]);
});
