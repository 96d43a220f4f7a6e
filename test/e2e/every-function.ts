/** Brings every function to work, in as few steps of the clock as that takes: until the first follow-up, after thirty days. */
import * as z from "zod";
import { certificateBody, clientBody, clients, employers, vacancies, vacancyBody } from "../../demo/demo-data.ts";
import { type Route, routes } from "../../shared/api/routes.ts";
import { mayEver } from "../../shared/domain/offices/access-policy.ts";
import { approveAll, newestCode, newestLink, startFor, wait } from "../api/carry-along.ts";
import { type FrontDoor, postForId } from "../api/front-door.ts";
import { batchBody, makeRecords, organisationBody, type Records } from "../api/office-records.ts";
import { type Person, placeNo, registerStaff } from "../api/offices.ts";
import { pathAbout, queryAbout } from "../api/request-about.ts";

const listed = z.object({ cursor: z.string() });

/** 9:00 in Jakarta, on a Monday. */
export const startAt = "2026-03-02T02:00:00.000Z";

const day = 60 * 24;
const receipt = { how: "PHONE" } as const;
/** The first employer's contact. */
const firstMail = "satu-7@contoh.example";

/** Works the whole app once through, and leaves time for whatever wait is still to expire. */
export async function useEveryFunction(door: FrontDoor): Promise<void> {
  // The door has registered the office already: it is known now, and changed.
  await registerStaff(door.cloud, placeNo(0));
  const records = await makeRecords(door, "officer", 7);
  await door.post("supervisor", `/certificates/${records.certificate}/verification`, { sendBack: "UNSEEN" });
  await door.post("supervisor", `/certificates/${records.certificate}/verification`, { seen: true });
  await post(door, "/employers", { ...employers.honda, npwp: "3603120101750919", karirhubRef: "kh-em-1" });
  await door.post("supervisor", `/employers/${records.employer}/verification`, { sendBack: "CONTACT" });
  await door.post("supervisor", `/employers/${records.employer}/verification`, {});
  await wait(door, 2);
  await bringIn(door);
  await bringClientsIn(door);
  await askTheNext(door, records);
  await callOne(door);
  await loseOne(door);
  await mergeTwo(door);
  await closeReviewed(door, records);
  const withdrawn = await withdrawChosen(door, records);
  await carryToWork(door, records);
  await wait(door, 31 * day);
  await lookAfter(door, records);
  await loseWorkAtOnce(door, records);
  await train(door, records);
  await mendAll(door, records);
  await recallAll(door, records);
  await meetKnownNumbers(door, records);
  await handOn(door, records);
  await wait(door, 60 * day);
  // Counts of wrong codes are kept for two days.
  await door.ask("POST", "/link/code", { body: { code: "0000-0000-0001" } });
  // An employer has declined this one: the record may have become another since.
  await door.get("officer", `/clients/${withdrawn}/opportunities`);
  await readEverything(door, { ...records, vacancy: await letOneWait(door, records, withdrawn) });
}

/** A posting that is new, then changed, then gone: a vacancy and its employer are opened, changed and closed. */
async function bringIn(door: FrontDoor): Promise<void> {
  const karirhubRef = "kh-sync-1";
  const contact = { name: "Bagian Rekrutmen" };
  const employer = { type: "COMPANY", size: "MEDIUM", legalName: "Toko Misal", regencyCode: "36.71", karirhubRef: "kh-em-2" };
  const terms = { title: "Kasir", regencyCode: "36.71", workDays: [], reportDayFree: false, requirements: {} };
  const posting = (seats: number, ways: object) => ({
    karirhubRef,
    employer: { ...employer, contact: { ...contact, ...ways } },
    vacancy: { ...terms, seats, validUntil: dayFrom(door, 20) },
    namesItsEnd: true,
  });
  for (const item of [posting(2, {}), posting(3, { phone: "021-5551234" }), { karirhubRef, gone: "CLOSED" }])
    await post(door, "/imports/vacancies", { postings: [item] });
}

