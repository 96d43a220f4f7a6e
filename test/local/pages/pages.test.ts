import { request as httpRequest } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildView, type ViewedCloud } from "./build-view.ts";

let cloud: ViewedCloud;
let mailId: string;
let waiting: string;

beforeAll(async () => {
  cloud = await buildView();
  mailId = await cloud.send({
    FromEmailAddress: "Titian <no-reply@titian.example.go.id>",
    Destination: { ToAddresses: ["Sari <sari@pabrik.example.com>"] },
    EmailTags: [{ Name: "message", Value: "interviewInvited" }],
    Content: {
      Simple: {
        Subject: { Data: "<b>Wawancara</b> & lain" },
        Body: {
          Text: { Data: "Jawab: https://titian.example.go.id/j/abc?x=1 <i>" },
          Html: { Data: '<p title="a">Halo "Sari"</p><script>1</script>' },
        },
        Attachments: [{ FileName: "surat 'izin'.html", RawContent: btoa("<script>x</script>"), ContentType: "text/html" }],
      },
    },
  });
  await cloud.execute("ends", "pl-1-a1-r1");
  await cloud.execute("fails", "pl-2-a1-r1");
  waiting = await cloud.execute("waits", "pl-3-a1-r1");
});

afterAll(() => cloud.close());

async function page(path: string): Promise<string> {
  const response = await fetch(`${cloud.url}/_cloud${path}`);
  expect([path, response.status]).toEqual([path, 200]);
  expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
  return response.text();
}

async function json(path: string, init: RequestInit = {}): Promise<unknown> {
  const response = await fetch(`${cloud.url}/_cloud/api${path}`, init);
  expect([path, response.status]).toEqual([path, 200]);
  return response.json();
}

const postJson = (body: unknown): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

