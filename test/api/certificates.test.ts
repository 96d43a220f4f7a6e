/** A certificate from its record to the second person who verifies it, by what the API itself tells of it. */
import { beforeAll, expect, it } from "vitest";
import * as z from "zod";
import { certificateBody } from "../../demo/demo-data.ts";
import { type FrontDoor, postForId, shareFrontDoor } from "./front-door.ts";
import { makeRecords, type Records } from "./office-records.ts";
import type { Person } from "./offices.ts";

const page = z.object({
  items: z.array(z.looseObject({ id: z.string(), clientId: z.string(), verifiedAt: z.string().optional() })),
});

let door: FrontDoor;
let records: Records;

beforeAll(async () => {
  door = await shareFrontDoor();
  records = await makeRecords(door, "officer", 5);
});

const read = async (as: Person, path: string) => page.parse(await door.get(as, path)).items;
const inbox = async (as: Person): Promise<readonly string[]> => (await read(as, "/inbox/certificates")).map(({ id }) => id);

it("is found by whoever may verify it, and by the client, with nothing but what the API says", async () => {
  const byTrainer = await postForId(
    door,
    "trainer",
    `/clients/${records.client}/certificates`,
    certificateBody(50, new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)),
  );
  expect(await inbox("officer")).toEqual([byTrainer]);
  expect([...(await inbox("colleague"))].sort()).toEqual([records.certificate, byTrainer].sort());
  expect(await inbox("foreignSupervisor")).toEqual([]);

  await door.post("colleague", `/certificates/${byTrainer}/verification`, { seen: true });
  expect(await inbox("officer")).toEqual([]);
  expect(await inbox("colleague")).toEqual([records.certificate]);
  for (const person of ["officer", "trainer"] as const) {
    const ofClient = await read(person, `/clients/${records.client}/certificates`);
    expect(ofClient.map(({ id, verifiedAt }) => [id, verifiedAt !== undefined]).sort()).toEqual(
      [
        [records.certificate, false],
        [byTrainer, true],
      ].sort(),
    );
  }
});

it("names in the list of what waits who it is about and who recorded it, and tells nothing else of them", async () => {
  const [first] = await read("colleague", "/inbox/certificates");
  expect(first).toMatchObject({ id: records.certificate, clientName: "Andai Empat Sentosa" });
  expect(first).toMatchObject({ recordedByName: "Petugas officer" });
  expect(Object.keys(first ?? {}).filter((name) => /nik|phone|birth|gender|regency|register/i.test(name))).toEqual([]);
});

it("says of the client in their own list the name and the register number alone, and of staff their ids", async () => {
  const list = await door.get("colleague", `/clients/${records.client}/certificates`);
  const { items, ...client } = z.looseObject({ items: z.array(z.unknown()) }).parse(list);
  // A trainer reads both in the list of clients, and has to know whose certificates these are.
  expect(Object.keys(client).filter((name) => !["fullName", "registerNumber"].includes(name))).toEqual([]);
  const text = JSON.stringify(items);
  expect(text).toContain(records.certificate);
  expect(text).not.toMatch(/Petugas|fullName|Andai|nik"|phone/i);
});
