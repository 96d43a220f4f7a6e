/** Who may come in where: every route with every kind of login, made from the routes and the access table. */
import { beforeAll, describe, expect, it } from "vitest";
import { type Route, routes, scopeOf } from "../../shared/api/routes.ts";
import { accessTable } from "../../shared/domain/offices/access-policy.ts";
import { isWhole } from "../builders/runs.ts";
import { type FrontDoor, shareFrontDoor } from "./front-door.ts";
import { batchBody, makeRecords, type Records } from "./office-records.ts";
import { officeNames, type Person, people, personNames } from "./offices.ts";
import { problemSchema } from "./problem.ts";
import { pathAbout, queryAbout } from "./request-about.ts";

const all: readonly (readonly [string, Route])[] = Object.entries(routes);
const staffRoutes = all.filter(([, route]) => route.access.kind === "staff");
/** Routes whose answer hangs on whose the record is: those about one, but for what is any office's: vacancies to match, employers, organisations. */
const isAboutOwn = (name: string, route: Route): boolean =>
  name === "readWhyNot" ||
  (route.path.includes("{id}") &&
    name !== "readCandidates" &&
    name !== "readVacancy" &&
    !/^\/(employers|organisations)\//.test(route.path));
const unknownUlid = "01ARZ3NDEKTSV4RRFFQ69G5FAV";

let door: FrontDoor;
let ours: Records;
let theirs: Records;

beforeAll(async () => {
  door = await shareFrontDoor();
  ours = await makeRecords(door, "officer", 1);
  theirs = await makeRecords(door, "foreignOfficer", 2);
  await door.post("officer", "/transfers", { nik: theirs.nik });
  await door.post("foreignOfficer", "/transfers", { nik: ours.nik });
});

type Shape = { readonly path: string; readonly body: unknown };
const receipt = { how: "PHONE" } as const;
const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A well-formed request to a route about the given records. */
function requestTo(name: string, route: Route, records: Records): Shape {
  const path = `${pathAbout(route, records)}${queryAbout(route, records)}`;
  const vacancyTerms = {
    employerId: records.employer,
    title: "Mekanik",
    regencyCode: "36.03",
    seats: 1,
    workDays: ["MONDAY"],
    reportDayFree: true,
    contractType: "PKWT",
    requirements: {},
    validUntil: day(30),
  };
  const bodies: Record<string, unknown> = {
    registerClient: {
      fullName: "Contoh Baru",
      sex: "MALE",
      birthDate: "1990-01-01",
      domicile: { regencyCode: "36.03" },
      education: "SMA",
    },
    recordConsent: { purpose: "PROFILING", action: "GIVEN", receipt },
    recordCertificate: {
      kind: "TRAINING",
      number: `45407 7231 2 ${Math.floor(Math.random() * 9_000_000) + 1_000_000} 2026`,
      scheme: "Las",
      result: "COMPETENT",
      issuedOn: day(-2),
    },
    verifyCertificate: { seen: true },
    registerEmployer: {
      type: "COMPANY",
      size: "MICRO",
      legalName: "Toko Misal",
      regencyCode: "36.03",
      contact: { name: "Ibu Misal", email: "toko@contoh.example" },
    },
    registerOrganisation: { kind: "MINISTRY", name: "Kementerian Misal" },
    changeOrganisation: { version: 1, changes: { active: true } },
    recordAgreement: {
      employerId: records.employer,
      kind: "MOU",
      title: "Nota",
      number: "1",
      scopes: ["TRAINING"],
      status: "PLANNED",
      validFrom: day(0),
      validTo: day(9),
    },
    openVacancy: vacancyTerms,
    importClients: { batch: "daftar", lines: [{ key: "2", cells: { Nama: "Tanpa nomor" } }] },
    importVacancies: { postings: [{ karirhubRef: "tidak-ada", gone: "CLOSED" }] },
    startPlacement: { clientId: records.client },
    approveShortlist: { decision: "APPROVE", order: [records.vacancy] },
    answerForClient: { answers: [{ vacancyId: records.vacancy, accepts: true }], receipt },
    answerForEmployer: { answer: { choice: "ACCEPT" }, receipt },
    noteEmployerReached: { receipt },
    recordInterview: { kind: "RESULT", result: "OFFER", receipt },
    confirmStart: { started: false, receipt },
    withdrawPlacement: { receipt },
    reviewPlacement: { decision: "CLOSE", because: "OTHER" },
    changeAgreement: { version: 1, changes: { title: "Nota baru" } },
    changeCertificate: { version: 1, changes: { scheme: "Las listrik" } },
    changeVacancy: { version: 1, changes: { reportDayFree: true } },
    mergeEmployer: { into: records.employer, version: 1, intoVersion: 1 },
    changeEmployer: { version: 1, changes: { size: "SMALL" } },
    openBatch: batchBody("36.03", day(0), day(9)),
    changeBatch: { version: 1, changes: { seats: 11 } },
    enrolParticipants: { leave: [records.client] },
    recordAttendance: { day: day(0), absent: [] },
    recordResults: { results: [{ clientId: records.client, completed: true }] },
    recordContact: { how: "PHONE", who: "CLIENT", outcome: "REACHED" },
    changeClient: { version: 1, changes: { experienceYears: 3 } },
    requestTransfer: { nik: records.nik },
    changeOffice: { version: 1, changes: { telephone: "021-5551234" } },
    coverStaff: { covers: [{ by: records.staff, from: day(1), to: day(2) }] },
    handOverWork: { to: records.staff },
    handOverClient: { to: records.staff },
    recordLostWork: { lastDay: day(0), reason: "RESIGNED", endedBy: "CLIENT", from: "VISIT", receipt },
    recordFollowUp: { from: "VISIT", stillThere: true, receipt },
  };
  return { path, body: bodies[name] ?? {} };
}

const send = async (route: Route, { path, body }: Shape, token?: string) => door.ask(route.method, path, { token, body });

/** Whether the access table lets a role take the route's action at all. */
function roleMay(person: Person, route: Route): boolean {
  const { role } = people[person];
  if (role === undefined || route.access.kind !== "staff") return false;
  return Object.keys(accessTable[route.access.action]).includes(role);
}

const isForeign = (person: Person): boolean => people[person].office === "bapas-seberang";
const expectProblem = (text: string, json: unknown, status: number): void => {
  expect(problemSchema.parse(json).status).toBe(status);
  for (const [id, name] of Object.entries(officeNames)) {
    expect(text).not.toContain(id);
    expect(text).not.toContain(name);
  }
};

describe("lists", () => {
  const lists = staffRoutes.filter(
    ([name, route]) =>
      route.method === "GET" &&
      !route.path.includes("{id}") &&
      !isAboutOwn(name, route) &&
      // Of no office, of no record, or numbers alone.
      ![
        "/employers",
        "/organisations",
        "/vacancies",
        "/office",
        "/consent-texts",
        "/inbox/counts",
        "/reports",
        "/figures",
      ].includes(route.path),
  );
  it.each(lists)("%s holds nothing of another office", async (name, route) => {
    // The officers recorded the certificates: they wait for somebody else.
    const forSupervisors = ["readCertificateInbox", "readTransferInbox"].includes(name);
    const fromInside = forSupervisors ? "supervisor" : "officer";
    const person = roleMay(fromInside, route) ? fromInside : "trainer";
    const fromOutside = forSupervisors ? "foreignSupervisor" : "foreignOfficer";
    const foreign = roleMay(fromOutside, route) ? fromOutside : "foreignTrainer";
    const [mine, others] = [
      await send(route, requestTo(name, route, ours), await door.tokenOf(person)),
      await send(route, requestTo(name, route, theirs), await door.tokenOf(foreign)),
    ];
    expect([mine.status, others.status]).toEqual([200, 200]);
    const ids = (text: string) => new Set(text.match(/(?:cl|ag|pl|fu|st|tb)_[0-9A-Z]{26}|"bapas-[a-z]+"/g) ?? []);
    expect(ids(mine.text).size).toBeGreaterThan(0);
    expect([...ids(mine.text)].filter((id) => ids(others.text).has(id))).toEqual([]);
  });

  it("a cursor of another office's list opens nothing", async () => {
    for (const path of ["/clients", "/placements", "/agreements", "/inbox", "/inbox/certificates"]) {
      const cursor = Buffer.from(
        JSON.stringify({
          pk: `CL#${ours.client}`,
          sk: "PROFILE",
          officePk: "OFFICE#bapas-ciangir",
          officerPk: "OFFICER#st_01ARZ3NDEKTSV4RRFFQ69G5FAV",
          officerSk: "A",
          officeSk: "A",
          directoryPk: "OFFICE#bapas-ciangir#AG",
          directorySk: "A",
        }),
      ).toString("base64url");
      const response = await door.ask("GET", `${path}?cursor=${cursor}`, { token: await door.tokenOf("foreignOfficer") });
      expect([path, response.status]).toEqual([path, 400]);
    }
  });

  it("a cursor that names a row that is gone, or is of another list, opens nothing", async () => {
    const [client, employer] = [`CL#${ours.client}`, `EM#${ours.employer}`];
    const gone = { pk: "CL#cl_01ARZ3NDEKTSV4RRFFQ69G5FAV", sk: "PROFILE" };
    const lock = { pk: `CERT#${ours.certificate}`, sk: "OWNER" };
    const other = { pk: `VA#${ours.vacancy}`, sk: "VACANCY" };
    const wrong = [gone, lock, other, { pk: client, sk: "" }, { pk: client }, {}, [], "text", null, 7];
    const token = await door.tokenOf("officer");
    for (const key of wrong)
      for (const path of ["/clients", "/employers"]) {
        const cursor = Buffer.from(JSON.stringify(key)).toString("base64url");
        const response = await door.ask("GET", `${path}?cursor=${cursor}`, { token });
        expect([path, key, response.status, response.text]).toEqual([path, key, 400, expect.stringContaining("cursor.invalid")]);
      }
    const right = { "/clients": `${ours.client} name`, "/employers": JSON.stringify({ pk: employer, sk: "PROFILE" }) };
    for (const [path, text] of Object.entries(right)) {
      const cursor = Buffer.from(text).toString("base64url");
      expect((await door.ask("GET", `${path}?cursor=${cursor}`, { token })).status).toBe(200);
    }
    const foreign = Buffer.from(`${theirs.client} name`).toString("base64url");
    expect((await door.ask("GET", `/clients?cursor=${foreign}`, { token })).status).toBe(400);
  });
});

describe("what each role is shown", () => {
  const reading = staffRoutes.filter(([, route]) => route.method === "GET");
  it.each(reading)("%s: exactly the fields that its schema names", async (name, route) => {
    for (const person of personNames.filter((item) => roleMay(item, route))) {
      const response = await send(route, requestTo(name, route, isForeign(person) ? theirs : ours), await door.tokenOf(person));
      expect([person, response.status]).toEqual([person, 200]);
      // Parsing strips what the schema does not name: nothing was there to strip.
      expect(route.response.parse(response.json)).toEqual(response.json);
      expect(response.headers.get("cache-control")).toBe("no-store");
      expect(response.headers.get("strict-transport-security")).toMatch(/^max-age=\d{8}/);
    }
  });

  it("an administrator reaches organisations, and nothing of an office but its settings", async () => {
    const token = await door.tokenOf("administrator");
    const open = [];
    for (const [name, route] of reading)
      if ((await send(route, requestTo(name, route, ours), token)).status === 200) open.push(route.path);
    expect(open.sort()).toEqual([
      "/consent-texts",
      "/me",
      "/office",
      "/organisations",
      "/organisations/{id}",
      "/organisations/{id}/history",
    ]);
  });

  it("a trainer reaches clients, certificates, trainings and vacancies, and no placement, employer or agreement", async () => {
    const token = await door.tokenOf("trainer");
    const open = [];
    for (const [name, route] of reading)
      if ((await send(route, requestTo(name, route, ours), token)).status === 200) open.push(route.path);
    expect(open.sort()).toEqual([
      "/certificates/{id}",
      "/clients",
      "/clients/{id}/certificates",
      "/consent-texts",
      "/me",
      "/office",
      "/training-batches",
      "/training-batches/{id}",
      "/vacancies",
    ]);
    const paths = ["/clients", `/clients/${ours.client}/certificates`, `/training-batches/${ours.batch}`];
    const pages = paths.map((path) => door.ask("GET", path, { token }));
    const text = (await Promise.all(pages)).map((page) => page.text).join("\n");
    expect(text).toContain(ours.client);
    expect(text).toContain(ours.certificate);
    for (const secret of [
      "1994-05-12",
      "081200000003",
      "+6281",
      "360301",
      "CONTOH.PAS",
      "birthDate",
      "statusDocument",
      "domicile",
    ])
      expect(text).not.toContain(secret);
  });
});

describe("every route of staff", () => {
  it("has a row of the access table, and every row a route", () => {
    const asked = new Set(staffRoutes.flatMap(([, route]) => (route.access.kind === "staff" ? [route.access.action] : [])));
    expect([...asked].sort()).toEqual(Object.keys(accessTable).sort());
  });

  // Who may come in is said of actions: at less than whole length one route of each is tried.
  const actionOf = ([, { access }]: readonly [string, Route]) => (access.kind === "staff" ? access.action : undefined);
  const isFirst = (row: readonly [string, Route]) => staffRoutes.find((other) => actionOf(other) === actionOf(row)) === row;
  it.each(isWhole ? staffRoutes : staffRoutes.filter(isFirst))("%s lets in who may come and nobody else", async (name, route) => {
    // What the routes before it ordered is done: an employer that was vouched for is seen by other offices, too.
    await door.cloud.settle();
    const about = requestTo(name, route, ours);
    const withoutToken = await send(route, about);
    expect([withoutToken.status, withoutToken.json]).toEqual([401, { message: "Unauthorized" }]);
    const garbled = await send(route, about, "not.a.token");
    expect(garbled.status).toBe(401);
    const otherScope = scopeOf(route) === "titian/read" ? "write" : "read";
    const wrongScope = await send(route, about, await door.tokenOf("officer", otherScope));
    expect([wrongScope.status, wrongScope.json]).toEqual([403, { message: "Forbidden" }]);
    const hasRecord = isAboutOwn(name, route) || name === "startPlacement";
    // Those who may not come first: whoever may, may change what the others ask about.
    const order = [...personNames].sort(
      (a, b) => Number(roleMay(a, route) && !isForeign(a)) - Number(roleMay(b, route) && !isForeign(b)),
    );
    for (const person of order) {
      const response = await send(route, about, await door.tokenOf(person));
      const what = `${person} at ${name}: ${response.text}`;
      if (!roleMay(person, route)) {
        expect(response.status, what).toBe(403);
        expectProblem(response.text, response.json, 403);
      } else if (isForeign(person) && hasRecord) {
        expect(response.status, what).toBe(404);
        expectProblem(response.text, response.json, 404);
      } else {
        expect([401, 403, 404], what).not.toContain(response.status);
        expect(response.status, what).toBeLessThan(500);
      }
    }
  });

  const withRecord = staffRoutes.filter(([name, route]) => isAboutOwn(name, route));
  it.each(withRecord)("%s answers about another office's record exactly as about none", async (name, route) => {
    const token = await door.tokenOf("foreignSupervisor");
    const about = requestTo(name, route, ours);
    const unknown = { ...about, path: about.path.replace(/_[0-9A-Z]{26}/, `_${unknownUlid}`) };
    const [foreign, none] = [await send(route, about, token), await send(route, unknown, token)];
    expect([foreign.status, none.status]).toEqual([404, 404]);
    expect(foreign.text).toBe(none.text);
  });
});

describe("ids in bodies", () => {
  it("of another office are as unknown as those of nobody", async () => {
    const token = await door.tokenOf("officer");
    const { body } = requestTo("openVacancy", routes.openVacancy, ours);
    const vacancy = {
      ...Object.fromEntries(Object.entries(body ?? {})),
      employerId: theirs.employer,
      agreementId: theirs.agreement,
    };
    expect((await door.ask("POST", "/vacancies", { token, body: vacancy })).status).toBe(404);
    expect((await door.ask("POST", "/placements", { token, body: { clientId: theirs.client } })).status).toBe(404);
    const mixed = await door.ask("POST", `/placements/${ours.placement}/approval`, {
      token,
      body: { decision: "APPROVE", order: [theirs.vacancy, theirs.secondVacancy] },
    });
    expect(mixed.status).toBeLessThan(500);
    expect(mixed.status).toBeGreaterThanOrEqual(400);
  });
});

describe("routes without a login", () => {
  it.each(all.filter(([, route]) => route.access.kind === "link"))(
    "%s: a link that is none is refused alike, whoever asks",
    async (_name, route) => {
      const body = {
        linkId: `li_${unknownUlid}`,
        secret: "A".repeat(43),
        ...(route.path.match(/answer|confirmation/) ? { choice: { choice: "ACCEPT" } } : {}),
        ...(route.path.match(/colleague/) ? { name: "Rekan", phone: "0813 2222 3333" } : {}),
      };
      const sent = route.path === "/link/code" ? { code: "0000-0000-0000" } : body;
      const [nobody, officer] = [
        await send(route, { path: route.path, body: sent }),
        await send(route, { path: route.path, body: sent }, await door.tokenOf("officer")),
      ];
      expect(problemSchema.parse(nobody.json).code).toBe("LINK_INVALID");
      expect(officer.text).toBe(nobody.text);
    },
  );

  it.each(all.filter(([, route]) => route.access.kind === "open"))("%s answers anybody", async (_name, route) => {
    expect((await send(route, { path: route.path, body: {} })).status).toBe(200);
  });

  it("what is no route is not found, whatever the method", async () => {
    for (const path of ["/", "/client", "/clients/", "/placements/x/y/z", "/admin", "/_cloud/../clientele/x"])
      expect([path, (await door.ask("GET", path)).status]).toEqual([path, 404]);
    const token = await door.tokenOf("officer");
    for (const method of ["PUT", "PATCH", "DELETE"])
      expect((await door.ask(method, `/placements/${ours.placement}`, { token })).status).toBe(404);
  });
});