describe("mails", () => {
  it("are listed, found by address, and escaped", async () => {
    const list = await page("/mails?to=sari@pabrik.example.com");
    expect(list).toContain("&lt;b&gt;Wawancara&lt;/b&gt; &amp; lain");
    expect(list).not.toContain("<b>Wawancara");
    expect(list).toContain("4 Jan 2027, 09:00:00 WIB");
    expect(await page("/mails?to=other@example.com")).toContain("No mail has been sent to other@example.com");
  });

  it("are shown with their links, their HTML shut in a frame, and their files to save", async () => {
    const shown = await page(`/mails/${mailId}`);
    expect(shown).toContain('href="https://titian.example.go.id/j/abc?x=1"');
    expect(shown).toMatch(/<iframe[^>]* sandbox="allow-popups allow-popups-to-escape-sandbox"/);
    expect(shown).toContain("&lt;p title=&quot;a&quot;&gt;Halo &quot;Sari&quot;&lt;/p&gt;");
    expect(shown).not.toContain("<script>");
    const file = await fetch(`${cloud.url}/_cloud/mails/${mailId}/attachments/0`);
    expect(file.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''surat%20%27izin%27.html");
    expect(file.headers.get("content-security-policy")).toContain("sandbox");
    expect(await file.text()).toBe("<script>x</script>");
    expect((await fetch(`${cloud.url}/_cloud/mails/${mailId}/attachments/1`)).status).toBe(404);
  });

  it("have a JSON twin", async () => {
    const summary = { id: mailId, time: "2027-01-04T02:00:00.000Z", subject: "<b>Wawancara</b> & lain", attachmentCount: 1 };
    expect(await json("/mails?to=sari@pabrik.example.com")).toMatchObject({ mails: [summary] });
    expect(await json(`/mails?after=${mailId}`)).toEqual({ mails: [] });
    expect(await json("/mails?after=2027-01-03T00:00:00Z")).toMatchObject({ mails: [{ id: mailId }] });
    expect(await json(`/mails/${mailId}`)).toMatchObject({
      links: ["https://titian.example.go.id/j/abc?x=1"],
      attachments: [{ fileName: "surat 'izin'.html", bytes: 18, content: btoa("<script>x</script>") }],
    });
    expect((await fetch(`${cloud.url}/_cloud/api/mails/none`)).status).toBe(404);
    expect((await fetch(`${cloud.url}/_cloud/api/mails?limit=0`)).status).toBe(400);
  });
});

describe("executions", () => {
  it("are listed by machine and status", async () => {
    const all = await page("/executions");
    for (const name of ["pl-1-a1-r1", "pl-2-a1-r1", "pl-3-a1-r1"]) expect(all).toContain(name);
    expect(await page("/executions?machine=ends")).not.toContain("pl-3-a1-r1");
    expect(await json("/executions?status=FAILED")).toMatchObject({
      executions: [{ name: "pl-2-a1-r1", machine: "fails", status: "FAILED" }],
    });
    expect((await fetch(`${cloud.url}/_cloud/executions?status=LOST`)).status).toBe(400);
  });

  it("tell their history by the names of the states", async () => {
    const shown = await page(`/executions/${encodeURIComponent(waiting)}`);
    expect(shown).toContain("<dt>Stands in</dt><dd>Wait for the employer&#39;s answer</dd>");
    expect(await json(`/executions/${waiting}`)).toMatchObject({
      status: "RUNNING",
      input: '{"placementId":"01J"}',
      events: [
        { type: "ExecutionStarted" },
        { type: "WaitStateEntered", state: "Wait for the employer's answer", previousId: expect.any(Number) },
      ],
    });
    const failed = waiting.replace("waits:pl-3", "fails:pl-2");
    expect(await page(`/executions/${failed}`)).toContain("SeatTaken: The &lt;last&gt; seat went to another");
    expect((await fetch(`${cloud.url}/_cloud/executions/${waiting}x`)).status).toBe(404);
  });
});

describe("the outbox", () => {
  it("shows the rows that wait, the soonest first, and nothing about a person", async () => {
    const shown = await page("/outbox");
    expect(shown.indexOf("OB#1")).toBeGreaterThan(0);
    expect(shown.indexOf("OB#1")).toBeLessThan(shown.indexOf("OB#2"));
    expect(shown).not.toContain("Rahasia");
    expect(shown).not.toContain("OB#0");
    expect(await json("/outbox")).toMatchObject({
      rows: [{}, {}, { table: "placements", key: "PL#1 / -", dueAt: "2027-02-01T02:00:00.000Z" }],
    });
    expect(await json("/outbox?limit=1")).toEqual({
      rows: [
        { table: "outbox", key: "OB#1 / -", kind: "CALLBACK", dueAt: "2027-01-04T02:00:01.000Z", status: "PENDING", tries: 2 },
      ],
    });
  });
});

describe("the other pages", () => {
  it("show what there is, escaped", async () => {
    expect(await page("")).toContain('1</b><a href="/_cloud/executions?status=RUNNING">executions running</a>');
    expect(await page("/schedules")).toContain("cron(0 7 ? * MON *)");
    expect(await page("/dead-letters")).toContain("&lt;script&gt;");
    expect(await page("/logs?function=stream-relay")).toContain("&lt;b&gt;sent&lt;/b&gt;");
    expect(await page("/logs?function=../../etc/passwd")).not.toContain("root:");
    expect(await page("/clock")).toContain("To the next moment");
    expect(await json("/memory")).toMatchObject({ totalBytes: 125829120 });
    expect(await json("/dead-letters")).toMatchObject({ deadLetters: [{ id: "1" }] });
    expect(await json("/schedules")).toMatchObject({
      schedules: [{ name: "titian-sweep", nextAt: "2027-01-04T02:01:00.000Z" }, {}],
    });
    expect(await json("/logs/stream-relay")).toMatchObject({ lines: [expect.stringContaining("sent")] });
  });

  it("are not found where there are none", async () => {
    for (const path of ["/nothing", "/mails/none", "/clock/x", "/api/nothing", "/api/mails/a/b/c"]) {
      expect([path, (await fetch(`${cloud.url}/_cloud${path}`)).status]).toEqual([path, 404]);
    }
    expect(await (await fetch(`${cloud.url}/_cloudy`)).text()).toBe("not here");
  });
});

describe("changes", () => {
  it("move the clock by JSON", async () => {
    cloud.moves.length = 0;
    const day = 86_400_000;
    expect(await json("/clock")).toMatchObject({ now: "2027-01-04T02:00:00.000Z", next: { part: "step-functions" } });
    expect(await json("/clock", postJson({ by: day }))).toMatchObject({ now: "2027-01-05T02:00:00.000Z" });
    expect(await json("/clock", postJson({ to: "2027-01-06T09:00:00+07:00" }))).toMatchObject({
      now: "2027-01-06T02:00:00.000Z",
    });
    await json("/clock", postJson({ settle: true }));
    expect(cloud.moves).toEqual([{ by: day }, { to: Date.parse("2027-01-06T02:00:00Z") }, { settle: true }]);
    const past = await fetch(`${cloud.url}/_cloud/api/clock`, postJson({ to: "2027-01-01T00:00:00Z" }));
    expect([past.status, await past.json()]).toEqual([409, { message: expect.stringContaining("forward only") }]);
    for (const wrong of [
      {},
      { by: -1 },
      { to: "tomorrow" },
      { settle: false },
      { by: 1, settle: true },
      { by: 9_000_000_000_000_000 },
      { to: "2099-01-01T00:00:00Z" },
    ]) {
      expect((await fetch(`${cloud.url}/_cloud/api/clock`, postJson(wrong))).status).toBe(400);
    }
    expect(cloud.moves).toHaveLength(3);
  });

  it("move the clock by form, and come back to its page", async () => {
    cloud.moves.length = 0;
    const post = (fields: Record<string, string>) =>
      fetch(`${cloud.url}/_cloud/clock`, { method: "POST", redirect: "manual", body: new URLSearchParams(fields) });
    const response = await post({ by: "3600000" });
    expect([response.status, response.headers.get("location")]).toEqual([303, "/_cloud/clock"]);
    await post({ settle: "true" });
    await post({ local: "2027-03-01T09:00" });
    expect(cloud.moves).toEqual([{ by: 3_600_000 }, { settle: true }, { to: Date.parse("2027-03-01T02:00:00Z") }]);
    expect((await post({ local: "2027-01-01T09:00" })).status).toBe(409);
  });

  it("fire schedules, also those with a slash in their name", async () => {
    expect(await json("/schedules/titian-sweep/fire", { method: "POST" })).toEqual({ fired: "titian-sweep" });
    const form = { method: "POST", redirect: "manual", body: new URLSearchParams() } as const;
    expect((await fetch(`${cloud.url}/_cloud/schedules/weekly%2Freport/fire`, form)).status).toBe(303);
    expect(cloud.fired).toEqual(["titian-sweep", "weekly/report"]);
    expect((await fetch(`${cloud.url}/_cloud/api/schedules/none/fire`, { method: "POST" })).status).toBe(404);
  });

  it("write users", async () => {
    const user = { username: "sari", password: "kata sandi panjang", name: "Sari", email: "sari@example.go.id" };
    expect(await json("/users", postJson(user))).toEqual({ sub: "s1", issuer: "https://issuer.example" });
    const refused = await fetch(`${cloud.url}/_cloud/api/users`, postJson({ ...user, username: "taken" }));
    expect([refused.status, await refused.json()]).toEqual([400, { message: "A password needs 8 characters or more." }]);
    expect((await fetch(`${cloud.url}/_cloud/api/users`, postJson({ ...user, email: "no" }))).status).toBe(400);
  });

  it("are refused to other sites, other names and other types", async () => {
    cloud.moves.length = 0;
    const raw = (headers: Record<string, string>, method = "POST") =>
      new Promise((resolve, reject) => {
        const sent = httpRequest(`${cloud.url}/_cloud/api/clock`, { method, headers }, (response) => {
          response.resume();
          resolve(response.statusCode);
        });
        sent.on("error", reject);
        sent.end(method === "POST" ? '{"by":1}' : undefined);
      });
    const type = { "content-type": "application/json" };
    expect(await raw({ ...type, origin: "https://evil.example" })).toBe(403);
    expect(await raw({ ...type, origin: "null" })).toBe(403);
    expect(await raw({ ...type, origin: cloud.url.replace(/\d+$/, "1") })).toBe(403);
    expect(await raw({ ...type, host: "evil.example", origin: "http://evil.example" })).toBe(403);
    expect(await raw({ host: "evil.example" }, "GET")).toBe(403);
    expect(await raw({ "content-type": "text/plain" })).toBe(415);
    expect(await raw({})).toBe(415);
    expect(await raw(type, "DELETE")).toBe(405);
    expect(cloud.moves).toEqual([]);
    expect(await raw({ ...type, origin: cloud.url })).toBe(200);
  });
});
