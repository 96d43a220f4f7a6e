/** The records of an office to which requests are sent. */
import * as z from "zod";
import { certificateBody, clientBody, clients, employers, vacancies, vacancyBody } from "../../demo/demo-data.ts";
import { type FrontDoor, postForId } from "./front-door.ts";
import type { Person } from "./offices.ts";

/** What an office has: the records to which requests are sent. */
export type Records = {
  readonly client: string;
  readonly certificate: string;
  readonly employer: string;
  readonly organisation: string;
  readonly agreement: string;
  readonly vacancy: string;
  readonly secondVacancy: string;
  readonly placement: string;
  /** A batch of a training, with the client in it. */
  readonly batch: string;
  readonly nik: string;
  /** Who recorded them all. */
  readonly staff: string;
};

/** A training centre of a regency. */
export const organisationBody = (serial: number, regionCode: string) => ({
  kind: "TRAINING_CENTER",
  trainingCenterKind: "BLK",
  name: `Balai Latihan Kerja Contoh ${serial}`,
  regionCode,
  contact: { name: "Bagian Pelatihan", email: `blk-${serial}@contoh.example` },
});

/** A batch of a training at the regency's centre, for a month from a day on. */
export const batchBody = (regionCode: string, from: string, to: string) => ({
  title: "Teknik sepeda motor",
  scheme: "Pemeliharaan Berkala Sepeda Motor",
  skills: ["AUTOMOTIVE"],
  instructorFrom: "KEMNAKER",
  siteKind: "BLK",
  regencyCode: regionCode,
  seats: 12,
  startsOn: from,
  endsOn: to,
});

/** Registers two workshops, an agreement, two vacancies, a client with consent and certificate, starts a placement and a training, and gives the office a number. */
export async function makeRecords(door: FrontDoor, as: "officer" | "foreignOfficer", serial: number): Promise<Records> {
  const supervisor = as === "officer" ? "supervisor" : "foreignSupervisor";
  const now = door.cloud.clock.now();
  const dayIn = (days: number): string => new Date(now + days * 86_400_000).toISOString().slice(0, 10);
  const post = (path: string, body: unknown, who: Person = as): Promise<string> => postForId(door, who, path, body);
  const seed = vacancies.find((item) => !item.certificateRequired && item.skills.includes("AUTOMOTIVE"));
  const fitting = clients.filter((item) => item.skills.includes("AUTOMOTIVE"));
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
  // Administrators are of the whole: one of them registers for both offices.
  const organisation = await post("/organisations", organisationBody(serial, door.place.regencyCode), "administrator");
  const terms = { kind: "PKS", title: "Penempatan", number: `PKS/${serial}`, scopes: ["RECRUITMENT"], status: "PLANNED" };
  const agreement = await post(
    "/agreements",
    { ...terms, employerId: employer, validFrom: dayIn(0), validTo: dayIn(700) },
    supervisor,
  );
  const { regencyCode } = door.place;
  const vacancyOf = (employerId: string) => ({ ...vacancyBody(seed, employerId, undefined, dayIn(120)), regencyCode });
  const vacancy = await post("/vacancies", vacancyOf(employer));
  const secondVacancy = await post("/vacancies", vacancyOf(other));
  const nik = `360301120594${String(serial).padStart(4, "0")}`;
  const client = await post("/clients", {
    ...clientBody({ ...person, nik, birthDate: "1994-05-12" }),
    domicile: { regencyCode, rt: "003", rw: "011" },
  });
  await post(`/clients/${client}/consents`, { purpose: "PROFILING", action: "GIVEN", receipt: { how: "IN_PERSON" } });
  const certificate = await post(`/clients/${client}/certificates`, certificateBody(serial, dayIn(-1)));
  const placement = await post("/placements", { clientId: client, withoutCertificate: true });
  const batch = await post(
    "/training-batches",
    { ...batchBody(regencyCode, dayIn(-1), dayIn(30)), organisationId: organisation },
    supervisor,
  );
  await door.post(as, `/training-batches/${batch}/participants`, { enrol: [client] });
  const { version } = z.object({ version: z.int() }).parse(await door.get(supervisor, "/office"));
  await post("/office/changes", { version, changes: { telephone: `+62215550${String(serial).padStart(3, "0")}` } }, supervisor);
  await door.cloud.settle();
  const { id: staff } = z.object({ id: z.string() }).parse(await door.get(as, "/me"));
  return { client, certificate, employer, organisation, agreement, vacancy, secondVacancy, placement, batch, nik, staff };
}
