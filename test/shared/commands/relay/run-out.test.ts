/** What runs out is told before it does, each step once, and is in no list of open ones afterwards. */
import { describe, expect, it } from "vitest";
import { routes } from "../../../../shared/api/routes.ts";
import { changeAgreement } from "../../../../shared/commands/agreements/change-agreement.ts";
import { recordAgreement } from "../../../../shared/commands/agreements/record-agreement.ts";
import { recordCertificate } from "../../../../shared/commands/certificates/record-certificate.ts";
import { changeVacancy } from "../../../../shared/commands/vacancies/change-vacancy.ts";
import { listVacancies } from "../../../../shared/commands/vacancies/list-vacancies.ts";
import { openVacancy } from "../../../../shared/commands/vacancies/open-vacancy.ts";
import { nextTelling } from "../../../../shared/domain/record/run-out.ts";
import { staffPut } from "../../../../shared/store/staff.ts";
import { bringToEmployer, colleague, employerSays, officer, read, supervisor } from "../../../builders/carry.ts";
import { askAbout } from "../../../builders/change.ts";
import { idNo } from "../../../builders/ids.ts";
import { isWhole } from "../../../builders/runs.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const open = useWorlds();
const none = { params: {}, query: {} } as const;

const agree = (world: World, validTo: string) => {
  const terms = { kind: "PKS", title: "Kerja sama", number: "PKS-7", scopes: ["RECRUITMENT"], status: "SIGNED" };
  const days = { signedOn: "2026-03-02", validFrom: "2026-03-02", validTo };
  const body = routes.recordAgreement.body.parse({ ...terms, ...days, employerId: idNo("employer", 1) });
  return askAbout(world, routes.recordAgreement, recordAgreement, { ...none, body }, supervisor);
};
const certify = (world: World, expiresOn: string) => {
  const body = routes.recordCertificate.body.parse({
    kind: "TRAINING",
    number: "LPK-12",
    scheme: "Las listrik",
    result: "COMPETENT",
    issuedOn: "2026-02-02",
    expiresOn,
  });
  const given = { params: { id: idNo("client", 1) }, query: {}, body };
  return askAbout(world, routes.recordCertificate, recordCertificate, given);
};
const offer = (world: World, validUntil: string) => {
  const terms = { title: "Kasir", regencyCode: "36.03", seats: 1, workDays: [], reportDayFree: true, requirements: {} };
  const body = routes.openVacancy.body.parse({ ...terms, validUntil, employerId: idNo("employer", 1) });
  return askAbout(world, routes.openVacancy, openVacancy, { ...none, body });
};
const change = (world: World, version: number, changes: object, no = 1) => {
  const body = routes.changeVacancy.body.parse({ version, changes });
  return askAbout(world, routes.changeVacancy, changeVacancy, { params: { id: idNo("vacancy", no) }, query: {}, body });
};
/** The mornings on which somebody was told of something. */
const tellings = (world: World, to: string, of: string) =>
  world.mails().filter((mail) => mail.to === to && mail.subject.startsWith("Hari ini:") && mail.text.includes(of)).length;

/** Midnight's rows, then the digests of that morning, which may come twice. */
async function morningOf(world: World, day: string): Promise<void> {
  await world.advanceTo(`${day}T00:00:00.000Z`);
  await world.digests();
  await world.advanceTo(`${day}T00:31:00.000Z`);
  await world.digests();
}

