/** A number that is known already is told so that it can be traced, leads to the transfer, and is no way to try numbers. */
import { beforeEach, describe, expect, it } from "vitest";
import { certificateInput } from "../../../../shared/api/certificates.ts";
import { clientInput, transferInput } from "../../../../shared/api/clients.ts";
import { routes } from "../../../../shared/api/routes.ts";
import { recordCertificate } from "../../../../shared/commands/certificates/record-certificate.ts";
import { readTransferInbox } from "../../../../shared/commands/clients/read-transfer-inbox.ts";
import { registerClient } from "../../../../shared/commands/clients/register-client.ts";
import { requestTransfer } from "../../../../shared/commands/clients/request-transfer.ts";
import type { Deps } from "../../../../shared/commands/deps.ts";
import { mostLookups } from "../../../../shared/domain/offices/lookups.ts";
import type { Staff } from "../../../../shared/domain/offices/staff.ts";
import { auditOf } from "../../../builders/audit.ts";
import { colleague, day, keyFor, officer, stranger, supervisor } from "../../../builders/carry.ts";
import { idNo } from "../../../builders/ids.ts";
import { isWhole } from "../../../builders/runs.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const open = useWorlds();
let world: World;
beforeEach(async () => {
  world = await open();
});

const nikOf = (no: number): string => `360301120594${String(no).padStart(4, "0")}`;
/** So that the name of the key differs from that of every other request. */
let serial = 0;
function idempotencyOf(staff: Staff, route: string) {
  serial += 1;
  return keyFor(staff, route, serial);
}
const ask = <T>(name: string, row: (typeof routes)[keyof typeof routes], run: (deps: Deps) => Promise<T>) =>
  world.request(name, run, row);

function register(nik: string | undefined, staff = officer) {
  const body = clientInput.parse({
    fullName: "Contoh Baru",
    sex: "MALE",
    birthDate: "1994-05-12",
    domicile: { regencyCode: "36.03" },
    education: "SMA",
    ...(nik ? { nik } : {}),
  });
  const request = { params: {}, query: {}, body, staff, idempotency: idempotencyOf(staff, "/clients") };
  return ask("register", routes.registerClient, (deps) => registerClient(deps, request));
}
function certify(serialNo: number, staff = officer) {
  const number = `45407 7231 2 ${String(serialNo).padStart(7, "0")} 2026`;
  const body = certificateInput.parse({ kind: "TRAINING", number, scheme: "Las", result: "COMPETENT", issuedOn: "2026-02-20" });
  const idempotency = idempotencyOf(staff, "/clients/{id}/certificates");
  const request = { params: { id: idNo("client", 1) }, query: {}, body, staff, idempotency };
  return ask("certify", routes.recordCertificate, (deps) => recordCertificate(deps, request));
}
function transfer(nik: string, staff: Staff) {
  const body = transferInput.parse({ nik });
  const request = { params: {}, query: {}, body, staff, idempotency: idempotencyOf(staff, "/transfers") };
  return ask("transfer", routes.requestTransfer, (deps) => requestTransfer(deps, request));
}
const foreignSupervisor: Staff = { ...stranger, id: idNo("staff", 10), role: "supervisor" };
const inboxOf = async (staff: Staff) =>
  (await readTransferInbox(world.deps, { staff, params: {}, query: { limit: 25 }, body: {}, idempotency: undefined })).items;

