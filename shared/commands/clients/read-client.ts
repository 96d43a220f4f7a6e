/** One client as an officer needs it before acting: what is recorded, what was agreed to, what stands in the way, what was tried. */
import type { routes } from "../../api/routes.ts";
import { yearsBetween } from "../../domain/calendar/local-date.ts";
import { isValidOn } from "../../domain/certificates/certificate.ts";
import type { Client } from "../../domain/clients/client.ts";
import { type Consent, newestConsents, saidTo } from "../../domain/clients/consent.ts";
import { missingOf } from "../../domain/clients/missing.ts";
import { findStartBlockers } from "../../domain/placements/start.ts";
import { purposeWords } from "../../messages/consent-words.ts";
import { detailText } from "../../messages/problems.ts";
import { batchesIn } from "../../store/batches.ts";
import type { Deps } from "../deps.ts";
import { clientOffers, withOffers } from "../offers.ts";
import { todayIn } from "../office-times.ts";
import { loadRecord } from "../record/change-record.ts";
import { records } from "../record/records.ts";
import { officeOf, type StaffCommand } from "../request.ts";

/** Errors: NOT_FOUND, also for another office's client. */
export const readClient: StaffCommand<typeof routes.readClient> = async (deps, { staff, params }) => {
  const { state: client } = await loadRecord(deps, records.client, { staff, action: "readClient", id: params.id });
  const office = await officeOf(deps, staff);
  const today = todayIn(office, deps.now());
  const [consents, certificates, trainings, attempts, contacts] = await Promise.all([
    deps.store.consents.ofClient(client.id),
    deps.store.certificates.ofClient(client.id),
    trainingsOf(deps, client),
    attemptsOf(deps, client),
    deps.store.contactsMade.ofClient(client.id),
  ]);
  const blockers = findStartBlockers({
    client,
    officeId: staff.officeId,
    saidToProfiling: saidTo(consents, "PROFILING"),
    hasCertificate: certificates.some((certificate) => isValidOn(certificate, today)),
    age: yearsBetween(client.birthDate, today),
  });
  return {
    acts: clientOffers(
      staff,
      client,
      blockers.map(({ code }) => code),
    ),
    client: { ...client, nikLast4: client.nik?.last4, outsideWorkFrom: client.statusDocument?.outsideWorkFrom },
    consents: await Promise.all(newestConsents(consents).map((receipt) => describeConsent(deps, receipt))),
    certificates: certificates.map((certificate) => withOffers(certificate, staff, today)),
    trainings,
    contacts: [...contacts],
    missing: [...missingOf(client)],
    blockers: blockers.map(({ code }) => ({ code, words: detailText(code) })),
    attempts,
  };
};

async function describeConsent(deps: Deps, receipt: Consent) {
  const employerId = receipt.recipient === "-" ? undefined : receipt.recipient;
  const employer = employerId ? await deps.store.employers.employer(employerId) : undefined;
  return { ...receipt, words: purposeWords[receipt.purpose], employerId, employerName: employer?.legalName };
}

/** The batches of the office in which a client is, waits, or was to the end, the newest first. */
async function trainingsOf({ store }: Deps, { id, officeId }: Client) {
  const batches = batchesIn(store.database);
  const known = await batches.batches((await batches.ofClient(id)).map(({ batchId }) => batchId));
  return known
    .flatMap((batch) => {
      const state = batch?.participants.find(({ clientId }) => clientId === id)?.state;
      // What another office trained is that office's to tell.
      if (!batch || !state || batch.officeId !== officeId || batch.status === "CANCELLED") return [];
      return [{ id: batch.id, title: batch.title, startsOn: batch.startsOn, endsOn: batch.endsOn, state }];
    })
    .toSorted((one, other) => other.startsOn.localeCompare(one.startsOn));
}

/** The attempts of a client, the newest first. */
async function attemptsOf(deps: Deps, { id }: Client) {
  const attempts = await deps.store.clients.attempts(id);
  const found = await Promise.all(attempts.map(({ placementId }) => deps.store.processes.placement(placementId)));
  return found
    .flatMap((stored) => (stored ? [stored.state] : []))
    .map(({ id, attempt, status, reason, milestones }) => ({
      id,
      attempt,
      status,
      words: detailText(status),
      reason,
      startedAt: milestones.startedAt,
      endedAt: milestones.endedAt,
    }))
    .toReversed();
}
