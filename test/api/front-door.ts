/** The whole cloud in this process, with two offices, for tests that come in through the front door. */
import { createHash, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import { certificateBody, clientBody, clients, employers, vacancies, vacancyBody } from "../../demo/demo-data.ts";
import { ensureSynthesised } from "../../infra/synth.ts";
import { type Cloud, startCloud } from "../../local/cloud.ts";
import { createHttpApi } from "../../local/http-api/http-api.ts";
import { signIn } from "../../local/identity/sign-in.ts";
import type { InvokeFunction } from "../../local/part.ts";
import { listen } from "../../local/servers.ts";
import { kebab, routes } from "../../shared/api/routes.ts";

/** Logins by office and role; `stranger` can sign in and is no member of staff. */
export const people = {
  officer: { office: "bapas-ciangir", role: "officer" },
  colleague: { office: "bapas-ciangir", role: "officer" },
  supervisor: { office: "bapas-ciangir", role: "supervisor" },
  trainer: { office: "bapas-ciangir", role: "trainer" },
  foreignOfficer: { office: "bapas-seberang", role: "officer" },
  foreignSupervisor: { office: "bapas-seberang", role: "supervisor" },
  foreignTrainer: { office: "bapas-seberang", role: "trainer" },
  stranger: { office: undefined, role: undefined },
} as const;
export type Person = keyof typeof people;

export const officeNames = { "bapas-ciangir": "Bapas Kelas II Ciangir", "bapas-seberang": "Bapas Kelas I Seberang" } as const;

export const scopes = {
  both: "openid titian/read titian/write",
  read: "openid titian/read",
  write: "openid titian/write",
} as const;

/** An answer with its body as it came and, where it is JSON, parsed. */
export type Answer = { readonly status: number; readonly headers: Headers; readonly text: string; readonly json: unknown };

export type Ask = {
  readonly token?: string | undefined;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

export type FrontDoor = {
  readonly cloud: Cloud;
  readonly dataFolder: string;
  /** Sends a request as it is; a POST gets an Idempotency-Key of its own unless the headers bring one. */
  readonly ask: (method: string, path: string, ask?: Ask) => Promise<Answer>;
  readonly tokenOf: (person: Person, scope?: keyof typeof scopes) => Promise<string>;
  /** Posts as somebody and expects success; answers the parsed body. */
  readonly post: (as: Person | undefined, path: string, body: unknown) => Promise<unknown>;
  readonly get: (as: Person, path: string) => Promise<unknown>;
  readonly close: () => Promise<void>;
};

const password = "front-door-2026";

export type FrontDoorWish = {
  /** Where the cloud's time begins (ISO 8601); real time unless said. */
  readonly startAt?: string;
  /**
   * Runs the API's handlers in this process, behind the same gateway and on the same tables and keys: thousands of requests
   * are then a matter of seconds. The relay and the tasks of the state machines stay processes of their own. Real time only.
   */
  readonly inProcess?: true;
  /** Another assembly than the project's own. */
  readonly cdkOut?: string;
  /** How many processes run functions at most; as many as the cloud keeps unless said. */
  readonly maximumChildren?: number;
};

/** Starts a cloud on a folder of its own. */
export async function openFrontDoor({ startAt, inProcess, ...wish }: FrontDoorWish = {}): Promise<FrontDoor> {
  const cdkOut = wish.cdkOut ?? (await ensureSynthesised()).cdkOut;
  const dataFolder = mkdtempSync(join(tmpdir(), "titian-front-door-"));
  const cloud = await startCloud({ ...wish, cdkOut, dataFolder, port: 0, ...(startAt ? { startAt: Date.parse(startAt) } : {}) });
  await registerStaff(cloud);
  const gateway = inProcess ? await openGateway(cloud) : undefined;
  const address = gateway?.url ?? cloud.publicUrl;

  const tokens = new Map<string, Promise<string>>();
  const tokenOf: FrontDoor["tokenOf"] = (person, scope = "both") => {
    const name = `${person} ${scope}`;
    const known = tokens.get(name) ?? newToken(cloud, person, scopes[scope]);
    tokens.set(name, known);
    return known;
  };
  const ask: FrontDoor["ask"] = async (method, path, { token, body, headers } = {}) => {
    const response = await fetch(`${address}${path}`, {
      method,
      headers: {
        ...(method === "POST" ? { "content-type": "application/json", "idempotency-key": randomUUID() } : {}),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...headers,
      },
      ...(method === "POST" ? { body: typeof body === "string" ? body : JSON.stringify(body ?? {}) } : {}),
    });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json") ?? false;
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: isJson && text !== "" ? JSON.parse(text) : undefined,
    };
  };
  const succeed = (answer: Answer, what: string): unknown => {
    if (answer.status >= 300) throw new Error(`${what}: ${answer.status} ${answer.text}`);
    return answer.json;
  };
  return {
    cloud,
    dataFolder,
    ask,
    tokenOf,
    post: async (as, path, body) => succeed(await ask("POST", path, { token: as && (await tokenOf(as)), body }), `POST ${path}`),
    get: async (as, path) => succeed(await ask("GET", path, { token: await tokenOf(as) }), `GET ${path}`),
    close: async () => {
      await gateway?.close();
      await cloud.close();
      rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    },
  };
}

const handlerModule = z.object({ handler: z.function({ input: [z.unknown()], output: z.promise(z.unknown()) }) });

/** The API's gateway once more, with the handlers loaded into this process. */
async function openGateway(cloud: Cloud): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const [api] = cloud.model.httpApis;
  if (!api) throw new Error("the app has no HTTP API");
  for (const { environment } of cloud.model.functions) Object.assign(process.env, environment);
  Object.assign(process.env, {
    AWS_REGION: "ap-southeast-3",
    AWS_ACCESS_KEY_ID: "embedded",
    AWS_SECRET_ACCESS_KEY: "embedded",
    AWS_ENDPOINT_URL: cloud.awsUrl,
    AWS_ENDPOINT_URL_DYNAMODB: cloud.dynamodbUrl,
    // Refusals are what these tests are about: only what is unexpected is said.
    POWERTOOLS_LOG_LEVEL: "ERROR",
  });
  const handlers = new Map<string, (event: unknown) => Promise<unknown>>();
  for (const [name, route] of Object.entries(routes)) {
    // Their texts come out of the bundler: those two stay with the cloud.
    if (name === "showLinkPage" || name === "readOpenapi") continue;
    const module = handlerModule.parse(await import(`../../functions/http/${kebab(name)}.ts`));
    handlers.set(`${route.method} ${route.path}`, module.handler);
  }
  const byFunction = new Map(api.routes.map(({ routeKey, functionName }) => [functionName, handlers.get(routeKey)]));
  const invoke: InvokeFunction = async (functionName, payload) => {
    const handler = byFunction.get(functionName);
    if (!handler) return cloud.functions.invoke(functionName, payload);
    return { payload: JSON.stringify(await handler(JSON.parse(payload))) };
  };
  const server = await listen(0);
  server.serve([createHttpApi({ api, invoke, clock: cloud.clock, jwks: cloud.identity.findKeys }).handle]);
  return server;
}

