/**
 * Whatever people can write freely is filled with what must not travel, field by field as the schemas name them, and carried
 * through a whole placement with its follow-ups; then everything is searched. Half a minute of work: only at whole length.
 */
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { certificateBody, clientBody, employers, vacancies, vacancyBody } from "../../demo/demo-data.ts";
import type { Mail } from "../../local/mail/mail-store.ts";
import { type Route, routes } from "../../shared/api/routes.ts";
import { type Link, newestLink, wait } from "../api/carry-along.ts";
import { type OwnFrontDoor, openFrontDoor } from "../api/front-door.ts";
import { batchBody } from "../api/office-records.ts";
import type { Person } from "../api/offices.ts";
import { readTables } from "../api/tables.ts";
import { freeTextsOf, type Place, withText } from "../builders/free-texts.ts";
import { hangsAfter, isWhole } from "../builders/runs.ts";

/** Of the client: name, phone and words of an offence in every text about them; the NIK where alone it may stand. */
const client = { fullName: "Kanarius Qwxzyvale", nik: "3603011906870417", birthDate: "1987-06-19", phone: "081298765401" };
const aboutClient = [
  "Catatan a.n. Kanarius Qwxzyvale, HP 0812-9876-5401, kasus narkotika",
  "Kanarius Qwxzyvale 0812-9876-5401",
  "Kanarius Qwxzyvale",
] as const;
const hitsOfClient = [
  /kanarius/i,
  /qwxzyvale/i,
  /narkotika/i,
  /812\W?9876\W?5401/,
  /3603011906870417/,
  /3603 0119 0687 0417/,
  /1987-06-19/,
];
/** Of those who employ: they may read it of themselves, and nobody logs it. */
const aboutEmployer = ["Zwisalanu Vuvuzela"] as const;
const hitsOfEmployer = [/zwisalanu/i, /vuvuzela/i];
const ofEmployer: readonly string[] = ["employers", "agreements", "vacancies"];

const hitsIn = (text: string, values: readonly RegExp[] = hitsOfClient): string[] =>
  values.filter((value) => value.test(text)).map(String);

let door: OwnFrontDoor;
const filled = new Set<string>();
const urls: string[] = [];
const views: string[] = [];
let mails: readonly Mail[];
let tables: ReadonlyMap<string, readonly unknown[]>;
let histories: string;

const requestStart = z.object({ request: z.object({ url: z.string() }) });
const noteUrl = (message: unknown): void => void urls.push(requestStart.parse(message).request.url);

/** Whether a value has the place, or all of it but the last step. */
function isReached(value: unknown, place: Place): boolean {
  if (place.length <= 1) return typeof value === "object" && value !== null;
  const [first = "", ...rest] = place;
  const part: unknown = typeof value === "object" && value !== null ? Reflect.get(value, first) : undefined;
  return isReached(part, rest);
}
function put(value: unknown, place: Place, text: string): unknown {
  const parent = place.slice(0, -1);
  const last = place.at(-1) ?? "";
  const holder = parent.reduce<unknown>(
    (part, name) => (typeof part === "object" && part !== null ? Reflect.get(part, name) : undefined),
    value,
  );
  if (Array.isArray(holder)) return withText(value, place, text);
  return replace(value, parent, { ...(typeof holder === "object" ? holder : {}), [last]: text });
}
function replace(value: unknown, [first, ...rest]: Place, made: unknown): unknown {
  if (first === undefined) return made;
  if (Array.isArray(value)) return value.map((item: unknown, at) => (at === first ? replace(item, rest, made) : item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, name === first ? replace(part, rest, made) : part]),
  );
}

/** The body with every free text of its route written, as far as the route takes it. */
function fill(name: string, route: Route, body: unknown): unknown {
  const texts = ofEmployer.includes(route.area) || name === "nameColleague" ? aboutEmployer : aboutClient;
  return freeTextsOf(route).reduce((sofar: unknown, { name: where, place }) => {
    if (!isReached(sofar, place)) return sofar;
    for (const text of texts) {
      const tried = put(sofar, place, text);
      if (!route.body.safeParse(tried).success) continue;
      filled.add(`${name} ${where}`);
      return tried;
    }
    return sofar;
  }, body);
}