/** A list of clients that is new, comes again with another phone and another number, and says what a column holds. */
async function bringClientsIn(door: FrontDoor): Promise<void> {
  const cells = {
    Kode: "BKD-90/2026",
    Nama: "Misal Daftar",
    NIK: "3603123112900077",
    "Tgl Lahir": "31/12/1990",
    JK: "L",
    "Kab/Kota": "Kota Tangerang",
    Pendidikan: "SMA",
  };
  const lines = [cells, { ...cells, Kode: "BKD-91/2026", "No HP": 8_123_456_789 }];
  for (const line of lines)
    await post(door, "/imports/clients", {
      batch: "daftar",
      lines: [{ key: "2", cells: line }],
      columns: { Kode: "registerNumber" },
    });
}

const dayFrom = (door: FrontDoor, days: number): string =>
  new Date(door.cloud.clock.now() + days * 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 10);

async function post(door: FrontDoor, path: string, body: unknown): Promise<void> {
  await door.post("officer", path, body);
  await door.cloud.settle();
}

const answerLink = (door: FrontDoor, path: string, mail: string, choice: unknown): Promise<unknown> =>
  door.post(undefined, path, { ...newestLink(door, mail), choice });

/** By link where there is one, by the officer where there is not. */
async function carryToWork(door: FrontDoor, { placement, vacancy, secondVacancy }: Records): Promise<void> {
  await approveAll(door, placement, [vacancy, secondVacancy], [true, false]);
  // What was asked of the same contact just before goes in one mail with this.
  await wait(door, 16);
  const { code, link } = newestCode(door, firstMail);
  await door.ask("POST", "/link/code", { body: { code: "0000-0000-0000" } });
  const opened = z.object({ linkId: z.literal(link.linkId), secret: z.literal(link.secret) });
  opened.parse(await door.post(undefined, "/link/code", { code }));
  await door.ask("POST", "/link/view", { body: { ...link, secret: "x".repeat(43) } });
  await door.ask("POST", "/link/colleague", {
    body: { ...link, secret: "x".repeat(43), name: "Ibu Salah", phone: "0813 2222 3333" },
  });
  await door.post(undefined, "/link/colleague", { ...link, name: "Ibu Rekan", phone: "0813 2222 3333" });
  await door.post(undefined, "/link/view", link);
  await answerLink(door, "/link/answer", firstMail, { choice: "DECLINE", reason: "OTHER" });
  await door.post(undefined, "/link/undo", newestLink(door, firstMail));
  const at = new Date(door.cloud.clock.now() + day * 60_000).toISOString();
  await post(door, `/placements/${placement}/employer-answer`, { answer: { choice: "INTERVIEW", times: [at] }, receipt });
  await post(door, `/placements/${placement}/interview-result`, { kind: "AGREED", at });
  await answerLink(door, "/link/answer", firstMail, { result: "OFFER" });
  await wait(door, 11);
  const startedOn = dayFrom(door, 0);
  await answerLink(door, "/link/confirmation", firstMail, { started: true, startedOn });
  await wait(door, 11);
  const seen = { evidence: "CONTRACT", writtenContract: true, contractType: "PKWT" };
  await post(door, `/placements/${placement}/officer-confirmation`, { started: true, startedOn, ...seen });
}

const startAnother = (door: FrontDoor, serial: number): ReturnType<typeof startFor> => {
  const [person] = clients;
  if (!person) throw new Error("the demo data has no client");
  return startFor(door, clientBody({ ...person, nik: `360301120594${8000 + serial}`, birthDate: "1994-05-12" }));
};

/** The first employer, asked anew, takes the client, who does not begin: the second one is asked, and reminded. */
async function askTheNext(door: FrontDoor, { vacancy, secondVacancy }: Records): Promise<void> {
  const { placement } = await startAnother(door, 1);
  await approveAll(door, placement, [vacancy, secondVacancy]);
  await post(door, `/placements/${placement}/question`, {});
  await post(door, `/placements/${placement}/employer-answer`, { answer: { choice: "ACCEPT" }, receipt });
  await post(door, `/placements/${placement}/officer-confirmation`, { started: false, receipt });
}

