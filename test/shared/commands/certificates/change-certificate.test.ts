/** A certificate can be mended until a second person has verified it; after that, what it proves, and it waits for one anew. */
import { expect, it } from "vitest";
import { certificateChanges } from "../../../../shared/api/certificates.ts";
import { routes } from "../../../../shared/api/routes.ts";
import { changeCertificate } from "../../../../shared/commands/certificates/change-certificate.ts";
import { readCertificate, readCertificateInbox } from "../../../../shared/commands/certificates/read-certificates.ts";
import { verifyCertificate } from "../../../../shared/commands/certificates/verify-certificate.ts";
import { countInbox } from "../../../../shared/commands/placements/count-inbox.ts";
import { bringToClient, colleague, officer, read, start, stranger } from "../../../builders/carry.ts";
import { askAbout } from "../../../builders/change.ts";
import { idNo } from "../../../builders/ids.ts";
import { certificatePuts } from "../../../builders/put-records.ts";
import { buildCertificate, buildVacancy } from "../../../builders/records.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const open = useWorlds();
const params = { id: idNo("certificate", 1) };
const change = (world: World, changes: Record<string, unknown>, version: number, staff = officer) =>
  askAbout(
    world,
    routes.changeCertificate,
    changeCertificate,
    { params, query: {}, body: certificateChanges.parse({ version, changes }) },
    staff,
  );
const verify = (world: World, staff: typeof officer) =>
  askAbout(world, routes.verifyCertificate, verifyCertificate, { params, query: {}, body: { seen: true } }, staff);
const sendBack = (world: World, staff: typeof officer) =>
  askAbout(world, routes.verifyCertificate, verifyCertificate, { params, query: {}, body: { sendBack: "NUMBER" } }, staff);
/** The certificates whose turn it is in somebody's inbox, with what is wrong with them, and how many the counts say. */
const inbox = async (world: World, staff: typeof officer) => {
  const query = routes.readCertificateInbox.query.parse({});
  const { items } = await askAbout(
    world,
    routes.readCertificateInbox,
    readCertificateInbox,
    { params: {}, query, body: {} },
    staff,
  );
  const counts = await askAbout(world, routes.countInbox, countInbox, { params: {}, query: {}, body: {} }, staff);
  expect(counts.certificates).toBe(items.length);
  return items.map(({ sentBack, sentBackByName }) => [sentBack?.reason, sentBackByName]);
};
const look = async (world: World, staff = officer) =>
  routes.readCertificate.response.parse(
    await askAbout(world, routes.readCertificate, readCertificate, { params, query: {}, body: {} }, staff),
  );

it("is mended by whoever records it anew, its number taken once", async () => {
  const world = await open();
  const other = buildCertificate(2, { clientId: idNo("client", 1) });
  await world.deps.store.database.commit([...certificatePuts(buildCertificate(1)), ...certificatePuts(other)]);
  expect(await change(world, { number: "45407 7231 2 0000009 2026", kkniLevel: 2 }, 1, colleague)).toMatchObject({ version: 2 });
  expect(await look(world)).toMatchObject({ number: "45407 7231 2 0000009 2026", recordedBy: colleague.id, version: 2 });
  await expect(change(world, { number: other.number }, 2)).rejects.toMatchObject({ code: "CERTIFICATE_TAKEN" });
  await expect(change(world, { kkniLevel: 3 }, 1)).rejects.toMatchObject({
    code: "CONFLICT",
    newer: { version: 2, kkniLevel: 2 },
  });
  await expect(change(world, { issuedOn: "2027-01-01" }, 2)).rejects.toMatchObject({ details: [{ code: "date.future" }] });
  await change(world, { issuedOn: "2026-01-15", expiresOn: null }, 2);
  expect((await look(world)).expiresOn).toBe("2029-01-15");
  await expect(look(world, stranger)).rejects.toMatchObject({ code: "NOT_FOUND" });
});

it("that its second person sends back is the recorder's turn, until it is mended or verified all the same", async () => {
  const world = await open();
  await world.deps.store.database.commit(certificatePuts(buildCertificate(1, { recordedBy: officer.id, verifiedAt: undefined })));
  expect([await inbox(world, officer), await inbox(world, colleague)]).toEqual([[], [[undefined, undefined]]]);
  await expect(sendBack(world, officer)).rejects.toMatchObject({ code: "SECOND_PERSON_REQUIRED" });
  await sendBack(world, colleague);
  expect([await inbox(world, officer), await inbox(world, colleague)]).toEqual([[["NUMBER", colleague.name]], []]);
  await change(world, { number: "45407 7231 2 0000009 2026" }, 2);
  expect([await inbox(world, officer), await inbox(world, colleague)]).toEqual([[], [[undefined, undefined]]]);
  await sendBack(world, colleague);
  await verify(world, colleague);
  expect([await inbox(world, officer), await inbox(world, colleague)]).toEqual([[], []]);
  expect(await look(world)).toMatchObject({ verifiedBy: colleague.id });
  expect((await look(world)).sentBack).toBeUndefined();
  await expect(sendBack(world, colleague)).rejects.toMatchObject({ code: "ALREADY_ANSWERED" });
});

it("that is verified is mended in what it proves alone, waits for a second person anew, and then opens the vacancy", async () => {
  const requirements = { ...buildVacancy(1).requirements, certificateRequired: true, skills: ["WELDING"] };
  const world = await open({ certified: [1], vacancies: [{ requirements }] });
  const { id } = await start(world, 1, false);
  await world.settle();
  expect((await read(world, id)).status).toBe("AWAITING_VACANCY");
  await expect(change(world, { kkniLevel: 3 }, 1)).rejects.toMatchObject({
    code: "ALREADY_ANSWERED",
    details: [{ code: "certificate.verified" }],
  });
  await change(world, { skills: ["AUTOMOTIVE", "WELDING"], kkniLevel: buildCertificate(1).kkniLevel }, 1);
  const waiting = await look(world);
  expect(waiting).toMatchObject({ skills: ["AUTOMOTIVE", "WELDING"], recordedBy: officer.id, version: 2 });
  expect([waiting.verifiedBy, waiting.verifiedAt]).toEqual([undefined, undefined]);
  await expect(verify(world, officer)).rejects.toMatchObject({ code: "SECOND_PERSON_REQUIRED" });
  expect((await read(world, id)).status).toBe("AWAITING_VACANCY");
  await verify(world, colleague);
  await world.settle();
  expect((await read(world, id)).status).toBe("AWAITING_APPROVAL");
});

it("that is verified stays as it is while its client is proposed with it", async () => {
  const world = await open({ certified: [1] });
  await bringToClient(world);
  await expect(change(world, { skills: [] }, 1)).rejects.toMatchObject({
    code: "STATUS_CONFLICT",
    details: [{ code: "certificate.proposed" }],
  });
  expect((await look(world)).verifiedBy).toBeDefined();
});