function without(value: unknown, [first, ...rest]: Place): unknown {
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]) =>
      name !== first ? [[name, part]] : rest.length === 0 ? [] : [[name, without(part, rest)]],
    ),
  );
}

const created = z.object({ id: z.string() });
/** Numbers whose form depends on what else stands beside them: they are no free texts there. */
const formed: Readonly<Record<string, Place>> = { changeCertificate: ["changes", "number"] };

async function post(as: Person, name: keyof typeof routes, id: string, body: unknown, day = ""): Promise<string> {
  const route: Route = routes[name];
  const path = route.path.replace("{id}", id).replace("{day}", day);
  const written = fill(name, route, body);
  const response = created.parse(await door.post(as, path, formed[name] ? without(written, formed[name]) : written));
  await door.cloud.settle();
  return response.id;
}

const receipt = { how: "IN_PERSON" } as const;
const today = (days = 0): string =>
  new Date(door.cloud.clock.now() + days * 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 10);
const look = async (link: Link): Promise<void> => {
  const view = z.looseObject({}).parse(await door.post(undefined, "/link/view", link));
  views.push(JSON.stringify({ ...view, identity: undefined }));
};
const answer = (path: string, link: Link, choice: unknown) => door.post(undefined, path, { ...link, choice });
const statusOf = async (placement: string) =>
  z.object({ status: z.string() }).parse(await door.get("officer", `/placements/${placement}`)).status;
const mail = "kanari-1@contoh.example";

/** Whatever a change takes is written anew in each record. */
async function mendAll(ids: Readonly<Record<"employer" | "agreement" | "vacancy" | "person" | "certificate", string>>) {
  const ways = [
    ["officer", "changeClient", ids.person, { domicile: { regencyCode: "36.03" } }],
    ["officer", "changeCertificate", ids.certificate, {}],
    [
      "officer",
      "changeEmployer",
      ids.employer,
      { contact: { name: "Ibu Contoh", email: mail }, otherContacts: [{ name: "Pak Contoh" }] },
    ],
    ["officer", "changeVacancy", ids.vacancy, {}],
    ["supervisor", "changeAgreement", ids.agreement, {}],
  ] as const;
  for (const [as, name, id, changes] of ways) {
    const shown = z
      .record(z.string(), z.unknown())
      .parse(await door.get(as, routes[name].path.replace("{id}", id).replace("/changes", "")));
    const record = z.object({ version: z.int() });
    const version = [shown, ...Object.values(shown)].flatMap((part) => record.safeParse(part).data?.version ?? [])[0];
    await post(as, name, id, { version, changes });
  }
}

