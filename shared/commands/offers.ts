/** What the asker may do now, as responses tell it: with what stands in the way in words. */
import { actsFor, type ProcessActName } from "../domain/acts.ts";
import type { Agreement } from "../domain/agreements/agreement.ts";
import { certificateNow } from "../domain/certificates/acts.ts";
import type { Certificate } from "../domain/certificates/certificate.ts";
import type { ClientNow } from "../domain/clients/acts.ts";
import type { Client } from "../domain/clients/client.ts";
import { employerNow } from "../domain/employers/acts.ts";
import type { Employer } from "../domain/employers/employer.ts";
import { relationOf } from "../domain/offices/access-policy.ts";
import type { Offer } from "../domain/offices/acts.ts";
import type { Staff } from "../domain/offices/staff.ts";
import type { Process } from "../domain/processes.ts";
import type { Batch } from "../domain/training/batch.ts";
import type { Vacancy } from "../domain/vacancies/vacancy.ts";
import { blockWords } from "../messages/act-words.ts";
import type { WaitRow } from "../store/waits.ts";
import type { Deps } from "./deps.ts";

/** @param wait the open wait, with the answer by link that it may hold */
export function processOffers(
  deps: Deps,
  staff: Staff,
  state: Process,
  wait: WaitRow | undefined,
): readonly Offer<ProcessActName>[] {
  const moment = { now: deps.now(), pending: wait?.answer !== undefined, ownVoice: state.voice === staff.id };
  return actsFor(staff.role, relationOf(staff, state), { ...state, ...moment });
}

/** With what stands in the way in words. */
export const inWords = <A extends string>(offers: readonly Offer<A>[]) =>
  offers.map((offer) => (offer.blocked === undefined ? offer : { ...offer, words: blockWords[offer.blocked] }));

/** @param blockers what stands in the way of a start */
export const clientOffers = (staff: Staff, client: Client, blockers: ClientNow["blockers"]) =>
  inWords(actsFor(staff.role, relationOf(staff, client), { kind: "CLIENT", blockers }));

/** A certificate with what the asker may do with it. @param today the office's day */
export function withOffers<C extends Certificate>(certificate: C, staff: Staff, today: string) {
  const { officeId } = certificate;
  const acts = actsFor(staff.role, relationOf(staff, { officeId }), certificateNow(certificate, staff.id, today));
  return { ...certificate, acts: inWords(acts) };
}

/** Employers belong to no office. */
export const employerOffers = (staff: Staff, employer: Employer) =>
  inWords(actsFor(staff.role, "other", employerNow(employer, staff.id)));

/** Organisations belong to no office. */
export const organisationOffers = (staff: Staff) => inWords(actsFor(staff.role, "other", { kind: "ORGANISATION" }));

export const agreementOffers = (staff: Staff, { officeId, status }: Agreement) =>
  inWords(actsFor(staff.role, relationOf(staff, { officeId }), { kind: "AGREEMENT", status }));

export const vacancyOffers = (staff: Staff, { officeId, status, closedBecause }: Vacancy) =>
  inWords(actsFor(staff.role, relationOf(staff, { officeId }), { kind: "VACANCY", status, closedBecause }));

export const batchOffers = (staff: Staff, { officeId, status, participants }: Batch) =>
  inWords(
    actsFor(staff.role, relationOf(staff, { officeId }), {
      kind: "BATCH",
      status,
      seated: participants.some(({ state }) => state === "ENROLLED"),
    }),
  );
