import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GetAccountCommand, SESv2Client, SendEmailCommand, type SendEmailCommandInput } from "@aws-sdk/client-sesv2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Mailbox, openMailbox } from "../../../local/mail/mailbox.ts";
import { isWhole } from "../../builders/runs.ts";

const folder = mkdtempSync(join(tmpdir(), "titian-mail-"));
const database = join(folder, "mail.sqlite");
const identities = [{ identity: "titian.example.go.id" }, { identity: "kepala@bapas.example.go.id" }];
let now = Date.parse("2027-01-04T02:00:00Z");
const clock = { now: () => now, offset: () => now - Date.now() };
let mailbox: Mailbox;
let server: Server;
let client: SESv2Client;

beforeAll(async () => {
  mailbox = openMailbox({ database, clock, identities });
  server = createServer(async (request, response) => {
    if (!(await mailbox.handle(request, response))) response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port");
  client = new SESv2Client({
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
  mailbox.close();
  rmSync(folder, { recursive: true });
});

const simple = { Subject: { Data: "Undangan" }, Body: { Text: { Data: "Halo" } } };

function mail(change: Partial<SendEmailCommandInput> = {}): SendEmailCommand {
  return new SendEmailCommand({
    FromEmailAddress: "Titian <no-reply@titian.example.go.id>",
    Destination: { ToAddresses: ["hr@pabrik.example.com"] },
    Content: { Simple: simple },
    ...change,
  });
}

async function refusal(change: Partial<SendEmailCommandInput>): Promise<unknown> {
  const before = mailbox.list({ limit: 1000 }).length;
  const error: unknown = await client.send(mail(change)).catch((failed: unknown) => failed);
  expect(mailbox.list({ limit: 1000 })).toHaveLength(before);
  return error;
}

describe("SendEmail", () => {
  it("keeps the whole mail, over a restart", async () => {
    const pdf = Buffer.from("%PDF-1.7 \u0000\u00ff", "latin1");
    const { MessageId } = await client.send(
      mail({
        Destination: {
          ToAddresses: ["Sari <Sari@Pabrik.example.com>"],
          CcAddresses: ["a@b.example"],
          BccAddresses: ["c@d.example"],
        },
        ReplyToAddresses: ["bapas@bapas.example.go.id"],
        EmailTags: [{ Name: "message", Value: "interviewInvited" }],
        Content: {
          Simple: {
            Subject: { Data: "Wawancara – 7 Januari", Charset: "UTF-8" },
            Body: { Text: { Data: "Halo é" }, Html: { Data: "<p>Halo é</p>" } },
            Headers: [{ Name: "X-Ref", Value: "7" }],
            Attachments: [
              { FileName: "sertifikat.pdf", RawContent: pdf, ContentType: "application/pdf", ContentDisposition: "ATTACHMENT" },
            ],
          },
        },
      }),
    );
    mailbox.close();
    mailbox = openMailbox({ database, clock, identities });
    expect(mailbox.get(MessageId ?? "")).toEqual({
      id: MessageId,
      time: now,
      from: "Titian <no-reply@titian.example.go.id>",
      to: ["Sari <Sari@Pabrik.example.com>"],
      cc: ["a@b.example"],
      bcc: ["c@d.example"],
      replyTo: ["bapas@bapas.example.go.id"],
      subject: "Wawancara – 7 Januari",
      text: "Halo é",
      html: "<p>Halo é</p>",
      headers: { "X-Ref": "7" },
      tags: { message: "interviewInvited" },
      attachments: [{ fileName: "sertifikat.pdf", contentType: "application/pdf", inline: false, content: pdf }],
    });
    for (const to of ["sari@pabrik.example.com", "a@b.example", "c@d.example"]) {
      expect(mailbox.list({ to, limit: 10 })).toMatchObject([{ id: MessageId, attachmentCount: 1 }]);
    }
    expect(mailbox.get("nothing")).toBeUndefined();
  });

  it("takes a verified address and a subdomain of a verified domain", async () => {
    for (const from of ["kepala@bapas.example.go.id", "x@mail.titian.example.go.id", "x@TITIAN.example.go.id"]) {
      await client.send(mail({ FromEmailAddress: from }));
    }
  });

  it.each(["lain@bapas.example.go.id", "x@nottitian.example.go.id", "x@example.go.id"])(
    "rejects %s as a sender",
    async (from) => {
      expect(await refusal({ FromEmailAddress: from })).toMatchObject({
        name: "MessageRejected",
        message: `Email address is not verified. The following identities failed the check in region AP-SOUTHEAST-3: ${from}`,
      });
    },
  );

  it("takes 50 recipients and no more", async () => {
    const ToAddresses = Array.from({ length: 49 }, (_, index) => `p${index}@example.com`);
    await client.send(mail({ Destination: { ToAddresses, BccAddresses: ["z@example.com"] } }));
    const tooMany = { ToAddresses, BccAddresses: ["y@example.com", "z@example.com"] };
    expect(await refusal({ Destination: tooMany })).toMatchObject({ name: "BadRequestException" });
    expect(await refusal({ Destination: {} })).toMatchObject({ name: "BadRequestException" });
  });

  it.each([
    ["an address without a domain", { Destination: { ToAddresses: ["sari"] } }],
    ["an address with a line break", { Destination: { ToAddresses: ["a@b.example\r\nBcc: x@y.example"] } }],
    ["a subject with a line break", { Content: { Simple: { ...simple, Subject: { Data: "a\r\nBcc: x@y.example" } } } }],
    ["a header of SES's own", { Content: { Simple: { ...simple, Headers: [{ Name: "Bcc", Value: "x@y.example" }] } } }],
    ["a header with a line break", { Content: { Simple: { ...simple, Headers: [{ Name: "X-A", Value: "1\nBcc: x" }] } } }],
    ["no body", { Content: { Simple: { ...simple, Body: {} } } }],
    ["a tag with a space", { EmailTags: [{ Name: "a b", Value: "c" }] }],
    ["a program", { Content: { Simple: { ...simple, Attachments: [{ FileName: "a.exe", RawContent: Buffer.from("x") }] } } }],
    ["raw content", { Content: { Raw: { Data: Buffer.from("Subject: x") } } }],
    ["a list it does not know", { ListManagementOptions: { ContactListName: "x" } }],
  ])("refuses %s", async (_, change) => {
    expect(await refusal(change)).toMatchObject({ name: "BadRequestException" });
  });

  it.runIf(isWhole)("refuses more than 40 MB", async () => {
    const file = { FileName: "a.pdf", RawContent: Buffer.alloc(31 * 1024 * 1024) };
    const error = await refusal({ Content: { Simple: { ...simple, Attachments: [file] } } });
    expect(error).toMatchObject({ name: "BadRequestException", message: expect.stringContaining("Message length") });
  });

  it("knows no configuration set, and no other operation", async () => {
    expect(await refusal({ ConfigurationSetName: "x" })).toMatchObject({ name: "NotFoundException" });
    await expect(client.send(new GetAccountCommand({}))).rejects.toMatchObject({ name: "UnknownOperationException" });
  });
});

it("lists the newest first, after a mail or a moment", async () => {
  const to = "urut@example.com";
  const ids: (string | undefined)[] = [];
  for (let count = 0; count < 3; count += 1) {
    now += 60_000;
    ids.push((await client.send(mail({ Destination: { ToAddresses: [to] } }))).MessageId);
  }
  const list = (after?: string, limit = 10) =>
    mailbox.list({ to, limit, ...(after === undefined ? {} : { after }) }).map((mail) => mail.id);
  expect(list()).toEqual(ids.toReversed());
  expect(list(undefined, 1)).toEqual([ids[2]]);
  expect(list(ids[0])).toEqual([ids[2], ids[1]]);
  expect(list(new Date(now - 60_000).toISOString())).toEqual([ids[2]]);
  expect(list("unknown")).toEqual([]);
});

it("has what it answered for, after a kill", () => {
  const path = join(folder, "killed.sqlite");
  const script = join(import.meta.dirname, "killed-mailbox.ts");
  const { signal, stdout, stderr } = spawnSync(process.execPath, [script, path], { encoding: "utf8" });
  expect([signal, stderr]).toEqual(["SIGKILL", ""]);
  const reopened = openMailbox({ database: path, clock, identities });
  const [summary] = reopened.list({ limit: 10 });
  expect(JSON.parse(stdout)).toEqual({ MessageId: summary?.id });
  expect(reopened.get(summary?.id ?? "")).toMatchObject({ subject: "Selamat", text: "tetap ada" });
  reopened.close();
});
