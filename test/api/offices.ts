/** Two offices with their staff, and how somebody of them signs in. */
import type { Cloud } from "../../local/cloud.ts";
import { signIn } from "../../local/identity/sign-in.ts";

/** Logins by office and role; `stranger` can sign in and is no member of staff. */
export const people = {
  officer: { office: "bapas-ciangir", role: "officer" },
  colleague: { office: "bapas-ciangir", role: "officer" },
  supervisor: { office: "bapas-ciangir", role: "supervisor" },
  trainer: { office: "bapas-ciangir", role: "trainer" },
  administrator: { office: "bapas-ciangir", role: "administrator" },
  foreignOfficer: { office: "bapas-seberang", role: "officer" },
  foreignSupervisor: { office: "bapas-seberang", role: "supervisor" },
  foreignTrainer: { office: "bapas-seberang", role: "trainer" },
  stranger: { office: undefined, role: undefined },
} as const;
export type Person = keyof typeof people;

export const officeNames = { "bapas-ciangir": "Bapas Kelas II Ciangir", "bapas-seberang": "Bapas Kelas I Seberang" } as const;

/** What a login may ask for. */
export const scopes = {
  both: "openid titian/read titian/write",
  read: "openid titian/read",
  write: "openid titian/write",
} as const;
export type Scope = keyof typeof scopes;

/** Where two offices are, apart from those of other tests on the same cloud: by their names and in a regency of their own. */
export type Place = { readonly suffix: string; readonly regencyCode: string };

const regencies = ["36.03", "36.01", "36.02", "36.04", "36.71", "36.72", "36.73", "36.74"] as const;
export const placeNo = (no: number): Place => {
  const regencyCode = regencies[no];
  if (!regencyCode) throw new Error(`there is room for ${regencies.length} tests on one cloud: name more regencies`);
  return { suffix: no === 0 ? "" : `-${no + 1}`, regencyCode };
};

/** Tests run at any hour of the day. */
const mailHours = { from: 0, to: 24, everyDay: true };

const password = "front-door-2026";
const usernameOf = (person: Person, { suffix }: Place): string => `${person}${suffix}`;
const emailOf = (person: Person, place: Place): string => `${usernameOf(person, place).toLowerCase()}@bapas.example`;

/**
 * Makes the logins and registers the offices of a place.
 * @param gone who of them no longer works there
 * @param moved who of them works for the other office
 */
export async function registerStaff(
  cloud: Cloud,
  place: Place,
  gone: readonly Person[] = [],
  moved: readonly Person[] = [],
): Promise<void> {
  const logins = new Map<Person, { sub: string; issuer: string }>();
  for (const person of personNames) {
    const user = {
      username: usernameOf(person, place),
      password,
      name: `Petugas ${person}`,
      email: emailOf(person, place),
    };
    logins.set(person, await cloud.identity.putUser(user));
  }
  const register = cloud.model.functions.find(({ name }) => name.endsWith("register-staff"))?.name ?? "";
  for (const [id, name] of Object.entries(officeNames)) {
    const staff = personNames
      .filter((person) => people[person].office !== undefined && (people[person].office === id) !== moved.includes(person))
      .map((person) => ({
        issuer: logins.get(person)?.issuer,
        subject: logins.get(person)?.sub,
        role: people[person].role,
        active: !gone.includes(person),
        name: `Petugas ${person}`,
        email: emailOf(person, place),
      }));
    const { suffix, regencyCode } = place;
    const office = {
      id: `${id}${suffix}`,
      name,
      provinceCode: "36",
      regencyCode,
      zone: "WIB",
      agreementRequired: false,
      mailHours,
    };
    const result = await cloud.functions.invoke(register, JSON.stringify({ office, staff }));
    if (result.functionError) throw new Error(`register-staff: ${result.payload}`);
  }
}

export const personNames: readonly Person[] = [
  "officer",
  "colleague",
  "supervisor",
  "trainer",
  "administrator",
  "foreignOfficer",
  "foreignSupervisor",
  "foreignTrainer",
  "stranger",
];

/** An access token of somebody of a place. */
export async function signInAt(cloud: Cloud, place: Place, person: Person, scope: Scope): Promise<string> {
  const clientId = cloud.model.userPools[0]?.clients[0]?.id ?? "";
  return (await signIn({ publicUrl: cloud.publicUrl, clientId, ...loginOf(person, place), scope: scopes[scope] })).accessToken;
}

/** With what somebody of a place signs in. */
export const loginOf = (person: Person, place: Place) => ({ username: usernameOf(person, place), password });
