/**
 * A class of twelve is carried in acts on all of them: enrolled, attended, and certified with what the batch says already.
 * Sources 001 and 003: a training at a BLK, and a certificate on completion alone.
 */
import { expect, it } from "vitest";
import { routes } from "../../../../shared/api/routes.ts";
import { batchChanges, batchesQuery, batchInput, participantsInput, resultsInput } from "../../../../shared/api/training.ts";
import { readAgreement } from "../../../../shared/commands/agreements/read-agreement.ts";
import { readCertificateInbox } from "../../../../shared/commands/certificates/read-certificates.ts";
import { readClient } from "../../../../shared/commands/clients/read-client.ts";
import { changeBatch } from "../../../../shared/commands/training/change-batch.ts";
import { enrolParticipants } from "../../../../shared/commands/training/enrol-participants.ts";
import { openBatch } from "../../../../shared/commands/training/open-batch.ts";
import { listBatches, readBatch } from "../../../../shared/commands/training/read-batches.ts";
import { recordAttendance } from "../../../../shared/commands/training/record-attendance.ts";
import { recordResults } from "../../../../shared/commands/training/record-results.ts";
import type { Staff } from "../../../../shared/domain/offices/staff.ts";
import { officer, stranger, supervisor } from "../../../builders/carry.ts";
import { askAbout } from "../../../builders/change.ts";
import { idNo } from "../../../builders/ids.ts";
import { agreementPuts } from "../../../builders/put-records.ts";
import { buildAgreement } from "../../../builders/records.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const openWorldOf = useWorlds();
const twelve = Array.from({ length: 12 }, (_, at) => idNo("client", at + 1));
const away = { officeId: stranger.officeId, officerId: stranger.id };
/** Thirteen clients of the office, and one of another. */
const open = () => openWorldOf({ clients: [...Array.from({ length: 13 }, () => ({})), away] });
const trainer: Staff = { ...officer, id: idNo("staff", 70), subject: "70", role: "trainer", name: "Pelatih Contoh" };

const begin = (world: World, changes: Record<string, unknown> = {}) => {
  const body = batchInput.parse({
    title: "Teknik sepeda motor",
    scheme: "Pemeliharaan Berkala Sepeda Motor",
    units: ["OTO.SM01.001.01"],
    skills: ["AUTOMOTIVE"],
    hours: 240,
    instructorFrom: "KEMNAKER",
    siteKind: "BLK",
    regencyCode: "36.03",
    seats: 12,
    startsOn: "2026-03-02",
    endsOn: "2026-04-30",
    ...changes,
  });
  return askAbout(world, routes.openBatch, openBatch, { params: {}, query: {}, body }, trainer);
};
const enrol = (
  world: World,
  id: string,
  who: { readonly enrol?: readonly string[]; readonly leave?: readonly string[] },
  staff = officer,
) =>
  askAbout(
    world,
    routes.enrolParticipants,
    enrolParticipants,
    { params: { id }, query: {}, body: participantsInput.parse(who) },
    staff,
  );
const look = async (world: World, id: string, staff = trainer) =>
  routes.readBatch.response.parse(
    await askAbout(world, routes.readBatch, readBatch, { params: { id }, query: {}, body: {} }, staff),
  );
const attend = (world: World, id: string, day: string, absent: readonly string[]) =>
  askAbout(
    world,
    routes.recordAttendance,
    recordAttendance,
    { params: { id }, query: {}, body: { day, absent: [...absent] } },
    trainer,
  );
const conclude = (world: World, id: string, body: Record<string, unknown>) =>
  askAbout(world, routes.recordResults, recordResults, { params: { id }, query: {}, body: resultsInput.parse(body) }, trainer);
const stated = (batch: Awaited<ReturnType<typeof look>>, wanted: string) =>
  batch.participants.filter(({ state }) => state === wanted).map(({ clientId }) => clientId);
const numberOf = (at: number): string => `45407 7231 2 ${String(at + 1).padStart(7, "0")} 2026`;