/** An employer that has no mail is called, and knows of the question. */
async function callOne(door: FrontDoor): Promise<void> {
  const seed = vacancies.find((item) => !item.certificateRequired && item.skills.includes("AUTOMOTIVE"));
  if (!seed) throw new Error("the demo data has no such vacancy");
  const contact = { name: "Ibu Telepon", phone: "021-5551234 pes. 12" };
  const employer = await postForId(door, "officer", "/employers", { ...employers.cikupa, contact });
  const body = { ...vacancyBody(seed, employer, undefined, dayFrom(door, 60)), regencyCode: door.place.regencyCode };
  const vacancy = await postForId(door, "officer", "/vacancies", body);
  const { placement } = await startAnother(door, 31);
  await approveAll(door, placement, [vacancy]);
  await post(door, `/placements/${placement}/employer-reached`, { receipt });
  await post(door, `/placements/${placement}/employer-answer`, { answer: { choice: "ACCEPT" }, receipt });
  const seen = { evidence: "VISIT", writtenContract: false, contractType: "DAILY", client: receipt };
  await post(door, `/placements/${placement}/officer-confirmation`, { started: true, startedOn: dayFrom(door, 0), ...seen });
  // One person has recorded all of it: a second one vouches.
  await door.post("supervisor", `/placements/${placement}/verification`, {});
  await post(door, `/vacancies/${vacancy}/closure`, {});
}

/** An employer whose mail comes back: it is asked by phone. */
async function loseOne(door: FrontDoor): Promise<void> {
  const seed = vacancies.find((item) => !item.certificateRequired && item.skills.includes("AUTOMOTIVE"));
  if (!seed) throw new Error("the demo data has no such vacancy");
  const contact = { name: "Bagian Personalia", email: "bounce@contoh.test" };
  const employer = await postForId(door, "officer", "/employers", { ...employers.cikupa, legalName: "Bengkel Kembali", contact });
  const body = { ...vacancyBody(seed, employer, undefined, dayFrom(door, 60)), regencyCode: door.place.regencyCode };
  const vacancy = await postForId(door, "officer", "/vacancies", body);
  const { placement } = await startAnother(door, 32);
  await approveAll(door, placement, [vacancy]);
  await post(door, `/placements/${placement}/employer-answer`, { answer: { choice: "DECLINE", reason: "OTHER" }, receipt });
  await post(door, `/vacancies/${vacancy}/closure`, {});
}

/** Two records of one employer, neither of them verified, become one, with a vacancy. */
async function mergeTwo(door: FrontDoor): Promise<void> {
  const contact = { name: "Bu Ganda", phone: "021-5557777" };
  const register = (more: object) => postForId(door, "officer", "/employers", { ...employers.honda, contact, ...more });
  const gone = await register({ legalName: "Honda Ganda", karirhubRef: "kh-em-9" });
  const into = await register({ legalName: "Honda Ganda Jaya" });
  const seed = vacancies.find((item) => item.certificateRequired);
  if (!seed) throw new Error("the demo data has no such vacancy");
  const body = vacancyBody(seed, gone, undefined, dayFrom(door, 60));
  const vacancy = await postForId(door, "officer", "/vacancies", { ...body, regencyCode: door.place.regencyCode });
  await door.post("supervisor", `/employers/${gone}/merger`, { into, version: 1, intoVersion: 1 });
  await wait(door, 3);
  await post(door, `/vacancies/${vacancy}/closure`, {});
}

/** None of the proposals at first; then a no of the client, a no after the interview, and nothing follows. */
async function closeReviewed(door: FrontDoor, { vacancy, secondVacancy }: Records): Promise<void> {
  const { placement } = await startAnother(door, 2);
  await post(door, `/placements/${placement}/approval`, { decision: "APPROVE_NONE" });
  await post(door, `/placements/${placement}/review`, { decision: "RANK_AGAIN" });
  const order = [vacancy, secondVacancy];
  await post(door, `/placements/${placement}/approval`, { decision: "APPROVE", order, reason: "Dekat dengan rumah" });
  const answers = order.map((vacancyId, index) => ({ vacancyId, accepts: index === 1, discloseBapas: false }));
  await post(door, `/placements/${placement}/client-answer`, { answers, receipt });
  const at = new Date(door.cloud.clock.now() + day * 60_000).toISOString();
  await post(door, `/placements/${placement}/employer-answer`, { answer: { choice: "INTERVIEW", times: [at] }, receipt });
  await post(door, `/placements/${placement}/interview-result`, { kind: "RESULT", result: "NO", receipt });
  await post(door, `/placements/${placement}/review`, { decision: "CLOSE", because: "NOT_READY" });
}

