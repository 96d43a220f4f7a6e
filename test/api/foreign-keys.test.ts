/** Keys that somebody else was given: an Idempotency-Key of another office at every act, a cursor of another office in every list. */
import { beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { type Route, routes } from "../../shared/api/routes.ts";
import { mayEver } from "../../shared/domain/offices/access-policy.ts";
import { type FrontDoor, shareFrontDoor } from "./front-door.ts";
import { makeRecords, type Records } from "./office-records.ts";
import { type Person, people, personNames } from "./offices.ts";

let door: FrontDoor;
let ours: Records;
let theirs: Records;
beforeAll(async () => {
  door = await shareFrontDoor();
  ours = await makeRecords(door, "officer", 31);
  theirs = await makeRecords(door, "foreignOfficer", 32);
  await door.post("officer", "/transfers", { nik: theirs.nik });
  await door.post("foreignOfficer", "/transfers", { nik: ours.nik });
});

const isForeign = (person: Person): boolean => people[person].office === "bapas-seberang";
/** Everybody of an office who may call a route. */
const callersOf = ({ access }: Route, foreign: boolean): readonly Person[] =>
  personNames.filter((person) => {
    const { role } = people[person];
    return role !== undefined && access.kind === "staff" && isForeign(person) === foreign && mayEver(role, access.action);
  });
const idsIn = (text: string): readonly string[] => text.match(/(?:cl|ag|pl|fu|st|ce|tr|co)_[0-9A-Z]{26}/g) ?? [];

const query = z.object({ properties: z.record(z.string(), z.unknown()).default({}) });
const lists = Object.entries<Route>(routes).filter(
  ([, route]) =>
    route.method === "GET" &&
    !route.path.includes("{") &&
    "cursor" in query.parse(z.toJSONSchema(route.query, { io: "input" })).properties,
);
const page = z.object({ items: z.array(z.unknown()), cursor: z.string().optional() });
/** The lists of what is everybody's: a cursor of one is good for whoever asks in the same province. */
const everybodys: readonly string[] = ["/employers", "/organisations", "/vacancies"];

describe.each(lists)("%s", (_name, route) => {
  it("a cursor of another office opens nothing of it, and the one that is given names nothing that was not shown", async () => {
    const [they] = callersOf(route, true);
    const [we] = callersOf(route, false);
    if (!they || !we) throw new Error("nobody may read the list");
    const first = await door.ask("GET", `${route.path}?limit=1`, { token: await door.tokenOf(they) });
    expect([route.path, first.status]).toEqual([route.path, 200]);
    const { cursor } = page.parse(first.json);
    const shown = new Set(idsIn(first.text));
    const told = Buffer.from(cursor ?? "", "base64url").toString("utf8");
    const { id: reader } = z.object({ id: z.string() }).parse(await door.get(they, "/me"));
    expect(idsIn(told).filter((id) => !shown.has(id) && id !== reader)).toEqual([]);
    const made = cursor ?? Buffer.from(JSON.stringify({ pk: `CL#${theirs.client}`, sk: "PROFILE" })).toString("base64url");
    const opened = await door.ask("GET", `${route.path}?cursor=${made}`, { token: await door.tokenOf(we) });
    expect([route.path, [200, 400].includes(opened.status)]).toEqual([route.path, true]);
    if (everybodys.includes(route.path)) return;
    const whole = page.parse(await door.get(they, `${route.path}?limit=100`));
    const foreign = new Set(idsIn(JSON.stringify(whole.items)));
    expect(idsIn(opened.text).filter((id) => foreign.has(id))).toEqual([]);
  });
});

const acts = Object.entries<Route>(routes).filter(([, { idempotent, access }]) => idempotent && access.kind === "staff");
const receipt = { how: "PHONE" } as const;
/** Acts whose response is sure to come: each with its body, and the record of ours that it is about. */
const done = (): Readonly<Record<string, { readonly id?: string; readonly body: unknown }>> => ({
  recordConsent: { id: ours.client, body: { purpose: "PROFILING", action: "GIVEN", receipt } },
  coverStaff: { id: ours.staff, body: { covers: [] } },
  verifyCertificate: { id: ours.certificate, body: { seen: true } },
  closeVacancy: { id: ours.secondVacancy, body: {} },
  terminateAgreement: { id: ours.agreement, body: {} },
});

describe("an Idempotency-Key", () => {
  it.each(acts)("that was used at %s brings nobody else the response to it", async (name, route) => {
    const own = done()[name];
    const path = route.path.replace("{id}", own?.id ?? ours.client).replace("{day}", "30");
    const body = own?.body ?? {};
    const headers = { "idempotency-key": `key-of-ours-${name}` };
    const [we] = callersOf(route, false).toReversed();
    if (!we) throw new Error("nobody may");
    const first = await door.ask("POST", path, { token: await door.tokenOf(we), body, headers });
    if (own) expect([name, first.status]).toEqual([name, route.status]);
    const asked = new Set(idsIn(`${path} ${JSON.stringify(body)}`));
    for (const person of personNames.filter(isForeign)) {
      const again = await door.ask("POST", path, { token: await door.tokenOf(person), body, headers });
      const what = `${person} at ${name}: ${again.text}`;
      expect([400, 403, 404, 409, 422], what).toContain(again.status);
      expect(
        idsIn(again.text).filter((id) => !asked.has(id)),
        what,
      ).toEqual([]);
    }
  });
});
