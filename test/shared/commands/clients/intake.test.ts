/** An intake in eight fields, under the number of the office's register; and certificates of a training with any number. */
import { describe, expect, it } from "vitest";
import { certificateInput } from "../../../../shared/api/certificates.ts";
import { clientChanges, clientInput } from "../../../../shared/api/clients.ts";
import { routes } from "../../../../shared/api/routes.ts";
import { recordCertificate } from "../../../../shared/commands/certificates/record-certificate.ts";
import { changeClient } from "../../../../shared/commands/clients/change-client.ts";
import { readClient } from "../../../../shared/commands/clients/read-client.ts";
import { registerClient } from "../../../../shared/commands/clients/register-client.ts";
import { registerNumberSchema } from "../../../../shared/domain/identifiers/register-number.ts";
import { officer, stranger } from "../../../builders/carry.ts";
import { askAbout } from "../../../builders/change.ts";
import { idNo } from "../../../builders/ids.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const open = useWorlds();

const eight = {
  fullName: "Contoh Baru",
  sex: "FEMALE",
  birthDate: "1994-05-12",
  registerNumber: "I.12/2026",
  phone: "0812-9999-0001",
  domicile: { regencyCode: "36.03" },
  education: "SMP",
};

const register = (world: World, changes: Record<string, unknown> = {}, staff = officer) =>
  askAbout(
    world,
    routes.registerClient,
    registerClient,
    { params: {}, query: {}, body: clientInput.parse({ ...eight, ...changes }) },
    staff,
  );

describe("an intake", () => {
  it("takes its few fields, and says what a start still lacks", async () => {
    const world = await open();
    const { id } = await register(world);
    const { client, blockers, missing } = await askAbout(
      world,
      routes.readClient,
      readClient,
      { params: { id }, query: {}, body: {} },
      officer,
    );
    expect(client).toMatchObject({
      registerNumber: "I.12/2026",
      phone: "+6281299990001",
      skills: [],
      willingness: "OWN_REGENCY",
    });
    expect(blockers.map(({ code }) => code).sort()).toEqual(["PROFILING_CONSENT_MISSING", "STATUS_DOCUMENT_MISSING"]);
    expect(missing).toContain("statusDocument");
    expect(missing).not.toContain("phone");
  });

  it("of a number that the office's register holds already is refused, and names the client", async () => {
    const world = await open();
    const { id } = await register(world);
    const taken = { code: "REGISTER_NUMBER_TAKEN", details: [{ code: "client.known", value: id }] };
    await expect(register(world, { fullName: "Contoh Lain", registerNumber: " i.12 / 2026 " })).rejects.toMatchObject(taken);
    // Another office keeps a register of its own, and a client may have none.
    await register(world, {}, stranger);
    await register(world, { registerNumber: undefined });
    await register(world, { registerNumber: undefined });
  });

  it("can be mended: the number that is given up is free, one that is taken is not given", async () => {
    const world = await open();
    const { id } = await register(world);
    const other = await register(world, { registerNumber: "I.13/2026" });
    const change = (client: string, registerNumber: string, version: number) =>
      askAbout(
        world,
        routes.changeClient,
        changeClient,
        { params: { id: client }, query: {}, body: clientChanges.parse({ version, changes: { registerNumber } }) },
        officer,
      );
    await expect(change(other.id, "I.12/2026", 1)).rejects.toMatchObject({
      code: "REGISTER_NUMBER_TAKEN",
      details: [{ code: "client.known", value: id }],
    });
    await change(id, "I.14/2026", 1);
    await change(other.id, "I.12/2026", 1);
  });
});

describe("a register number", () => {
  it.each([
    ["i.12/2026", "I.12/2026"],
    ["  W11 . PAS / 007 - b ", "W11.PAS/007-B"],
    ["42", "42"],
  ])("%s is kept as %s", (typed, kept) => {
    expect(registerNumberSchema.parse(typed)).toBe(kept);
  });

  it.each(["", "Nomor: 12", "12//13", "/12", "x".repeat(41)])("is not %s", (typed) => {
    expect(registerNumberSchema.safeParse(typed).success).toBe(false);
  });
});

describe("a certificate's number", () => {
  const training = { kind: "TRAINING", scheme: "Las dasar", result: "COMPETENT", issuedOn: "2026-02-20" };
  const record = (world: World, clientNo: number, number: string) =>
    askAbout(
      world,
      routes.recordCertificate,
      recordCertificate,
      { params: { id: idNo("client", clientNo) }, query: {}, body: certificateInput.parse({ ...training, number }) },
      officer,
    );

  it("of a training is any, and two centres may use the same one; for one client it is recorded once", async () => {
    const world = await open({ clients: [{}, {}] });
    await record(world, 1, "BLK/Tng/001");
    await record(world, 2, "BLK/Tng/001");
    await expect(record(world, 1, "BLK/Tng/001")).rejects.toMatchObject({ code: "CERTIFICATE_TAKEN" });
  });

  it("of competence has its one form", () => {
    const wrong = certificateInput.safeParse({ ...training, kind: "COMPETENCE", number: "BLK/Tng/001" });
    expect(wrong.error?.issues).toMatchObject([{ message: "certificate-number.format", path: ["number"] }]);
    expect(certificateInput.safeParse({ ...training, number: "" }).success).toBe(false);
  });
});