describe("a NIK that is known", () => {
  it("names the client to their own office, nothing of another office's, and stands in the audit of who asked", async () => {
    const { id } = await register(nikOf(1));
    await expect(register(nikOf(1), colleague)).rejects.toMatchObject({
      code: "NIK_TAKEN",
      details: [{ code: "client.known", value: id }],
    });
    const outside: unknown = await register(nikOf(1), stranger).catch((error: unknown) => error);
    expect(outside).toMatchObject({ code: "NIK_TAKEN", details: [{ code: "client.elsewhere" }] });
    expect(JSON.stringify(outside)).not.toMatch(/cl_|bapas/);
    expect(await auditOf(world, stranger.id)).toMatchObject([
      { version: 1, event: "nikKnown", actor: `officer:${stranger.id}`, about: id },
    ]);
    expect(await auditOf(world, colleague.id)).toHaveLength(1);
  });

  it.runIf(isWhole)(
    "is told so often on a day and no more, found or not; others and the next day are free; the operators hear of it",
    async () => {
      await register(nikOf(1));
      await register(nikOf(2), stranger);
      const told: number[] = [];
      const deps: Deps = { ...world.deps, noteLookups: (count) => told.push(count) };
      const tryOne = (nik: string, staff: Staff) => {
        const body = clientInput.parse({
          fullName: "Contoh Baru",
          sex: "MALE",
          birthDate: "1994-05-12",
          domicile: { regencyCode: "36.03" },
          education: "SMA",
          nik,
        });
        const request = { params: {}, query: {}, body, staff, idempotency: idempotencyOf(staff, "/clients") };
        return registerClient(deps, request);
      };
      for (let tries = 0; tries < mostLookups; tries += 1)
        await expect(tryOne(nikOf(1 + (tries % 2)), officer)).rejects.toMatchObject({ code: "NIK_TAKEN" });
      expect(told).toEqual([5, 6, 7, 8, 9, 10]);
      for (const nik of [nikOf(1), nikOf(2), nikOf(3)])
        await expect(tryOne(nik, officer)).rejects.toMatchObject({ code: "LOOKUPS_EXHAUSTED" });
      await expect(certify(5)).rejects.toMatchObject({ code: "LOOKUPS_EXHAUSTED" });
      await expect(transfer(nikOf(2), officer)).rejects.toMatchObject({ code: "LOOKUPS_EXHAUSTED" });
      expect(await auditOf(world, officer.id)).toHaveLength(mostLookups);
      await register(undefined);
      await register(nikOf(4), colleague);
      await world.advance(day);
      await tryOne(nikOf(3), officer);
    },
  );

  it("comes at the same moment from one person: each is counted", async () => {
    await register(nikOf(1));
    const tries = await Promise.allSettled(Array.from({ length: 5 }, () => register(nikOf(1))));
    expect(tries.map(({ status }) => status)).toEqual(Array.from({ length: 5 }, () => "rejected"));
    expect(await auditOf(world, officer.id)).toHaveLength(5);
  });
});

it("a certificate's number that is known leaves the same trace", async () => {
  await certify(1);
  await expect(certify(1)).rejects.toMatchObject({ code: "CERTIFICATE_TAKEN" });
  expect(await auditOf(world, officer.id)).toMatchObject([{ event: "certificateKnown", actor: `officer:${officer.id}` }]);
});

describe("the first step of a transfer", () => {
  it("reaches the supervisor of the office that has the client, with whom to speak to, and tells the asker nothing", async () => {
    const { id } = await register(nikOf(1));
    const [known, unknown] = [await transfer(nikOf(1), stranger), await transfer(nikOf(9), stranger)];
    for (const response of [known, unknown]) expect(response).toEqual({ id: expect.stringMatching(/^tr_/) });
    expect(await inboxOf(supervisor)).toEqual([
      {
        id: known.id,
        clientId: id,
        fullName: "Contoh Baru",
        askedByOffice: "Bapas Lain",
        askedBy: { name: stranger.name, email: stranger.email },
        askedAt: world.now(),
      },
    ]);
    expect(await inboxOf(foreignSupervisor)).toEqual([]);
    expect(await auditOf(world, stranger.id)).toMatchObject([{ event: "transferAsked", about: id }, { event: "transferAsked" }]);
    await expect(transfer(nikOf(1), colleague)).rejects.toMatchObject({ code: "NIK_TAKEN", details: [{ value: id }] });
  });

  it("asked for twice with one key is asked for once", async () => {
    await register(nikOf(1));
    const request = {
      params: {},
      query: {},
      body: transferInput.parse({ nik: nikOf(1) }),
      staff: stranger,
      idempotency: idempotencyOf(stranger, "/transfers"),
    };
    const first = await requestTransfer(world.deps, request);
    expect(await requestTransfer(world.deps, request)).toEqual(first);
    expect(await inboxOf(supervisor)).toHaveLength(1);
    expect(await auditOf(world, stranger.id)).toHaveLength(1);
  });
});