async function carry(): Promise<void> {
  const seed = vacancies.find((item) => !item.certificateRequired && item.skills.includes("AUTOMOTIVE"));
  if (!seed) throw new Error("the demo data has no such vacancy");
  const contact = { name: "Ibu Contoh", email: mail };
  const employer = await post("officer", "registerEmployer", "", { ...employers.cikupa, contact });
  await post("supervisor", "verifyEmployer", employer, {});
  const terms = { kind: "PKS", title: "-", number: "1", scopes: ["RECRUITMENT"], status: "PLANNED" };
  const agreement = await post("supervisor", "recordAgreement", "", {
    ...terms,
    employerId: employer,
    validFrom: today(),
    validTo: today(400),
  });
  const vacancy = await post("officer", "openVacancy", "", vacancyBody(seed, employer, undefined, today(300)));
  const body = {
    ...clientBody({ ...client, skills: ["AUTOMOTIVE"] }),
    domicile: { regencyCode: "36.03" },
    statusDocument: { kind: "PAROLE", number: "-", date: "2026-01-20", outsideWorkFrom: "2026-01-20" },
  };
  const person = await post("officer", "registerClient", "", body);
  // A refusal is logged, too.
  const again = { token: await door.tokenOf("officer"), body: fill("registerClient", routes.registerClient, body) };
  expect((await door.ask("POST", "/clients", again)).status).toBe(409);
  await post("officer", "recordConsent", person, { purpose: "PROFILING", action: "GIVEN", receipt });
  const certificate = await post("officer", "recordCertificate", person, certificateBody(5, today(-1)));
  await mendAll({ employer, agreement, vacancy, person, certificate });
  await post("supervisor", "verifyCertificate", certificate, { seen: true });
  const batch = await post("supervisor", "openBatch", "", { ...batchBody("36.03", today(), today(20)), agreementId: agreement });
  await post("officer", "enrolParticipants", batch, { enrol: [person] });
  await post("supervisor", "changeBatch", batch, { version: 2, changes: { seats: 11 } });
  await post("supervisor", "recordAttendance", batch, { day: today(), absent: [person] });
  await post("supervisor", "recordResults", batch, {
    certificate: { kind: "TRAINING", issuedOn: today() },
    results: [{ clientId: person, completed: true, number: "77" }],
  });
  const placement = await post("officer", "startPlacement", "", { clientId: person, withoutCertificate: true });
  await post("officer", "approveShortlist", placement, { decision: "APPROVE", order: [vacancy] });
  const answers = [{ vacancyId: vacancy, accepts: true, discloseBapas: true }];
  await post("officer", "answerForClient", placement, { answers, receipt });
  const asked = newestLink(door, mail);
  await look(asked);
  const colleague = { ...asked, name: "-", phone: "0813 2222 3333" };
  await door.post(undefined, "/link/colleague", fill("nameColleague", routes.nameColleague, colleague));
  await door.cloud.settle();
  const interviewAt = new Date(door.cloud.clock.now() + 86_400_000).toISOString();
  await answer("/link/answer", asked, { choice: "INTERVIEW", times: [interviewAt] });
  await look(asked);
  await wait(door, 11);
  await look(asked);
  await wait(door, 60 * 26);
  await post("officer", "recordInterview", placement, { kind: "RESULT", result: "OFFER", receipt });
  const confirmation = newestLink(door, mail);
  await look(confirmation);
  const startedOn = today();
  await answer("/link/confirmation", confirmation, { started: true, startedOn });
  await wait(door, 11);
  const seen = { evidence: "CONTRACT", writtenContract: true, contractType: "PKWT", client: receipt };
  await post("officer", "confirmStart", placement, { started: true, startedOn, ...seen });
  expect(await statusOf(placement)).toBe("PLACED");
  await look(confirmation);
  for (const [days, day] of [
    [31, "30"],
    [60, "90"],
    [90, "180"],
  ] as const) {
    await wait(door, 60 * 24 * days);
    const link = newestLink(door, mail);
    await look(link);
    await answer("/link/answer", link, { stillThere: true });
    await wait(door, 11);
    const news = { from: "CLIENT", stillThere: true, paidAsAgreed: false, safe: false, receipt };
    await post("officer", "recordFollowUp", placement, news, day);
    await look(link);
  }
}

const executionList = z.object({ executions: z.array(z.object({ executionArn: z.string() })) });
async function readHistories(): Promise<string> {
  const found: string[] = [];
  for (const { arn } of door.cloud.model.stateMachines) {
    const list = executionList.parse((await door.cloud.stepFunctions.call("ListExecutions", { stateMachineArn: arn })).body);
    for (const { executionArn } of list.executions) {
      const input = { executionArn, maxResults: 1000, includeExecutionData: true };
      found.push(JSON.stringify((await door.cloud.stepFunctions.call("GetExecutionHistory", input)).body));
    }
  }
  return found.join("\n");
}

beforeAll(async () => {
  if (!isWhole) return;
  subscribe("http.server.request.start", noteUrl);
  door = await openFrontDoor({ startAt: "2026-03-02T02:00:00.000Z" });
  await carry();
  mails = door.cloud.mailbox.list({ limit: 1000 }).flatMap(({ id }) => door.cloud.mailbox.get(id) ?? []);
  tables = await readTables(door.cloud);
  histories = await readHistories();
}, hangsAfter);
afterAll(async () => {
  unsubscribe("http.server.request.start", noteUrl);
  await door?.close();
});

const rowsOf = (table: string): readonly string[] => {
  const name = [...tables.keys()].find((text) => text.toLowerCase().includes(table));
  return (tables.get(name ?? "") ?? []).map((item) => JSON.stringify(item));
};
const toStaff = ({ to }: Mail): boolean => to.some((address) => address.includes("@bapas.example"));