/** The first employer says no, the second one offers the job after an interview; then the client withdraws. Returns the client. */
async function withdrawChosen(door: FrontDoor, { vacancy, secondVacancy }: Records): Promise<string> {
  const { client, placement } = await startAnother(door, 9);
  await approveAll(door, placement, [vacancy, secondVacancy]);
  await post(door, `/placements/${placement}/employer-answer`, { answer: { choice: "DECLINE", reason: "OTHER" }, receipt });
  const at = new Date(door.cloud.clock.now() + day * 60_000).toISOString();
  await post(door, `/placements/${placement}/employer-answer`, { answer: { choice: "INTERVIEW", times: [at] }, receipt });
  await post(door, `/placements/${placement}/interview-result`, { kind: "RESULT", result: "OFFER", receipt });
  await post(door, `/placements/${placement}/withdrawal`, { receipt });
  return client;
}

/** After thirty days the employer says yes, the client has left. */
async function lookAfter(door: FrontDoor, { placement }: Records): Promise<void> {
  await answerLink(door, "/link/answer", firstMail, { stillThere: true });
  await wait(door, 11);
  const said = { from: "CLIENT", stillThere: false, reason: "RESIGNED", receipt };
  await post(door, `/placements/${placement}/follow-ups/30`, said);
}

/** Work begins, and ends on the same day. */
async function loseWorkAtOnce(door: FrontDoor, { secondVacancy }: Records): Promise<void> {
  const { placement } = await startAnother(door, 33);
  await approveAll(door, placement, [secondVacancy]);
  await post(door, `/placements/${placement}/employer-answer`, { answer: { choice: "ACCEPT" }, receipt });
  const lastDay = dayFrom(door, 0);
  const seen = { evidence: "VISIT", writtenContract: false, contractType: "DAILY", client: receipt };
  await post(door, `/placements/${placement}/officer-confirmation`, { started: true, startedOn: lastDay, ...seen });
  const lost = { lastDay, reason: "CONTRACT_ENDED", endedBy: "EMPLOYER", from: "CLIENT", receipt };
  await post(door, `/placements/${placement}/lost-work`, lost);
}

const versioned = z.looseObject({ version: z.int() });

/** The version of a record that was read: its own, or that of the record within. */
const versionIn = (read: unknown): number =>
  z
    .union([
      versioned,
      z
        .looseObject({})
        .transform((parts) => versioned.parse(Object.values(parts).find((part) => versioned.safeParse(part).success))),
    ])
    .parse(read).version;

/** Changes fields of a record as it stands. */
async function mend(door: FrontDoor, path: string, changes: object, as: Person = "officer"): Promise<void> {
  await door.post(as, `${path}/changes`, { version: versionIn(await door.get(as, path)), changes });
  await door.cloud.settle();
}

/** Mends a record of each kind, once with a number that is known already; and an employer asked anew says no, and then yes. */
async function mendAll(door: FrontDoor, { client: known, nik, employer, secondVacancy }: Records): Promise<void> {
  const { client, placement } = await startAnother(door, 41);
  await mend(door, `/clients/${client}`, { fullName: "Contoh Ganti", nik: "3603011205948051", phone: "081234567890" });
  await mend(door, `/clients/${client}`, { willingness: "ANYWHERE" });
  const token = await door.tokenOf("officer");
  const version = versionIn(await door.get("officer", `/clients/${client}`));
  await door.ask("POST", `/clients/${client}/changes`, { token, body: { version, changes: { nik } } });
  await post(door, `/clients/${client}/contacts`, { how: "PHONE", who: "CLIENT", outcome: "REACHED" });
  const path = `/clients/${client}/certificates`;
  const certificate = await postForId(door, "officer", path, certificateBody(78, dayFrom(door, -1)));
  const numberOf = (serial: number) => certificateBody(serial, dayFrom(door, -1)).number;
  await mend(door, `/certificates/${certificate}`, { number: numberOf(79), expiresOn: dayFrom(door, 400) });
  await door.ask("POST", `/certificates/${certificate}/changes`, {
    token,
    body: { version: 2, changes: { number: numberOf(7) } },
  });
  await approveAll(door, placement, [secondVacancy]);
  await post(door, `/placements/${placement}/question`, {});
  const no = { choice: "DECLINE", reason: "OTHER" };
  await post(door, `/placements/${placement}/employer-answer`, { answer: no, receipt });
  const times = [new Date(door.cloud.clock.now() + day * 60_000).toISOString()];
  const yes = { vacancyId: secondVacancy, answer: { choice: "INTERVIEW", times }, receipt };
  await post(door, `/placements/${placement}/employer-answer`, yes);
  await mend(door, `/vacancies/${secondVacancy}`, { seats: 9, title: "Juru mesin" });
  await post(door, `/placements/${placement}/withdrawal`, { receipt });
  await mend(door, `/employers/${employer}`, { npwp: "3603120101750927", legalName: "Bengkel Ganti Nama", size: "SMALL" });
  await mend(door, "/office", { telephone: "021-5551234", deadlines: { review: 6 } }, "supervisor");
  await organise(door, employer);
  const terms = { employerId: employer, kind: "PKS", title: "Kerja sama", scopes: ["RECRUITMENT"] };
  const planned = { ...terms, number: "W12-90", status: "PLANNED", validFrom: dayFrom(door, 0), validTo: dayFrom(door, 9) };
  const agreement = await postForId(door, "supervisor", "/agreements", planned);
  await mend(door, `/agreements/${agreement}`, { status: "SIGNED", signedOn: dayFrom(door, 0) }, "supervisor");
  const signed = { ...planned, number: "W12-91", status: "SIGNED", signedOn: dayFrom(door, 0) };
  await door.post("supervisor", "/agreements", signed);
  await door.get("officer", `/clients/${known}`);
}