it("carries a class of twelve in four acts, and its certificates wait for a second person with what the batch said", async () => {
  const world = await open();
  const { id } = await begin(world);
  await enrol(world, id, { enrol: [...twelve, idNo("client", 13)] });
  const full = await look(world, id);
  expect([stated(full, "ENROLLED"), stated(full, "WAITING"), full.seatsFree]).toEqual([twelve, [idNo("client", 13)], 0]);
  expect(full.participants[0]).toMatchObject({ fullName: expect.stringMatching(/./) });
  await attend(world, id, "2026-03-02", twelve.slice(0, 2));
  expect((await look(world, id)).participants.map(({ present }) => present)).toEqual([0, 0, ...Array(11).fill(1)]);
  await conclude(world, id, {
    certificate: { kind: "COMPETENCE", lspLicence: "BNSP-LSP-1234-ID", issuedOn: "2026-03-02" },
    results: twelve.map((clientId, at) =>
      at < 10 ? { clientId, completed: true, number: numberOf(at) } : { clientId, completed: at === 10 },
    ),
  });
  const over = await look(world, id);
  expect([over.batch.status, stated(over, "COMPLETED").length, stated(over, "NOT_COMPLETED")]).toEqual([
    "COMPLETED",
    11,
    twelve.slice(11),
  ]);
  expect(over.participants.filter(({ certificateId }) => certificateId).length).toBe(10);
  const query = routes.readCertificateInbox.query.parse({ limit: "50" });
  const { items } = await askAbout(
    world,
    routes.readCertificateInbox,
    readCertificateInbox,
    { params: {}, query, body: {} },
    officer,
  );
  expect(items.length).toBe(10);
  expect(items[0]).toMatchObject({ scheme: "Pemeliharaan Berkala Sepeda Motor", recordedBy: trainer.id, kind: "COMPETENCE" });
  const certificate = await world.deps.store.certificates.certificate(items[0]?.id ?? "");
  expect(certificate).toMatchObject({ units: ["OTO.SM01.001.01"], skills: ["AUTOMOTIVE"], expiresOn: "2029-03-02" });
  await expect(enrol(world, id, { enrol: [idNo("client", 13)] })).rejects.toMatchObject({ details: [{ code: "training.over" }] });
  const list = async (status: string) =>
    (
      await askAbout(
        world,
        routes.listBatches,
        listBatches,
        { params: {}, query: batchesQuery.parse({ status }), body: {} },
        officer,
      )
    ).items;
  expect([(await list("OPEN")).length, (await list("COMPLETED")).map(({ seated }) => seated)]).toEqual([0, [12]]);
});

it("counts for its agreement: the seats that somebody has, and the certificates that came of it", async () => {
  const world = await open();
  await world.deps.store.database.commit(agreementPuts(buildAgreement(1)));
  const agreementId = idNo("agreement", 1);
  const { id } = await begin(world, { agreementId });
  const delivered = async () => {
    const asked = { params: { id: agreementId }, query: {}, body: {} };
    const { trainingSeats, certificates } = (await askAbout(world, routes.readAgreement, readAgreement, asked, supervisor))
      .delivered;
    return [trainingSeats, certificates];
  };
  expect(await delivered()).toEqual([0, 0]);
  await enrol(world, id, { enrol: twelve.slice(0, 3) });
  await enrol(world, id, { leave: twelve.slice(0, 1) });
  expect(await delivered()).toEqual([2, 0]);
  const [, two, three] = twelve;
  const certificate = { kind: "TRAINING", issuedOn: "2026-03-02" };
  await conclude(world, id, {
    certificate,
    results: [
      { clientId: two, completed: true, number: "SP-1" },
      { clientId: three, completed: false },
    ],
  });
  expect(await delivered()).toEqual([2, 1]);
});

