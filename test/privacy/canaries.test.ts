/**
 * No personal data where it must not be: people with values that occur nowhere else go through every flow, then all is searched.
 * Half a minute of work: only at whole length.
 */
import { createHash, randomUUID } from "node:crypto";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { clientBody } from "../../demo/demo-data.ts";
import type { Mail } from "../../local/mail/mail-store.ts";
import { linkView } from "../../shared/api/links.ts";
import { routes } from "../../shared/api/routes.ts";
import { approveAll, contactOf, type Link, newestLink, startFor, wait } from "../api/carry-along.ts";
import { type OwnFrontDoor, openFrontDoor } from "../api/front-door.ts";
import { makeRecords, type Records } from "../api/office-records.ts";
import { officeNames } from "../api/offices.ts";
import { readTables } from "../api/tables.ts";
import { hangsAfter, isWhole } from "../builders/runs.ts";

const canaries = {
  first: {
    fullName: "Kanarius Qwxzyvale",
    nik: "3603011906870417",
    birthDate: "1987-06-19",
    phone: "081298765401",
    street: "Jalan Zyxwaru 77",
    document: "KNR.PAS-777.PK.99.17",
    evidence: "Bukti Qwertzuiop di map kuning",
  },
  second: {
    fullName: "Burungwati Xylofon",
    nik: "3603025403790733",
    birthDate: "1979-03-14",
    phone: "081387654302",
    street: "Gang Vuvuzela 9",
    document: "KNR.ASM-313.PK.99.33",
    evidence: "Bukti Asdfghjkl lewat telepon",
  },
} as const;
type Canary = (typeof canaries)[keyof typeof canaries];

/** Somebody who employs under their own name, and is known to the tax office by the NIK. */
const employing = { legalName: "Majikanto Zwitserhuis", npwp: "3603120101750919" } as const;

const employerBody = {
  ...employing,
  type: "INDIVIDUAL",
  size: "MICRO",
  regencyCode: "36.03",
  contact: { name: "Ibu Contoh" },
};

/** Every way in which a canary's values could be written down. */
const writings = ({ fullName, nik, birthDate, phone, street, document, evidence }: Canary): string[] => [
  ...fullName.split(" "),
  nik,
  nik.replace(/(\d{4})(?=\d)/g, "$1 "),
  birthDate,
  birthDate.split("-").reverse().join("-"),
  phone,
  phone.slice(1),
  street,
  document,
  evidence,
];
const all = Object.values(canaries)
  .flatMap(writings)
  .map((text) => text.toLowerCase());
/** The same, and what must stand in no address of an employer. */
const inAddresses = [...all, ...employing.legalName.toLowerCase().split(" "), employing.npwp];
const hitsIn = (text: string, values = all): string[] => values.filter((value) => text.toLowerCase().includes(value));

const bodyOf = ({ fullName, nik, birthDate, phone, street, document }: Canary) => ({
  ...clientBody({ fullName, nik, birthDate, phone, skills: ["AUTOMOTIVE"] }),
  sex: Number(nik.slice(6, 8)) > 40 ? "FEMALE" : "MALE",
  domicile: { regencyCode: "36.03", street },
  statusDocument: { kind: "PAROLE", number: document, date: "2026-01-20", outsideWorkFrom: "2026-01-20" },
});

let door: OwnFrontDoor;
let records: Records;
let mails: readonly Mail[];
let histories: readonly string[];
let tables: ReadonlyMap<string, readonly unknown[]>;
/** The same before the month that passes, in which what is kept of requests expires. */
let earlier: ReadonlyMap<string, readonly unknown[]>;
let consent: { readonly params: unknown; readonly body: unknown };
const urls: string[] = [];
const secrets = new Set<string>();
const views: Record<string, z.infer<typeof linkView>> = {};

const requestStart = z.object({ request: z.object({ url: z.string() }) });
const noteUrl = (message: unknown): void => void urls.push(requestStart.parse(message).request.url);