const emailOf = (person: Person): string => `${person.toLowerCase()}@bapas.example`;

async function registerStaff(cloud: Cloud): Promise<void> {
  const logins = new Map<Person, { sub: string; issuer: string }>();
  for (const person of personNames) {
    const user = { username: person, password, name: `Petugas ${person}`, email: emailOf(person) };
    logins.set(person, await cloud.identity.putUser(user));
  }
  const register = cloud.model.functions.find(({ name }) => name.endsWith("register-staff"))?.name ?? "";
  for (const [id, name] of Object.entries(officeNames)) {
    const staff = personNames
      .filter((person) => people[person].office === id)
      .map((person) => ({
        issuer: logins.get(person)?.issuer,
        subject: logins.get(person)?.sub,
        role: people[person].role,
        name: `Petugas ${person}`,
        email: emailOf(person),
      }));
    const office = { id, name, provinceCode: "36", regencyCode: "36.03", zone: "WIB", agreementRequired: false };
    const result = await cloud.functions.invoke(register, JSON.stringify({ office, staff }));
    if (result.functionError) throw new Error(`register-staff: ${result.payload}`);
  }
}

export const personNames: readonly Person[] = [
  "officer",
  "colleague",
  "supervisor",
  "trainer",
  "foreignOfficer",
  "foreignSupervisor",
  "foreignTrainer",
  "stranger",
];

async function newToken(cloud: Cloud, username: string, scope: string): Promise<string> {
  const clientId = cloud.model.userPools[0]?.clients[0]?.id ?? "";
  return (await signIn({ publicUrl: cloud.publicUrl, clientId, username, password, scope })).accessToken;
}

const created = z.object({ id: z.string() });
/** Posts and answers the id of what came into being. */
export const postForId = async (door: FrontDoor, as: Person, path: string, body: unknown): Promise<string> =>
  created.parse(await door.post(as, path, body)).id;