describe.runIf(isWhole)("what was written into every free text", () => {
  it("was written into each that the way of a placement passes", () => {
    for (const known of [
      "registerClient fullName",
      "registerClient domicile.street",
      "registerClient statusDocument.number",
      "recordConsent receipt.evidence",
      "recordCertificate scheme",
      "registerEmployer legalName",
      "recordAgreement title",
      "openVacancy title",
      "approveShortlist reason",
      "answerForClient receipt.evidence",
      "recordInterview receipt.evidence",
      "confirmStart client.evidence",
      "recordFollowUp receipt.evidence",
      "changeClient changes.fullName",
      "changeEmployer changes.contact.name",
      "changeVacancy changes.title",
      "changeCertificate changes.scheme",
      "changeAgreement changes.title",
      "nameColleague name",
    ])
      expect([...filled]).toContain(known);
    expect(rowsOf("clients").some((row) => hitsIn(row).length > 3)).toBe(true);
  });

  it.each(["outbox", "audit", "employers", "staff"])("is not in the table of %s, of the client", (table) => {
    expect(rowsOf(table).length).toBeGreaterThan(0);
    expect(rowsOf(table).flatMap((row) => hitsIn(row))).toEqual([]);
  });

  it("is in no audit and no order of the outbox, of those who employ", () => {
    for (const table of ["outbox", "audit", "staff"])
      expect([table, rowsOf(table).flatMap((row) => hitsIn(row, hitsOfEmployer))]).toEqual([table, []]);
  });

  it("the status document is read in no table at all", () => {
    const documents = rowsOf("clients").filter((row) => row.includes("statusDocument"));
    expect(documents.length).toBeGreaterThan(0);
    for (const row of documents) expect(row).not.toContain("PAROLE");
  });

  it("stands of a placement in what was noted of people's words, and in nothing that is kept of requests", () => {
    const rows = rowsOf("placements");
    expect(
      rows.filter((row) => row.includes("IDEM#")).flatMap((row) => hitsIn(row, [...hitsOfClient, ...hitsOfEmployer])),
    ).toEqual([]);
    expect(rows.filter((row) => row.includes("LINK#")).flatMap((row) => hitsIn(row))).toEqual([]);
    expect(rows.flatMap((row) => hitsIn(row, [/3603011906870417/, /1987-06-19/]))).toEqual([]);
  });

  it("is in no input, output or history of an execution", () => {
    expect(histories).toContain("TaskSucceeded");
    expect(hitsIn(histories, [...hitsOfClient, ...hitsOfEmployer])).toEqual([]);
  });

  it("is in nothing that the functions log", () => {
    const folder = join(door.dataFolder, "logs");
    const text = readdirSync(folder)
      .map((file) => readFileSync(join(folder, file), "utf8"))
      .join("\n");
    expect(text).toContain("REFUSED");
    expect(hitsIn(text, [...hitsOfClient, ...hitsOfEmployer])).toEqual([]);
  });

  it("is in no address", () => {
    expect(urls.length).toBeGreaterThan(30);
    expect(urls.filter((url) => hitsIn(decodeURIComponent(url), [...hitsOfClient, ...hitsOfEmployer]).length > 0)).toEqual([]);
  });

  it("is in no mail to an employer and in the subject, the tags and the files of none, of the client", () => {
    const outside = mails.filter((item) => !toStaff(item));
    expect(outside.length).toBeGreaterThan(3);
    for (const item of outside) expect([item.subject, hitsIn(JSON.stringify(item))]).toEqual([item.subject, []]);
    for (const { subject, tags, attachments } of mails) {
      const files = attachments.map((file) => Buffer.from(file.content).toString("utf8"));
      expect([subject, hitsIn(JSON.stringify([subject, tags, files]))]).toEqual([subject, []]);
    }
  });

  it("is shown to no holder of a link but as the name and number that the answer needs", () => {
    expect(views.length).toBeGreaterThan(10);
    for (const view of views) expect([view, hitsIn(view)]).toEqual([view, []]);
  });
});