beforeAll(async () => {
  if (!isWhole) return;
  subscribe("http.server.request.start", noteUrl);
  door = await openFrontDoor({ startAt: "2026-03-02T02:00:00.000Z" });
  records = await makeRecords(door, "officer", 5);
  await carryFirst();
  await carrySecond();
  await turnPages();
  mails = door.cloud.mailbox.list({ limit: 1000 }).flatMap(({ id }) => door.cloud.mailbox.get(id) ?? []);
  histories = await readExecutions();
  tables = await readTables(door.cloud);
}, hangsAfter);
afterAll(async () => {
  unsubscribe("http.server.request.start", noteUrl);
  await door?.close();
});

const look = async (step: string, link: Link): Promise<void> => {
  secrets.add(link.secret);
  views[step] = linkView.strict().parse(await door.post(undefined, "/link/view", link));
};
const answer = (path: string, link: Link, choice: unknown) => door.post(undefined, path, { ...link, choice });
const statusOf = async (placement: string) =>
  z.object({ status: z.string() }).parse(await door.get("officer", `/placements/${placement}`)).status;

/** A client who is refused, registered, declined, interviewed, placed and asked after; with every refusal on the way. */
async function carryFirst(): Promise<void> {
  const canary = canaries.first;
  const receipt = { how: "IN_PERSON", evidence: canary.evidence };
  const token = await door.tokenOf("officer");
  const body = bodyOf(canary);
  const refused = async (path: string, wrong: unknown, status: number, headers = {}) => {
    const given = await door.ask("POST", path, { token, body: wrong, headers });
    expect([path, given.status]).toEqual([path, status]);
    expect(hitsIn(given.text)).toEqual([]);
  };
  await refused("/clients", { ...body, phone: `${canary.phone}x`, nik: `${canary.nik}9` }, 400);
  await refused("/clients", { ...body, [canary.fullName]: canary.nik }, 400);
  await refused("/clients", `{"fullName": "${canary.fullName}", "nik": ${canary.nik}`, 400);
  const { client, placement } = await startFor(door, body);
  await refused("/clients", { ...body, fullName: `${canary.fullName} Lagi` }, 409);
  const once = { "idempotency-key": randomUUID() };
  await door.ask("POST", `/clients/${client}/consents`, {
    token,
    headers: once,
    body: { purpose: "PROFILING", action: "GIVEN", receipt },
  });
  consent = { params: { id: client }, body: { purpose: "PROFILING", action: "GIVEN", receipt } };
  await refused(`/clients/${client}/consents`, { purpose: "PROFILING", action: "WITHDRAWN", receipt }, 422, once);
  await refused("/placements", { clientId: client }, 422);
  await refused(`/placements/${canary.nik}/approval`, { decision: "APPROVE_NONE" }, 400);

  await approveAll(door, placement, [records.vacancy, records.secondVacancy], [false, true]);
  const [firstMail, secondMail] = [await contactOf(door, records.employer), await secondContact()];
  const asked = newestLink(door, firstMail);
  await look("first employer asked", asked);
  await refused("/link/view", { ...asked, secret: "B".repeat(43) }, 404);
  await refused("/link/answer", { ...asked, choice: { choice: "DECLINE", reason: canary.fullName } }, 400);
  await answer("/link/answer", asked, { choice: "DECLINE", reason: "OTHER" });
  await door.post(undefined, "/link/undo", asked);
  await answer("/link/answer", asked, { choice: "DECLINE", reason: "DISTANCE" });
  await wait(door, 11);
  await look("first employer declined", asked);

  const next = newestLink(door, secondMail);
  await look("second employer asked", next);
  const interviewAt = new Date(door.cloud.clock.now() + 86_400_000).toISOString();
  await answer("/link/answer", next, { choice: "INTERVIEW", times: [interviewAt] });
  await look("interview chosen, can be undone", next);
  await wait(door, 11);
  expect(await statusOf(placement)).toBe("INTERVIEW");
  await look("interview chosen, the question", next);
  const result = newestLink(door, secondMail);
  await look("interview chosen, the result", result);
  await wait(door, 60 * 26);
  await answer("/link/answer", result, { result: "OFFER" });
  await wait(door, 11);
  expect(await statusOf(placement)).toBe("AWAITING_CONFIRMATION");
  const confirmation = newestLink(door, secondMail);
  await look("job offered", confirmation);
  const startedOn = new Date(door.cloud.clock.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  await answer("/link/confirmation", confirmation, { started: true, startedOn });
  await wait(door, 11);
  const confirmed = {
    started: true,
    startedOn,
    evidence: "CONTRACT",
    writtenContract: true,
    contractType: "PKWT",
    client: receipt,
  };
  await door.post("officer", `/placements/${placement}/officer-confirmation`, confirmed);
  await door.cloud.settle();
  expect(await statusOf(placement)).toBe("PLACED");
  await look("placed", confirmation);

  earlier = await readTables(door.cloud);
  await wait(door, 60 * 24 * 31);
  const followUp = newestLink(door, secondMail);
  await look("asked after 30 days", followUp);
  const news = { from: "CLIENT", stillThere: true, paidAsAgreed: false, safe: false, receipt };
  await door.post("officer", `/placements/${placement}/follow-ups/30`, news);
  await answer("/link/answer", followUp, { stillThere: true });
  await wait(door, 11);
}

/** A client who withdraws while an employer is asked. */
async function carrySecond(): Promise<void> {
  const { placement } = await startFor(door, bodyOf(canaries.second));
  await approveAll(door, placement, [records.vacancy], [true]);
  const link = newestLink(door, await contactOf(door, records.employer));
  await look("asked before the withdrawal", link);
  await door.post("officer", `/placements/${placement}/withdrawal`, {
    receipt: { how: "PHONE", evidence: canaries.second.evidence },
  });
  await door.cloud.settle();
  expect(await statusOf(placement)).toBe("CLOSED");
  await look("withdrawn", link);
}

const lists = ["/clients", "/employers", "/vacancies", "/agreements", "/placements", "/inbox"];
const listPage = z.object({ items: z.array(z.unknown()), cursor: z.string().optional() });

/** Every list from its first page to its last, a row a page: the address of each page holds the cursor that the one before gave. */
async function turnPages(): Promise<void> {
  await door.post("officer", "/employers", employerBody);
  for (const path of lists) {
    const whole = listPage.parse(await door.get("officer", `${path}?limit=100`));
    const turned: unknown[] = [];
    for (let cursor: string | undefined = ""; cursor !== undefined; ) {
      const page = listPage.parse(await door.get("officer", `${path}?limit=1${cursor && `&cursor=${cursor}`}`));
      turned.push(...page.items);
      cursor = page.cursor;
    }
    expect([path, turned]).toEqual([path, whole.items]);
  }
}

/** The contact of the second vacancy's employer, by the mail that the records were made with. */
const secondContact = async (): Promise<string> => "dua-5@contoh.example";

const executionList = z.object({ executions: z.array(z.object({ executionArn: z.string() })) });
async function readExecutions(): Promise<string[]> {
  const found: string[] = [];
  for (const { arn } of door.cloud.model.stateMachines) {
    const list = executionList.parse((await door.cloud.stepFunctions.call("ListExecutions", { stateMachineArn: arn })).body);
    for (const { executionArn } of list.executions) {
      found.push(JSON.stringify((await door.cloud.stepFunctions.call("DescribeExecution", { executionArn })).body));
      const input = { executionArn, maxResults: 1000, includeExecutionData: true };
      found.push(JSON.stringify((await door.cloud.stepFunctions.call("GetExecutionHistory", input)).body));
    }
  }
  return found;
}

const rowsOf = (table: string, when = tables): readonly string[] => {
  const name = [...when.keys()].find((text) => text.toLowerCase().includes(table));
  return (when.get(name ?? "") ?? []).map((item) => JSON.stringify(item));
};
const toStaff = (mail: Mail): boolean => mail.to.some((address) => address.includes("@bapas.example"));

describe.runIf(isWhole)("nothing of a person stands in", () => {
  it("inputs, outputs and histories of executions, nor any link's secret", () => {
    expect(histories.length).toBeGreaterThanOrEqual(8);
    expect(histories.join("")).toContain("TaskSucceeded");
    expect(histories.flatMap((text) => hitsIn(text))).toEqual([]);
    expect(histories.filter((text) => [...secrets].some((secret) => text.includes(secret)))).toEqual([]);
  });

  it("what the functions log", () => {
    const folder = join(door.dataFolder, "logs");
    const files = readdirSync(folder);
    for (const name of ["register-client", "view-link", "answer-link"]) expect(files.join()).toContain(name);
    const text = files.map((file) => readFileSync(join(folder, file), "utf8")).join("\n");
    expect(text).toContain("REFUSED");
    expect(hitsIn(text)).toEqual([]);
    expect([...secrets].filter((secret) => text.includes(secret))).toEqual([]);
    expect(text).not.toContain("Bearer");
  });

  it("any mail: subject, text, HTML, files, headers, tags", () => {
    expect(mails.length).toBeGreaterThan(10);
    expect(mails.filter(toStaff).length).toBeGreaterThan(4);
    expect(mails.map((mail) => mail.subject).join()).toContain("Perlu perhatian");
    for (const mail of mails) {
      const files = mail.attachments.map((file) => Buffer.from(file.content).toString("utf8"));
      expect([mail.subject, hitsIn(JSON.stringify({ ...mail, attachments: files }))]).toEqual([mail.subject, []]);
    }
  });

  it("subject or sender of a mail that tells of a Bapas, and no body to an employer does", () => {
    for (const mail of mails) {
      expect(`${mail.subject} ${mail.from}`).not.toMatch(/bapas|pemasyarakatan|napi|ciangir/i);
      if (!toStaff(mail)) expect(`${mail.text} ${mail.html}`).not.toMatch(/bapas|pemasyarakatan|napi|ciangir|klien/i);
    }
  });

  it("the weekly report and its CSV", () => {
    const reports = mails.filter((mail) => mail.subject.startsWith("Laporan mingguan"));
    expect(reports.length).toBeGreaterThanOrEqual(4);
    const files = reports.flatMap((mail) => mail.attachments.map((file) => Buffer.from(file.content).toString("utf8")));
    expect(files.length).toBe(reports.length);
    expect(files.join()).toMatch(/placed;Ditempatkan;1/);
    expect(files.join()).not.toMatch(/(?:cl|pl|st|fu)_[0-9A-Z]{26}|K-[0-9A-Z]{5}/);
  });

  it("any address that was asked for", () => {
    expect(urls.length).toBeGreaterThan(100);
    const cursors = urls.flatMap((url) => new URL(url, "http://api").searchParams.get("cursor") ?? []);
    expect(cursors.length).toBeGreaterThan(9);
    const decoded = cursors.map((cursor) => Buffer.from(cursor, "base64url").toString("utf8"));
    expect(decoded.filter((text) => hitsIn(text, inAddresses).length > 0)).toEqual([]);
    // The one address with a NIK in it is the wrong one that this test asked for itself.
    const own = (url: string): boolean => url === `/placements/${canaries.first.nik}/approval`;
    expect(urls.filter(own).length).toBe(1);
    expect(urls.filter((url) => !own(url) && hitsIn(decodeURIComponent(url), inAddresses).length > 0)).toEqual([]);
    expect(urls.filter((url) => [...secrets].some((secret) => url.includes(secret)))).toEqual([]);
  });

  it.each(["outbox", "audit", "employers", "staff"])("the table of %s", (table) => {
    expect(rowsOf(table).length).toBeGreaterThan(0);
    expect(rowsOf(table).flatMap((row) => hitsIn(row))).toEqual([]);
  });

  it("the placements, but for what was noted as evidence, nor in what is kept of requests", () => {
    const evidence = Object.values(canaries).map((item) => item.evidence.toLowerCase());
    const withoutEvidence = all.filter((value) => !evidence.includes(value));
    const rows = rowsOf("placements");
    expect(rows.flatMap((row) => hitsIn(row, withoutEvidence))).toEqual([]);
    const kept = rowsOf("placements", earlier).filter((row) => row.includes("IDEM#"));
    expect(kept.length).toBeGreaterThan(20);
    expect(kept.flatMap((row) => hitsIn(row))).toEqual([]);
  });
});

describe.runIf(isWhole)("what is sealed", () => {
  it("the NIK stands nowhere in the clear, nor as the NPWP of an employer, in no table and in no file of the cloud", () => {
    const niks = [...Object.values(canaries).map((item) => item.nik), employing.npwp];
    for (const rows of tables.values()) for (const row of rows) expect(hitsIn(JSON.stringify(row), niks)).toEqual([]);
    const files = readdirSync(door.dataFolder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(10);
    const holding = (text: string, skip = /^$/) =>
      files
        .filter((file) => !skip.test(file.name) && readFileSync(join(file.parentPath, file.name)).includes(text))
        .map((file) => file.name);
    for (const nik of niks) expect(holding(nik)).toEqual([]);
    // A link's secret stands in the mail that brings it, and nowhere else.
    expect(secrets.size).toBeGreaterThan(5);
    for (const secret of secrets) expect(holding(secret, /^mail\.sqlite/)).toEqual([]);
    // The search finds what is there.
    expect(holding(canaries.first.fullName)).not.toEqual([]);
  });

  it("no plain hash of a NIK, or of a request with one, is kept", () => {
    const sha = (text: string): string => createHash("sha256").update(text).digest("hex");
    const text = [...earlier.values(), ...tables.values()]
      .flat()
      .map((row) => JSON.stringify(row))
      .join("\n");
    // This is how a request is hashed that holds no NIK.
    expect(text).toContain(sha(JSON.stringify(consent)));
    for (const canary of Object.values(canaries)) {
      const body = routes.registerClient.body.parse(bodyOf(canary));
      for (const hash of [sha(canary.nik), sha(JSON.stringify({ params: {}, body }))]) expect(text).not.toContain(hash);
      expect(text).not.toContain(Buffer.from(canary.nik).toString("base64"));
    }
    const body = routes.registerEmployer.body.parse(employerBody);
    for (const hash of [sha(employing.npwp), sha(JSON.stringify({ params: {}, body }))]) expect(text).not.toContain(hash);
    expect(rowsOf("employers").join()).toContain(employing.npwp.slice(-4));
  });
});

describe.runIf(isWhole)("what an employer is shown by a link", () => {
  const always = [
    "action",
    "asker",
    "askerNumber",
    "candidate",
    "competences",
    "employer",
    "now",
    "open",
    "reasons",
    "vacancy",
    "zone",
  ];
  const named = { name: canaries.first.fullName, phone: `+62${canaries.first.phone.slice(1)}` };
  const expected: Record<string, { fields: string[]; identity?: typeof named; accompaniedBy?: string }> = {
    "first employer asked": { fields: ["deadline"] },
    "first employer declined": { fields: ["closedBecause", "given"] },
    "second employer asked": { fields: ["accompaniedBy", "deadline"] },
    "interview chosen, can be undone": { fields: ["given", "undoUntil"] },
    "interview chosen, the question": { fields: ["closedBecause", "given"] },
    "interview chosen, the result": { fields: ["accompaniedBy", "deadline", "identity", "interview"] },
    "job offered": { fields: ["accompaniedBy", "deadline", "identity"] },
    placed: { fields: ["closedBecause"] },
    "asked after 30 days": { fields: ["accompaniedBy", "day", "deadline", "identity"] },
    "asked before the withdrawal": { fields: ["accompaniedBy", "deadline"] },
    withdrawn: { fields: ["closedBecause"] },
  };
  it.each(Object.entries(expected))("%s: these fields and no other", (step, { fields }) => {
    const view = views[step];
    expect(Object.keys(view ?? {}).sort()).toEqual([...always, ...fields].sort());
    if (fields.includes("identity")) expect(view?.identity).toEqual(named);
    if (fields.includes("accompaniedBy")) expect(view?.accompaniedBy).toBe(officeNames["bapas-ciangir"]);
    const rest = JSON.stringify({ ...view, identity: undefined, accompaniedBy: undefined });
    expect(hitsIn(rest)).toEqual([]);
    expect(rest).not.toMatch(/bapas|pemasyarakatan/i);
    if (!view?.open) expect([view?.competences, view?.reasons]).toEqual([[], []]);
  });
});