describe("what runs out", () => {
  it("is told on a working day by then, and not where that has passed", () => {
    // The day before a Monday, and the first of May.
    expect(nextTelling("VACANCY", "2026-03-09", "2026-03-02")).toEqual({ step: 0, on: "2026-03-06" });
    expect(nextTelling("AGREEMENT", "2026-06-01", "2026-04-02")).toEqual({ step: 1, on: "2026-04-30" });
    expect(nextTelling("CERTIFICATE", "2026-06-03", "2026-05-04")).toEqual({ step: 2, on: "2026-06-03" });
    expect(nextTelling("CERTIFICATE", "2026-06-03", "2026-06-03")).toBeUndefined();
  });

  it.runIf(isWhole)(
    "is told at each step once, in the digest of who keeps it, though the course comes twice or days late",
    async () => {
      const world = await open();
      await agree(world, "2026-06-05");
      await certify(world, "2026-06-03");
      await offer(world, "2026-03-09");
      const tellingsOf = () => [
        tellings(world, supervisor.email, "Perjanjian PKS-7 dengan CV Bengkel 1 berlaku sampai 5 Juni 2026"),
        tellings(world, officer.email, "Las listrik, berlaku sampai 3 Juni 2026"),
        tellings(world, officer.email, "Lowongan Kasir, CV Bengkel 1, dibuka sampai 9 Maret 2026"),
      ];
      await morningOf(world, "2026-03-04");
      expect(tellingsOf()).toEqual([0, 0, 0]);
      await morningOf(world, "2026-03-05");
      expect(tellingsOf()).toEqual([1, 1, 0]);
      expect(world.mails().at(-1)?.subject).toBe("Hari ini: 1 segera berakhir");
      // On Friday no course ran: it is told with the next one.
      await morningOf(world, "2026-03-09");
      expect(tellingsOf()).toEqual([1, 1, 1]);
      await morningOf(world, "2026-03-10");
      for (const day of ["2026-05-05", "2026-06-03", "2026-06-04", "2026-06-05"]) await morningOf(world, day);
      expect(tellingsOf()).toEqual([3, 3, 1]);
      expect(world.mails().some(({ text }) => text.includes("Contoh Klien"))).toBe(false);
      expect(world.failures()).toEqual([]);
    },
  );

  it("is told to who stands in, and not where it was moved or ended meanwhile", async () => {
    const world = await open();
    const { id } = await agree(world, "2026-06-05");
    const body = routes.changeAgreement.body.parse({ version: 1, changes: { validTo: "2026-12-31" } });
    await askAbout(world, routes.changeAgreement, changeAgreement, { params: { id }, query: {}, body }, supervisor);
    await certify(world, "2026-06-03");
    const cover = { by: colleague.id, from: "2026-03-05", to: "2026-03-06" };
    await world.deps.store.database.commit([staffPut({ ...officer, covers: [cover] })]);
    await morningOf(world, "2026-03-05");
    expect(tellings(world, colleague.email, "Las listrik")).toBe(1);
    expect([tellings(world, officer.email, "Las listrik"), tellings(world, supervisor.email, "PKS-7")]).toEqual([0, 0]);
  });
});

describe("a vacancy after its last day", () => {
  it("is closed and in no list; what nobody was asked yet is recalled, who was asked may still say yes", async () => {
    const world = await open({ clients: [{}, {}], vacancies: [{ seats: 3 }, {}] });
    await change(world, 1, { validUntil: "2026-03-05" });
    const asked = await bringToEmployer(world, [1], 1);
    const ahead = await bringToEmployer(world, [2, 1], 2);
    const listed = async () =>
      (await askAbout(world, routes.listVacancies, listVacancies, { params: {}, query: { limit: 25 }, body: {} })).items.map(
        ({ id }) => id,
      );
    await world.advanceTo("2026-03-05T16:59:00.000Z");
    expect(await listed()).toContain(idNo("vacancy", 1));
    await world.advanceTo("2026-03-05T17:01:00.000Z");
    expect(await listed()).not.toContain(idNo("vacancy", 1));
    expect(await world.deps.store.vacancies.vacancy(idNo("vacancy", 1))).toMatchObject({
      status: "CLOSED",
      closedBecause: "EXPIRED",
    });
    const states = async (id: string) => (await read(world, id)).shortlist.map(({ state }) => state);
    expect(await states(ahead)).toEqual(["ASKED", "RECALLED"]);
    expect(await states(asked)).toEqual(["ASKED"]);
    await employerSays(world, asked, { choice: "ACCEPT" });
    await world.settle();
    expect((await read(world, asked)).status).toBe("AWAITING_CONFIRMATION");
    // A later last day opens it again, and nothing else does.
    await expect(change(world, 3, { seats: 4 })).rejects.toMatchObject({ code: "STATUS_CONFLICT" });
    await change(world, 3, { validUntil: "2026-03-20" });
    expect(await listed()).toContain(idNo("vacancy", 1));
    await world.advanceTo("2026-03-20T17:01:00.000Z");
    expect(await listed()).not.toContain(idNo("vacancy", 1));
    expect(world.failures()).toEqual([]);
  });
});
