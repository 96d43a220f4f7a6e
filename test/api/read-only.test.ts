/** Looking changes nothing: GET, HEAD and OPTIONS on every route, and a look at a link. */
import { beforeAll, expect, it } from "vitest";
import { routes } from "../../shared/api/routes.ts";
import { isWhole } from "../builders/runs.ts";
import { reachEmployer } from "./carry-along.ts";
import { type FrontDoor, shareFrontDoor } from "./front-door.ts";
import { makeRecords, type Records } from "./office-records.ts";
import { pathAbout, queryAbout } from "./request-about.ts";
import { hashTables, readTables } from "./tables.ts";

/** Who looks: at whole length one of each sort, else who may look at most, and somebody of another office. */
const readers = isWhole
  ? (["officer", "supervisor", "trainer", "administrator", "foreignOfficer"] as const)
  : (["supervisor", "foreignOfficer"] as const);

let door: FrontDoor;
let records: Records;
let link: { linkId: string; secret: string };

beforeAll(async () => {
  door = await shareFrontDoor();
  records = await makeRecords(door, "officer", 3);
  link = await reachEmployer(door, records);
  await door.cloud.settle();
});

it.runIf(isWhole)("no route changes anything for GET, HEAD or OPTIONS, whoever asks", { timeout: 60_000 }, async () => {
  const before = await hashTables(door.cloud);
  const tokens = await Promise.all(readers.map((item) => door.tokenOf(item)));
  let found = 0;
  for (const route of Object.values(routes)) {
    for (const method of ["GET", "HEAD", "OPTIONS"]) {
      for (const token of [undefined, ...tokens]) {
        const response = await door.ask(method, `${pathAbout(route, records)}${queryAbout(route, records)}`, { token });
        if (response.status === 200) found += 1;
        expect([method, route.path, response.status < 500]).toEqual([method, route.path, true]);
      }
    }
  }
  expect(found).toBeGreaterThan(20);
  expect(await hashTables(door.cloud)).toBe(before);
});

it("looking at a link or one's page changes nothing; a wrong secret is counted, and that is all", async () => {
  const before = await hashTables(door.cloud);
  for (let time = 0; time < 3; time += 1) {
    const seen = await door.ask("POST", "/link/view", { body: link });
    expect([seen.status, seen.json]).toMatchObject([200, { action: "ANSWER", open: true }]);
  }
  for (const path of [`/link?l=${link.linkId}`, "/link", "/link/view", "/link/answer"]) await door.ask("GET", path);
  expect(await hashTables(door.cloud)).toBe(before);
  const rows = async () => new Map([...(await readTables(door.cloud))].map(([name, items]) => [name, items.length]));
  const [count] = [await rows()];
  expect((await door.ask("POST", "/link/view", { body: { ...link, secret: "A".repeat(43) } })).status).toBe(404);
  const after = await rows();
  // One for the link, one for the address.
  expect([...after].flatMap(([name, now]) => (now === count.get(name) ? [] : [now - (count.get(name) ?? 0)]))).toEqual([2]);
});

it("the hash tells of a single changed attribute", async () => {
  const before = await hashTables(door.cloud);
  await door.post("officer", `/clients/${records.client}/consents`, {
    purpose: "PROFILING",
    action: "GIVEN",
    receipt: { how: "PHONE" },
  });
  expect(await hashTables(door.cloud)).not.toBe(before);
  expect([...(await readTables(door.cloud)).values()].flat().length).toBeGreaterThan(30);
});
