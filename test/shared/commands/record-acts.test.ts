/** What is offered on records against what their commands do: each is run up to its commit, and no further. */
import { expect, it } from "vitest";
import { agreementInput } from "../../../shared/api/agreements.ts";
import { certificateInput } from "../../../shared/api/certificates.ts";
import type { Route } from "../../../shared/api/routes.ts";
import { vacancyInput } from "../../../shared/api/vacancies.ts";
import { changeAgreement } from "../../../shared/commands/agreements/change-agreement.ts";
import { readAgreement } from "../../../shared/commands/agreements/read-agreement.ts";
import { recordAgreement } from "../../../shared/commands/agreements/record-agreement.ts";
import { terminateAgreement } from "../../../shared/commands/agreements/terminate-agreement.ts";
import { changeCertificate } from "../../../shared/commands/certificates/change-certificate.ts";
import { readCertificate } from "../../../shared/commands/certificates/read-certificates.ts";
import { recordCertificate } from "../../../shared/commands/certificates/record-certificate.ts";
import { verifyCertificate } from "../../../shared/commands/certificates/verify-certificate.ts";
import { changeClient } from "../../../shared/commands/clients/change-client.ts";
import { handOverClient } from "../../../shared/commands/clients/hand-over-client.ts";
import { readClient } from "../../../shared/commands/clients/read-client.ts";
import { recordConsent } from "../../../shared/commands/clients/record-consent.ts";
import { recordContact } from "../../../shared/commands/clients/record-contact.ts";
import type { Deps } from "../../../shared/commands/deps.ts";
import { changeEmployer } from "../../../shared/commands/employers/change-employer.ts";
import { mergeEmployer } from "../../../shared/commands/employers/merge-employer.ts";
import { readEmployer } from "../../../shared/commands/employers/read-employer.ts";
import { verifyEmployer } from "../../../shared/commands/employers/verify-employer.ts";
import { clientOffers } from "../../../shared/commands/offers.ts";
import { startPlacement } from "../../../shared/commands/placements/start-placement.ts";
import type { StaffCommand, StaffRequest } from "../../../shared/commands/request.ts";
import { changeVacancy } from "../../../shared/commands/vacancies/change-vacancy.ts";
import { closeVacancy } from "../../../shared/commands/vacancies/close-vacancy.ts";
import { openVacancy } from "../../../shared/commands/vacancies/open-vacancy.ts";
import { readVacancy } from "../../../shared/commands/vacancies/read-vacancy.ts";
import { DomainError } from "../../../shared/domain/errors.ts";
import type { Offer } from "../../../shared/domain/offices/acts.ts";
import type { Staff } from "../../../shared/domain/offices/staff.ts";
import { colleague, officer, stranger, supervisor, trainer } from "../../builders/carry.ts";
import { idNo } from "../../builders/ids.ts";
import { agreementPuts, certificatePuts, employerPuts } from "../../builders/put-records.ts";
import { buildAgreement, buildCertificate, buildEmployer } from "../../builders/records.ts";
import { isWhole } from "../../builders/runs.ts";
import { useWorlds } from "../../builders/use-worlds.ts";
import type { World } from "../../builders/world.ts";

const open = useWorlds();
const everybody = [officer, colleague, supervisor, trainer, stranger];
const none = { params: {}, query: {}, idempotency: undefined } as const;

class WouldCommit extends Error {}