/** The office is an organisation, with a new name and a twin; an agreement of three parties is signed, and renewed. */
async function organise(door: FrontDoor, employer: string): Promise<void> {
  const { id: officeId } = z.object({ office: z.object({ id: z.string() }) }).parse(await door.get("officer", "/me")).office;
  const body = { kind: "BAPAS", name: "Bapas Kelas II Misal", class: "II", regionCode: door.place.regencyCode };
  const own = await postForId(door, "administrator", "/organisations", { ...body, officeId });
  await mend(door, `/organisations/${own}`, { labels: [{ name: "Balai Misal", validFrom: "2026-01-01" }] }, "administrator");
  await mend(door, `/organisations/${own}`, { officeId: null }, "administrator");
  await mend(door, `/organisations/${own}`, { officeId, name: "Balai Pemasyarakatan Misal" }, "administrator");
  const service = { kind: "EMPLOYMENT_SERVICE", name: "Dinas Tenaga Kerja Misal", regionCode: door.place.regencyCode };
  const disnaker = await postForId(door, "administrator", "/organisations", service);
  const twin = await postForId(door, "administrator", "/organisations", service);
  for (const regionCode of ["36", door.place.regencyCode])
    await mend(door, `/organisations/${twin}`, { regionCode }, "administrator");
  const dates = { validFrom: dayFrom(door, 0), validTo: dayFrom(door, 20), status: "SIGNED", signedOn: dayFrom(door, 0) };
  const terms = { kind: "PKS", title: "Kerja sama", number: "W12-80", scopes: ["TRAINING"], ...dates };
  const parties = [own, disnaker, employer];
  const first = await postForId(door, "supervisor", "/agreements", { ...terms, parties });
  const planned = { kind: "MOU", title: "Perpanjangan", scopes: ["TRAINING"], status: "PLANNED", parties, follows: first };
  const next = await postForId(door, "supervisor", "/agreements", planned);
  await mend(door, `/agreements/${next}`, { parties: [own, disnaker] }, "supervisor");
  const found = `/organisations?q=dinas&limit=1`;
  const { cursor } = listed.parse(await door.get("officer", found));
  await door.get("officer", `${found}&cursor=${cursor}`);
  await door.get("officer", "/organisations?kind=TRAINING_CENTER&limit=1");
}

