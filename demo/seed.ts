/** Puts the demo data in: logins and staff as an operator does, the rest through the API as staff do. */
import * as z from "zod";
import { signIn } from "../local/identity/sign-in.ts";
import { type CloudApi, invokeFunction } from "./cloud-api.ts";
import * as data from "./demo-data.ts";
import { persist, send } from "./http.ts";

export type Role = keyof typeof data.people;

export type Seeded = {
  readonly clients: readonly string[];
  readonly employers: Readonly<Record<keyof typeof data.employers, string>>;
};

const idResponse = z.object({ id: z.string() });
const today = (now: string): string => new Date(Date.parse(now) + 7 * 3_600_000).toISOString().slice(0, 10);
const inDays = (now: string, days: number): string => today(new Date(Date.parse(now) + days * 86_400_000).toISOString());

const tokens = new Map<string, { readonly accessToken: string; readonly expiresAt: number }>();

/** Signs a person of the demo in, or uses the token of an earlier sign-in while it has some minutes left. */
export async function tokenOf(publicUrl: string, clientId: string, role: Role): Promise<string> {
  const { username } = data.people[role];
  const key = `${publicUrl} ${username}`;
  const known = tokens.get(key);
  if (known && known.expiresAt > Date.now() + 300_000) return known.accessToken;
  const signedIn = await persist(() =>
    signIn({ publicUrl, clientId, username, password: data.password, scope: "openid titian/read titian/write" }),
  );
  tokens.set(key, signedIn);
  return signedIn.accessToken;
}

/** Creates the logins and registers office and staff. Repeating it changes nothing. */
export async function seedStaff(cloud: CloudApi, awsUrl: string, registerStaff: string, settings: object = {}): Promise<void> {
  const staff = [];
  for (const person of Object.values(data.people)) {
    const { username, name, email, role } = person;
    const { sub, issuer } = await cloud.putUser({ username, password: data.password, name, email });
    staff.push({ issuer, subject: sub, role, name, email });
  }
  await invokeFunction(awsUrl, registerStaff, { office: { ...data.office, ...settings }, staff });
}

/** Registers employers, agreements, vacancies, clients with their consent to matching, and organisations. */
export async function seedRecords(cloud: CloudApi, publicUrl: string, clientId: string): Promise<Seeded> {
  const now = await cloud.now();
  const officer = await tokenOf(publicUrl, clientId, "officer");
  const supervisor = await tokenOf(publicUrl, clientId, "supervisor");
  // Keys by position: a seeding that was cut off half-way goes on where it stopped when it is repeated.
  let at = 0;
  const post = async (path: string, body: unknown, token = officer): Promise<string> => {
    at += 1;
    return idResponse.parse(await send(publicUrl, { method: "POST", path, body, token, key: `demo-seed-${at}` })).id;
  };

  const employers: Record<string, string> = {};
  for (const [name, body] of Object.entries(data.employers)) employers[name] = await post("/employers", body);
  const ids = {
    honda: employers.honda ?? "",
    cikupa: employers.cikupa ?? "",
    balaraja: employers.balaraja ?? "",
    curug: employers.curug ?? "",
  };
  const agreementId = await post("/agreements", { ...data.agreement, employerId: ids.honda }, supervisor);
  for (const seed of data.vacancies)
    await post(
      "/vacancies",
      data.vacancyBody(seed, ids[seed.employer], seed.withAgreement ? agreementId : undefined, inDays(now, 120)),
    );

  const clients: string[] = [];
  for (const seed of data.clients) {
    const id = await post("/clients", data.clientBody(seed));
    await post(`/clients/${id}/consents`, {
      purpose: "PROFILING",
      action: "GIVEN",
      receipt: { how: "IN_PERSON", evidence: "Formulir kertas" },
    });
    clients.push(id);
  }
  // Last: what is seeded before keeps its place, and with it the key of its request.
  const administrator = await tokenOf(publicUrl, clientId, "administrator");
  const organisations: Record<string, string> = {};
  for (const [name, body] of Object.entries(data.organisations))
    organisations[name] = await post("/organisations", body, administrator);
  const parties = [data.office.id, organisations.disnaker, organisations.centre];
  await post("/agreements", { ...data.plannedAgreement, parties }, supervisor);
  return { clients, employers: ids };
}

export { inDays, today };
