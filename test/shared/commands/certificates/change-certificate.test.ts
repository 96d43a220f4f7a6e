/** A certificate can be mended until a second person has verified it. */
import { expect, it } from "vitest";
import { certificateChanges } from "../../../../shared/api/certificates.ts";
import { routes } from "../../../../shared/api/routes.ts";
import { changeCertificate } from "../../../../shared/commands/certificates/change-certificate.ts";
import { readCertificate } from "../../../../shared/commands/certificates/read-certificates.ts";
import { colleague, officer, stranger } from "../../../builders/carry.ts";
import { askAbout } from "../../../builders/change.ts";
import { idNo } from "../../../builders/ids.ts";
import { certificatePuts } from "../../../builders/put-records.ts";
import { buildCertificate } from "../../../builders/records.ts";
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
const look = async (world: World, staff = officer) =>
  routes.readCertificate.response.parse(
    await askAbout(world, routes.readCertificate, readCertificate, { params, query: {}, body: {} }, staff),
  );

it("is mended by whoever records it anew, its number taken once; verified, it stands", async () => {
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

it("that is verified is not mended", async () => {
  const world = await open({ certified: [1] });
  await expect(change(world, { kkniLevel: 3 }, 1)).rejects.toMatchObject({
    code: "ALREADY_ANSWERED",
    details: [{ code: "certificate.verified" }],
  });
});