/** A training that is moved, filled, attended and concluded, with a certificate for one and none for another. */
async function train(door: FrontDoor, { employer: employerId, agreement: agreementId }: Records): Promise<void> {
  const organisationId = await postForId(door, "administrator", "/organisations", organisationBody(77, door.place.regencyCode));
  const body = {
    ...batchBody(door.place.regencyCode, dayFrom(door, -1), dayFrom(door, 20)),
    seats: 1,
    organisationId,
    employerId,
    agreementId,
  };
  const batch = await postForId(door, "supervisor", "/training-batches", body);
  const path = `/training-batches/${batch}`;
  const [client, other] = [await registerTrainee(door, 1), await registerTrainee(door, 2)];
  await door.post("officer", `${path}/participants`, { enrol: [client, other] });
  await door.post("officer", `${path}/participants`, { leave: [client] });
  await door.post("officer", `${path}/participants`, { enrol: [client] });
  const called = await postForId(door, "supervisor", "/training-batches", body);
  await mend(door, `/training-batches/${called}`, { cancelled: true }, "supervisor");
  await mend(door, path, { seats: 2, startsOn: dayFrom(door, -2) }, "supervisor");
  await door.post("supervisor", `${path}/attendance`, { day: dayFrom(door, 0), absent: [client] });
  await door.get("officer", path);
  await door.get("officer", "/training-batches");
  const certificate = { kind: "COMPETENCE", lspLicence: "BNSP-LSP-1234-ID", issuedOn: dayFrom(door, 0) };
  const results = [
    { clientId: client, completed: true, number: "45407 7231 2 7700001 2026" },
    { clientId: other, completed: false },
  ];
  await door.post("supervisor", `${path}/results`, { certificate, results });
}

/** Somebody of the office who is in no training yet. */
const registerTrainee = (door: FrontDoor, day: number): Promise<string> =>
  postForId(door, "officer", "/clients", {
    fullName: "Contoh Peserta",
    sex: "FEMALE",
    birthDate: `1992-03-0${day}`,
    domicile: { regencyCode: door.place.regencyCode },
    education: "SMP",
  });

/** What is taken back under live proposals: a consent, an agreement, a vacancy, the placement itself. */
async function recallAll(door: FrontDoor, records: Records): Promise<void> {
  const { client, placement } = await startAnother(door, 3);
  await approveAll(door, placement, [records.vacancy, records.secondVacancy]);
  const withdrawn = { action: "WITHDRAWN", receipt };
  await post(door, `/clients/${client}/consents`, {
    ...withdrawn,
    purpose: "EMPLOYER_SHARING",
    employerId: records.employer,
  });
  // Its history names the employer.
  await door.get("officer", `/clients/${client}/history`);
  await post(door, `/placements/${placement}/withdrawal`, { receipt });
  const other = await startAnother(door, 4);
  await approveAll(door, other.placement, [records.vacancy, records.secondVacancy]);
  await door.post("supervisor", `/agreements/${records.agreement}/termination`, {});
  await post(door, `/vacancies/${records.vacancy}/closure`, {});
  const path = `/clients/${other.client}/certificates`;
  const certificate = await postForId(door, "officer", path, certificateBody(77, dayFrom(door, -1)));
  await door.post("supervisor", `/certificates/${certificate}/verification`, { seen: true });
  await post(door, `/clients/${other.client}/consents`, { ...withdrawn, purpose: "PROFILING" });
}

/** Numbers that are known already: whoever is told so leaves a trace. */
async function meetKnownNumbers(door: FrontDoor, { client, nik }: Records): Promise<void> {
  const token = await door.tokenOf("officer");
  const [person] = clients;
  if (!person) throw new Error("the demo data has no client");
  await door.ask("POST", "/clients", { token, body: clientBody({ ...person, nik, birthDate: "1994-05-12" }) });
  const body = certificateBody(7, dayFrom(door, -1));
  await door.ask("POST", `/clients/${client}/certificates`, { token, body });
}

/** Keeps a client's status document as it was kept before documents were sealed. */
async function keepInTheClear(door: FrontDoor, client: string): Promise<void> {
  const document = { kind: "PAROLE", number: "LAMA-1", date: "2026-01-20", outsideWorkFrom: "2026-01-20" };
  await door.cloud.dynamodb("UpdateItem", {
    TableName: door.cloud.model.tables.find(({ logicalId }) => logicalId.toLowerCase().startsWith("clients"))?.name,
    Key: { pk: { S: `CL#${client}` }, sk: { S: "PROFILE" } },
    UpdateExpression: "SET statusDocument = :document",
    ExpressionAttributeValues: {
      ":document": { M: Object.fromEntries(Object.entries(document).map(([name, value]) => [name, { S: value }])) },
    },
  });
}