/** What an office has: the records to which requests are sent. */
export type Records = {
  readonly client: string;
  readonly certificate: string;
  readonly employer: string;
  readonly agreement: string;
  readonly vacancy: string;
  readonly secondVacancy: string;
  readonly placement: string;
};

/** Registers two workshops, an agreement, two vacancies, a client with consent and certificate, and starts a placement. */
export async function makeRecords(door: FrontDoor, as: "officer" | "foreignOfficer", serial: number): Promise<Records> {
  const supervisor = as === "officer" ? "supervisor" : "foreignSupervisor";
  const now = door.cloud.clock.now();
  const dayIn = (days: number): string => new Date(now + days * 86_400_000).toISOString().slice(0, 10);
  const post = (path: string, body: unknown, who: Person = as): Promise<string> => postForId(door, who, path, body);
  const seed = vacancies.find((one) => !one.certificateRequired && one.skills.includes("AUTOMOTIVE"));
  const fitting = clients.filter((one) => one.skills.includes("AUTOMOTIVE"));
  const person = fitting[serial % fitting.length];
  if (!seed || !person) throw new Error("the demo data has no such vacancy or client");
  const employer = await post("/employers", {
    ...employers.cikupa,
    contact: { name: "Ibu Contoh", email: `satu-${serial}@contoh.example` },
  });
  const other = await post("/employers", {
    ...employers.balaraja,
    contact: { name: "Pak Misal", email: `dua-${serial}@contoh.example` },
  });
  const terms = { kind: "PKS", title: "Penempatan", number: `PKS/${serial}`, scopes: ["RECRUITMENT"], status: "PLANNED" };
  const agreement = await post(
    "/agreements",
    { ...terms, employerId: employer, validFrom: dayIn(0), validTo: dayIn(700) },
    supervisor,
  );
  const vacancy = await post("/vacancies", vacancyBody(seed, employer, undefined, dayIn(120)));
  const secondVacancy = await post("/vacancies", vacancyBody(seed, other, undefined, dayIn(120)));
  const client = await post(
    "/clients",
    clientBody({ ...person, nik: `360301120594${String(serial).padStart(4, "0")}`, birthDate: "1994-05-12" }),
  );
  await post(`/clients/${client}/consents`, { purpose: "PROFILING", action: "GIVEN", receipt: { how: "IN_PERSON" } });
  const certificate = await post(`/clients/${client}/certificates`, certificateBody(serial, dayIn(-1)));
  const placement = await post("/placements", { clientId: client, withoutCertificate: true });
  await door.cloud.settle();
  return { client, certificate, employer, agreement, vacancy, secondVacancy, placement };
}

const scanPage = z.object({ Items: z.array(z.unknown()).default([]), LastEvaluatedKey: z.unknown().optional() });

/** Every item of every table, as DynamoDB's JSON, by table. */
export async function readTables(cloud: Cloud): Promise<ReadonlyMap<string, readonly unknown[]>> {
  const tables = new Map<string, readonly unknown[]>();
  for (const { name } of cloud.model.tables) {
    const items: unknown[] = [];
    let from: unknown;
    do {
      const page = scanPage.parse(
        await cloud.dynamodb("Scan", { TableName: name, ConsistentRead: true, ...(from ? { ExclusiveStartKey: from } : {}) }),
      );
      items.push(...page.Items);
      from = page.LastEvaluatedKey;
    } while (from);
    tables.set(name, items);
  }
  return tables;
}

/** A hash over every item of every table: equal before and after means that nothing was changed. */
export async function hashTables(cloud: Cloud): Promise<string> {
  const hash = createHash("sha256");
  for (const [name, items] of await readTables(cloud)) {
    hash.update(name);
    for (const item of items.map(canonical).sort()) hash.update(item);
  }
  return hash.digest("hex");
}

/** JSON with sorted names: DynamoDB gives attributes in any order. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_name, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** A refusal as RFC 9457 has it, with our own members. Strict: nothing else may be in it. */
export const problemSchema = z.strictObject({
  type: z.string().startsWith("urn:titian:problem:"),
  title: z.string().min(1),
  status: z.int().min(400).max(499),
  code: z.string().regex(/^[A-Z_]+$/),
  detail: z.string().min(1),
  messages: z.strictObject({ id: z.string(), en: z.string() }),
  details: z.array(
    z.strictObject({ code: z.string(), path: z.string().optional(), value: z.string().optional(), message: z.string().min(1) }),
  ),
});