it("refuses row by row, and then nothing is done", async () => {
  const world = await open();
  const { id } = await begin(world);
  const strangers = idNo("client", 14);
  const wrong = (details: readonly { readonly code: string; readonly path: string }[]) => ({ code: "REQUEST_INVALID", details });
  await expect(enrol(world, id, { enrol: [twelve[0] ?? "", strangers], leave: [twelve[1] ?? ""] })).rejects.toMatchObject(
    wrong([
      { code: "client", path: "enrol.1" },
      { code: "training.no-participant", path: "leave.0" },
    ]),
  );
  await enrol(world, id, { enrol: twelve });
  const { id: other } = await begin(world, { title: "Las", startsOn: "2026-04-01", endsOn: "2026-05-30" });
  await expect(enrol(world, other, { enrol: twelve.slice(0, 1) })).rejects.toMatchObject(
    wrong([{ code: "training.elsewhere", path: "enrol.0" }]),
  );
  await expect(attend(world, id, "2026-03-01", [])).rejects.toMatchObject(wrong([{ code: "training.no-day", path: "day" }]));
  await expect(attend(world, id, "2026-03-03", [])).rejects.toMatchObject(wrong([{ code: "date.future", path: "day" }]));
  const certificate = { kind: "COMPETENCE", issuedOn: "2026-03-02" };
  const [one, two, three] = twelve;
  await expect(
    conclude(world, id, {
      certificate,
      results: [
        { clientId: one, completed: false, number: numberOf(0) },
        { clientId: two, completed: true, number: "12" },
        { clientId: three, completed: true, number: numberOf(2) },
        { clientId: strangers, completed: true },
      ],
    }),
  ).rejects.toMatchObject(
    wrong([
      { code: "training.no-participant", path: "results.3" },
      { code: "training.not-completed", path: "results.0.number" },
      { code: "certificate-number.format", path: "results.1.number" },
    ]),
  );
  expect(stated(await look(world, id), "ENROLLED")).toEqual(twelve);
  await conclude(world, id, { certificate, results: [{ clientId: one, completed: true, number: numberOf(0) }] });
  await expect(
    conclude(world, id, { certificate, results: [{ clientId: two, completed: true, number: numberOf(0) }] }),
  ).rejects.toMatchObject(wrong([{ code: "training.number-taken", path: "results.0.number" }]));
});

it("gives the seats that come free to whoever waits, and is mended by its own office alone", async () => {
  const world = await open();
  const { id } = await begin(world, { seats: 2 });
  await enrol(world, id, { enrol: twelve.slice(0, 4) });
  await enrol(world, id, { leave: twelve.slice(0, 1) });
  expect(stated(await look(world, id), "ENROLLED").toSorted()).toEqual(twelve.slice(1, 3));
  const change = (changes: Record<string, unknown>, version: number, staff = trainer) =>
    askAbout(
      world,
      routes.changeBatch,
      changeBatch,
      { params: { id }, query: {}, body: batchChanges.parse({ version, changes }) },
      staff,
    );
  const { version } = (await look(world, id)).batch;
  await expect(change({ seats: 1 }, version)).rejects.toMatchObject({ details: [{ code: "training.seats-taken" }] });
  await expect(change({ seats: 3 }, version - 1)).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(change({ seats: 3 }, version, { ...trainer, officeId: stranger.officeId })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  await expect(change({ endsOn: "2026-03-01" }, version)).rejects.toMatchObject({ details: [{ code: "date.order" }] });
  await change({ seats: 3 }, version);
  expect(stated(await look(world, id), "WAITING")).toEqual([]);
  const told = async (clientId: string) => {
    const asked = { params: { id: clientId }, query: {}, body: {} };
    const { trainings } = await askAbout(world, routes.readClient, readClient, asked, officer);
    return trainings.map(({ title, state }) => [title, state]);
  };
  expect([await told(twelve[0] ?? ""), await told(twelve[1] ?? "")]).toEqual([[], [["Teknik sepeda motor", "ENROLLED"]]]);
  await change({ cancelled: true }, version + 1);
  expect((await look(world, id)).batch.status).toBe("CANCELLED");
  await expect(look(world, id, stranger)).rejects.toMatchObject({ code: "NOT_FOUND" });
});
