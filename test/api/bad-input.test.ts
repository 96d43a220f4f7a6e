/** The API bears bad input: thousands of requests made from the routes' schemas, and never a response that is not foreseen. */
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type Route, routes } from "../../shared/api/routes.ts";
import { isWhole } from "../builders/runs.ts";
import { badRequest, goodRequest, type WrittenRequest } from "./arbitrary-requests.ts";
import { reachEmployer } from "./carry-along.ts";
import { type FrontDoor, type HttpResponse, shareFrontDoor } from "./front-door.ts";
import { makeRecords, type Records } from "./office-records.ts";
import type { Person } from "./offices.ts";
import { problemSchema } from "./problem.ts";
import { hashTables } from "./tables.ts";

/** All of them where the tests run in their whole length; else a quarter, for want of time. */
const share = isWhole ? 1 : 0.25;
const wrongRequests = 1200 * share;
const rightRequests = 600 * share;
const atOnce = 8;

const all = (Object.entries(routes) as readonly (readonly [string, Route])[]).filter(([, route]) => route.access.kind !== "open");
const seed = Number(process.env.FUZZ_SEED ?? 20260302);

let door: FrontDoor;
let records: Records;
let link: { linkId: string; secret: string };
let tokens: ReadonlyMap<Person, string>;

beforeAll(async () => {
  door = await shareFrontDoor();
  records = await makeRecords(door, "officer", 4);
  link = await reachEmployer(door, records);
  const persons = ["officer", "supervisor", "trainer", "administrator", "foreignOfficer"] as const;
  tokens = new Map(await Promise.all(persons.map(async (person) => [person, await door.tokenOf(person)] as const)));
  await door.cloud.settle();
});

const send = (request: WrittenRequest, person: Person): Promise<HttpResponse> => {
  const { route, path, query, body, headers } = request;
  const token = route.access.kind === "staff" ? tokens.get(person) : undefined;
  return door.ask(route.method, `${path}${query}`, { token, body, headers });
};

/** Every response keeps to what the document says: the route's schema, or a problem; the gateway's own words where it refuses. */
function expectForeseen(request: WrittenRequest, response: HttpResponse): void {
  const what = `${request.route.method} ${request.path}${request.query} ${request.body.slice(0, 500)} → ${response.status} ${response.text.slice(0, 500)}`;
  expect(response.status, what).toBeLessThan(500);
  if (response.status < 300) {
    expect(response.status, what).toBe(request.route.status);
    expect(request.route.response.parse(response.json), what).toEqual(response.json);
    return;
  }
  const fromGateway = response.headers.get("content-type") === "application/json" && [400, 404].includes(response.status);
  if (fromGateway) {
    expect(response.json, what).toEqual({ message: expect.any(String) });
    return;
  }
  const problem = problemSchema.safeParse(response.json);
  expect(problem.success, `${what} ${problem.error?.message ?? ""}`).toBe(true);
  expect(response.headers.get("content-type"), what).toMatch(/^application\/problem\+json/);
  expect(problem.data?.status, what).toBe(response.status);
}

async function inTurns<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items.entries()];
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) await work(next[1]);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

const sampleOf = (make: typeof goodRequest, count: number): WrittenRequest[] =>
  all.flatMap(([name, route], index) =>
    fc.sample(make(name, route, records), { seed: seed + index, numRuns: Math.ceil(count / all.length) }),
  );

const asked: Record<string, number> = {};
const note = (status: number): void => {
  asked[status] = (asked[status] ?? 0) + 1;
};

describe(`requests made from the schemas (seed ${seed})`, () => {
  it.runIf(isWhole)("what its shape forbids is refused, foreseen, and changes nothing", { timeout: 60_000 }, async () => {
    const before = await hashTables(door.cloud);
    const requests = sampleOf(badRequest, wrongRequests);
    expect(requests.filter((request) => request.wrong === undefined && request.route.method === "POST")).toEqual([]);
    await inTurns(requests, async (request) => {
      const response = await send(request, "officer");
      note(response.status);
      expectForeseen(request, response);
      if (request.wrong)
        expect(
          [400, 403, 404],
          `${request.wrong}: ${request.route.path} ${request.body.slice(0, 300)} ${response.text}`,
        ).toContain(response.status);
    });
    expect(await hashTables(door.cloud)).toBe(before);
  });

  it("links take nothing but their own secret and shape", { timeout: 30_000 }, async () => {
    const before = await hashTables(door.cloud);
    const choices = fc.sample(
      fc.oneof(
        fc.jsonValue(),
        fc.constantFrom(
          { choice: "INTERVIEW", times: [] },
          { choice: "ACCEPT", extra: 1 },
          { choice: "DECLINE", reason: "BECAUSE" },
          { choice: "INTERVIEW", times: ["0001-01-01T00:00:00.000Z"] },
          { choice: "INTERVIEW", times: ["9999-12-31T23:59:59.999Z"] },
        ),
      ),
      { seed, numRuns: Math.ceil(150 * share) },
    );
    await inTurns(choices, async (choice) => {
      for (const path of ["/link/answer", "/link/confirmation"] as const) {
        const body = JSON.stringify({ ...link, choice });
        const route = path === "/link/answer" ? routes.answerLink : routes.confirmByLink;
        const response = await door.ask("POST", path, { body });
        note(response.status);
        expect(response.status, body).toBeGreaterThanOrEqual(400);
        expectForeseen({ name: path, route, path, query: "", body, headers: {} }, response);
      }
    });
    expect(await hashTables(door.cloud)).toBe(before);
  });

  it.runIf(isWhole)("what is well-formed is done or refused as foreseen, whoever asks", { timeout: 60_000 }, async () => {
    const requests = sampleOf(goodRequest, rightRequests);
    const persons = ["officer", "supervisor", "administrator", "trainer", "foreignOfficer"] as const;
    const unforeseen: string[] = [];
    let at = 0;
    await inTurns(requests, async (request) => {
      const response = await send(request, persons[at++ % persons.length] ?? "officer");
      note(response.status);
      try {
        expectForeseen(request, response);
      } catch (error) {
        unforeseen.push(error instanceof Error ? error.message : String(error));
      }
    });
    expect(unforeseen).toEqual([]);
    await door.cloud.settle();
  });

  it.runIf(isWhole)("whatever is refused has changed nothing", { timeout: 60_000 }, async () => {
    const requests = sampleOf(goodRequest, 60);
    let before = await hashTables(door.cloud);
    let refused = 0;
    for (const request of requests) {
      const response = await send(request, "officer");
      note(response.status);
      if (response.status < 300) await door.cloud.settle();
      const after = await hashTables(door.cloud);
      // That a number is known is traced before it is told, and wrong secrets are counted.
      const traced = /"code":"(?:(?:NIK|CERTIFICATE)_TAKEN|LINK_INVALID)"/.test(response.text);
      if (response.status >= 400 && !traced) {
        refused += 1;
        expect(after, `${request.route.path} ${response.text}`).toBe(before);
      }
      before = after;
    }
    expect(refused).toBeGreaterThan(10);
  });

  it.runIf(isWhole)("was many requests of many outcomes", () => {
    const total = Object.values(asked).reduce((sum, count) => sum + count, 0);
    expect(total).toBeGreaterThanOrEqual(2000 * share);
    for (const status of ["200", "201", "400", "403", "404", "409", "422"]) expect(Object.keys(asked)).toContain(status);
    console.log(`${total} requests: ${JSON.stringify(asked)}`);
  });
});