/** What a command would do: `DONE` where it comes to its commit, else the code of its refusal; `NOTHING` where it changes nothing. */
async function outcomeOf<R extends Route>({ deps }: World, command: StaffCommand<R>, request: StaffRequest<R>): Promise<string> {
  const commit = async (): Promise<never> => {
    throw new WouldCommit();
  };
  const upToThere: Deps = { ...deps, store: { ...deps.store, database: { ...deps.store.database, commit } } };
  try {
    await command(upToThere, request);
    return "NOTHING";
  } catch (error) {
    if (error instanceof WouldCommit) return "DONE";
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

type Trial = (staff: Staff) => Promise<string>;

/** Of every act: offered and free where its command does it; else refused, with what is named where it is offered all the same. */
async function expectAgreement(staff: Staff, offers: readonly Offer[], trials: Readonly<Record<string, Trial>>): Promise<void> {
  for (const [act, trial] of Object.entries(trials)) {
    const offer = offers.find((one) => one.act === act);
    const outcome = await trial(staff);
    const what = `${act} by ${staff.role} ${staff.id}: ${outcome}`;
    expect(offer !== undefined && offer.blocked === undefined, what).toBe(outcome === "DONE");
    // What somebody may never do there is not shown as what waits.
    if (outcome === "NOT_ALLOWED" || outcome === "NOT_FOUND") expect(offer, what).toBeUndefined();
  }
  expect(offers.map(({ act }) => act).filter((act) => !(act in trials))).toEqual([]);
}

/** What a reading response offers; nothing, where it may not be read at all. */
const offeredBy = async <O>(reading: Promise<{ readonly acts: readonly O[] }>): Promise<readonly O[]> =>
  reading.then(
    ({ acts }) => acts,
    (error: unknown) => {
      if (error instanceof DomainError && ["NOT_FOUND", "NOT_ALLOWED"].includes(error.code)) return [];
      throw error;
    },
  );

it.runIf(isWhole)("offers on a client what can be done, and a start with what stands in its way", async () => {
  const world = await open({
    clients: [{}, { suspended: true }, { statusDocument: undefined }, { openPlacement: idNo("placement", 9) }],
  });
  const certificate = certificateInput.parse({
    kind: "TRAINING",
    number: "P-1",
    scheme: "Las dasar",
    result: "COMPETENT",
    issuedOn: "2026-02-20",
  });
  const starts: unknown[] = [];
  for (const no of [1, 2, 3, 4]) {
    const id = idNo("client", no);
    const client = (await world.deps.store.clients.client(id))?.state;
    if (!client) throw new Error("the client was not seeded");
    const trials: Readonly<Record<string, Trial>> = {
      startPlacement: (staff) =>
        outcomeOf(world, startPlacement, { ...none, staff, body: { clientId: id, withoutCertificate: true } }),
      recordContact: (staff) =>
        outcomeOf(world, recordContact, {
          ...none,
          params: { id },
          staff,
          body: { how: "PHONE", who: "CLIENT", outcome: "REACHED" },
        }),
      recordConsent: (staff) =>
        outcomeOf(world, recordConsent, {
          ...none,
          params: { id },
          staff,
          body: { purpose: "PROFILING", action: "GIVEN", receipt: { how: "IN_PERSON" } },
        }),
      recordCertificate: (staff) => outcomeOf(world, recordCertificate, { ...none, params: { id }, staff, body: certificate }),
      changeClient: (staff) =>
        outcomeOf(world, changeClient, {
          ...none,
          params: { id },
          staff,
          body: { version: client.version, changes: { fullName: "Contoh Lain" } },
        }),
      handOverClient: (staff) => outcomeOf(world, handOverClient, { ...none, params: { id }, staff, body: { to: colleague.id } }),
    };
    const { blockers } = await readClient(world.deps, { ...none, params: { id }, body: {}, staff: officer });
    for (const staff of everybody) {
      const read = await offeredBy(readClient(world.deps, { ...none, params: { id }, body: {}, staff }));
      // A trainer reads no client, and records certificates of one by the list.
      const offers = staff === trainer ? clientOffers(staff, client, []) : read;
      await expectAgreement(staff, offers, trials);
      if (staff === officer) starts.push(offers.find(({ act }) => act === "startPlacement")?.blocked);
    }
    expect(blockers.map(({ code }) => code)).toEqual(starts.slice(-1).filter((code) => code !== undefined));
  }
  expect(starts).toEqual([undefined, "SUSPENDED", "STATUS_DOCUMENT_MISSING", "PLACEMENT_OPEN"]);
});

it.runIf(isWhole)(
  "offers a certificate to its second person, not once it is verified; what it proves can be mended by whoever records",
  async () => {
    const world = await open();
    const certificates = [
      buildCertificate(1),
      buildCertificate(2, { clientId: idNo("client", 1), recordedBy: officer.id }),
      buildCertificate(3, { clientId: idNo("client", 1), verifiedBy: colleague.id, verifiedAt: "2026-02-25T02:00:00.000Z" }),
      buildCertificate(4, { clientId: idNo("client", 1), expiresOn: "2026-03-01" }),
      buildCertificate(5, { clientId: idNo("client", 1), result: "NOT_YET_COMPETENT" }),
    ];
    await world.deps.store.database.commit(certificates.flatMap(certificatePuts));
    const seen: unknown[] = [];
    for (const { id, version } of certificates) {
      const trials: Readonly<Record<string, Trial>> = {
        verifyCertificate: (staff) =>
          outcomeOf(world, verifyCertificate, { ...none, params: { id }, staff, body: { seen: true } }),
        changeCertificate: (staff) =>
          outcomeOf(world, changeCertificate, {
            ...none,
            params: { id },
            staff,
            body: { version, changes: { skills: ["WELDING"] } },
          }),
      };
      for (const staff of everybody) {
        const offers = await offeredBy(readCertificate(world.deps, { ...none, params: { id }, body: {}, staff }));
        await expectAgreement(staff, offers, trials);
        if (staff === officer) seen.push(offers.map(({ act, blocked }) => blocked ?? act));
      }
    }
    const change = "changeCertificate";
    expect(seen).toEqual([
      ["verifyCertificate", change],
      ["SECOND_PERSON_REQUIRED", change],
      [change],
      ["CERTIFICATE_EXPIRED", change],
      ["CERTIFICATE_NOT_COMPETENT", change],
    ]);
  },
);

it("offers on employers, vacancies and agreements what can still be done with them", async () => {
  const world = await open({
    employers: [{ unverified: true, registeredBy: officer.id }],
    vacancies: [{}, { status: "CLOSED", closedBecause: "OFFICER" }, { status: "CLOSED", closedBecause: "EXPIRED" }],
    agreements: [1],
  });
  await world.deps.store.database.commit([
    ...employerPuts(buildEmployer(8, { mergedInto: idNo("employer", 2) })),
    ...employerPuts(buildEmployer(9)),
    ...agreementPuts(buildAgreement(2, { status: "TERMINATED" })),
  ]);
  const vacancy = (employerId: string) =>
    vacancyInput.parse({
      employerId,
      title: "Mekanik",
      regencyCode: "36.03",
      seats: 1,
      workDays: ["MONDAY"],
      reportDayFree: true,
      contractType: "PKWT",
      requirements: { skills: ["AUTOMOTIVE"] },
      validUntil: "2026-12-31",
    });
  const agreement = (employerId: string) =>
    agreementInput.parse({
      employerId,
      kind: "PKS",
      title: "Penempatan",
      number: "PKS-9",
      scopes: ["RECRUITMENT"],
      status: "PLANNED",
      validFrom: "2026-03-01",
      validTo: "2027-03-01",
    });
  const version = 1;
  for (const no of [1, 2, 8]) {
    const id = idNo("employer", no);
    const merged = no === 8;
    const into = { into: idNo("employer", no === 1 ? 9 : 1), version, intoVersion: version };
    const trials: Readonly<Record<string, Trial>> = {
      verifyEmployer: (staff) => outcomeOf(world, verifyEmployer, { ...none, params: { id }, staff, body: {} }),
      changeEmployer: (staff) =>
        outcomeOf(world, changeEmployer, {
          ...none,
          params: { id },
          staff,
          body: { version, changes: { legalName: "CV Lain" } },
        }),
      // Only what nobody has vouched for may become what somebody has, and the other way round it may not.
      ...(no === 2
        ? {}
        : { mergeEmployer: (staff) => outcomeOf(world, mergeEmployer, { ...none, params: { id }, staff, body: into }) }),
      // What is opened under a record that has become another is opened under that: it is offered there alone.
      ...(merged
        ? {}
        : {
            openVacancy: (staff) => outcomeOf(world, openVacancy, { ...none, staff, body: vacancy(id) }),
            recordAgreement: (staff) => outcomeOf(world, recordAgreement, { ...none, staff, body: agreement(id) }),
          }),
    };
    for (const staff of everybody) {
      const offers = await offeredBy(readEmployer(world.deps, { ...none, params: { id }, body: {}, staff }));
      // A trainer opens no employer; what is left out above is looked at alone.
      await expectAgreement(
        staff,
        offers.filter(({ act }) => act in trials),
        trials,
      );
      if (merged) expect(offers).toEqual([]);
    }
  }
  for (const no of [1, 2, 3]) {
    const id = idNo("vacancy", no);
    const trials: Readonly<Record<string, Trial>> = {
      changeVacancy: (staff) =>
        outcomeOf(world, changeVacancy, {
          ...none,
          params: { id },
          staff,
          // Of what is closed what a start is held to is still mended.
          body: { version, changes: no === 2 ? { reportDayFree: false } : { validUntil: "2027-01-31" } },
        }),
      closeVacancy: (staff) => outcomeOf(world, closeVacancy, { ...none, params: { id }, staff, body: {} }),
    };
    for (const staff of everybody)
      await expectAgreement(
        staff,
        await offeredBy(readVacancy(world.deps, { ...none, params: { id }, body: {}, staff })),
        trials,
      );
  }
  for (const no of [1, 2]) {
    const id = idNo("agreement", no);
    const trials: Readonly<Record<string, Trial>> = {
      changeAgreement: (staff) =>
        outcomeOf(world, changeAgreement, { ...none, params: { id }, staff, body: { version, changes: { title: "Lain" } } }),
      terminateAgreement: (staff) => outcomeOf(world, terminateAgreement, { ...none, params: { id }, staff, body: {} }),
    };
    for (const staff of everybody)
      await expectAgreement(
        staff,
        await offeredBy(readAgreement(world.deps, { ...none, params: { id }, body: {}, staff })),
        trials,
      );
  }
});