/** Somebody stands in, a client and then all work goes to a colleague, who leaves and comes back. */
async function handOn(door: FrontDoor, { client, nik, staff }: Records): Promise<void> {
  await startAnother(door, 10);
  const { id: to } = z.object({ id: z.string() }).parse(await door.get("colleague", "/me"));
  await door.get("officer", "/office/history?limit=1");
  await post(door, `/staff/${staff}/covers`, { covers: [{ by: to, from: dayFrom(door, 0), to: dayFrom(door, 3) }] });
  await door.post("foreignOfficer", "/transfers", { nik });
  await door.get("supervisor", "/inbox/transfers");
  await door.get("supervisor", "/reports");
  await door.get("officer", "/figures");
  await keepInTheClear(door, client);
  await post(door, `/clients/${client}/consents`, { purpose: "PROFILING", action: "GIVEN", receipt });
  await keepInTheClear(door, client);
  await door.post("supervisor", `/clients/${client}/hand-over`, { to });
  await door.post("supervisor", `/staff/${staff}/hand-over`, { to });
  await wait(door, 3);
  await registerStaff(door.cloud, placeNo(0), ["colleague"]);
  await wait(door, 3);
  await registerStaff(door.cloud, placeNo(0), [], ["colleague"]);
  await registerStaff(door.cloud, placeNo(0));
}

/** Opens a vacancy of one seat for five who wait, one of them for the second time: three are asked whether to propose them, one of whom is, and two go on waiting. */
async function letOneWait(door: FrontDoor, { employer, secondVacancy }: Records, again: string): Promise<string> {
  await post(door, `/vacancies/${secondVacancy}/closure`, {});
  const { placement } = await startAnother(door, 5);
  for (const serial of [6, 7, 8]) await startAnother(door, serial);
  await post(door, "/placements", { clientId: again, withoutCertificate: true });
  const seed = vacancies.find((item) => !item.certificateRequired && item.skills.includes("AUTOMOTIVE"));
  if (!seed) throw new Error("the demo data has no such vacancy");
  const body = vacancyBody({ ...seed, seats: 1 }, employer, undefined, dayFrom(door, 60));
  const vacancy = await postForId(door, "officer", "/vacancies", { ...body, karirhubRef: "kh-va-1" });
  await door.cloud.settle();
  await post(door, `/placements/${placement}/approval`, { decision: "APPROVE", order: [vacancy] });
  // The employer is asked, and its reminders lie ahead: the outbox has rows that are not due yet.
  const answers = [{ vacancyId: vacancy, accepts: true, discloseBapas: false }];
  await post(door, `/placements/${placement}/client-answer`, { answers, receipt });
  return vacancy;
}

/** Every route that reads; of the lists whose cursors name a person's record also a second page; and a supervisor's work. */
async function readEverything(door: FrontDoor, records: Records): Promise<void> {
  for (const path of ["/clients", "/employers"]) {
    const { cursor } = listed.parse(await door.get("officer", `${path}?limit=1`));
    await door.get("officer", `${path}?limit=1&cursor=${cursor}`);
  }
  await door.get("supervisor", "/inbox");
  for (const list of ["counts", "certificates"]) await door.get("supervisor", `/inbox/${list}`);
  const { client, employer, staff } = records;
  for (const query of [`officer=${staff}`, "q=contoh", "missing=phone&sort=name"]) await door.get("officer", `/clients?${query}`);
  for (const query of ["q=bengkel", "toVerify=true"]) await door.get("officer", `/employers?${query}`);
  await door.get("officer", "/vacancies?q=bengkel");
  // The page after a vacancy that was read last, whatever has become of it.
  const after = Buffer.from(`${records.secondVacancy} 0`).toString("base64url");
  await door.ask("GET", `/vacancies?q=bengkel&cursor=${after}`, { token: await door.tokenOf("officer") });
  for (const query of [
    `officer=${staff}`,
    `client=${client}`,
    `employer=${employer}`,
    "waitingFor=officer",
    "q=contoh",
    "sort=name",
    `sort=name&officer=${staff}`,
    `sort=name&cursor=${Buffer.from(`${client} name`).toString("base64url")}`,
  ])
    await door.get("officer", `/placements?${query}`);
  for (const route of Object.values<Route>(routes)) {
    if (route.method !== "GET" || route.access.kind !== "staff") continue;
    const who = mayEver("officer", route.access.action) ? "officer" : "supervisor";
    await door.get(who, `${pathAbout(route, records)}${queryAbout(route, records)}`);
  }
}
