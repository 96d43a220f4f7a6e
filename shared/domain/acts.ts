/** What a member of staff may do now: one function over everything that can be acted on. It runs in the browser as it is. */
import { type AgreementAct, type AgreementNow, actsOnAgreement } from "./agreements/acts.ts";
import { actsOnCertificate, type CertificateAct, type CertificateNow } from "./certificates/acts.ts";
import { actsOnClient, type ClientAct, type ClientNow } from "./clients/acts.ts";
import { actsOnEmployer, type EmployerAct, type EmployerNow } from "./employers/acts.ts";
import { actsOnFollowUp, type FollowUpAct, type FollowUpNow, followUpActNames } from "./follow-ups/acts.ts";
import type { Relation } from "./offices/access-policy.ts";
import type { Offer } from "./offices/acts.ts";
import type { StaffRole } from "./offices/roles.ts";
import { actsOnOrganisation, type OrganisationAct, type OrganisationNow } from "./organisations/acts.ts";
import { actsOnPlacement, type PlacementAct, type PlacementNow, placementActNames } from "./placements/acts.ts";
import { actsOnBatch, type BatchAct, type BatchNow } from "./training/acts.ts";
import { actsOnVacancy, type VacancyAct, type VacancyNow } from "./vacancies/acts.ts";

/** An act on a process: the route that carries it and, after a dot, the decision that its body names. */
export type ProcessActName = PlacementAct | FollowUpAct;
export const processActNames: readonly ProcessActName[] = [...placementActNames, ...followUpActNames];

/** An act on anything. */
export type ActName =
  | ProcessActName
  | ClientAct
  | CertificateAct
  | EmployerAct
  | OrganisationAct
  | AgreementAct
  | VacancyAct
  | BatchAct;

/** What can be acted on, with as much of it as the acts depend on. */
export type Actable =
  | PlacementNow
  | FollowUpNow
  | ClientNow
  | CertificateNow
  | EmployerNow
  | OrganisationNow
  | AgreementNow
  | VacancyNow
  | BatchNow;

/**
 * The acts that somebody may take on what they stand to in a relation: what may not be done, or makes no sense now, is absent;
 * what cannot be done yet says why.
 */
export function actsFor(role: StaffRole, relation: Relation, state: PlacementNow | FollowUpNow): readonly Offer<ProcessActName>[];
export function actsFor(role: StaffRole, relation: Relation, state: ClientNow): readonly Offer<ClientAct>[];
export function actsFor(role: StaffRole, relation: Relation, state: CertificateNow): readonly Offer<CertificateAct>[];
export function actsFor(role: StaffRole, relation: Relation, state: EmployerNow): readonly Offer<EmployerAct>[];
export function actsFor(role: StaffRole, relation: Relation, state: OrganisationNow): readonly Offer<OrganisationAct>[];
export function actsFor(role: StaffRole, relation: Relation, state: AgreementNow): readonly Offer<AgreementAct>[];
export function actsFor(role: StaffRole, relation: Relation, state: VacancyNow): readonly Offer<VacancyAct>[];
export function actsFor(role: StaffRole, relation: Relation, state: BatchNow): readonly Offer<BatchAct>[];
export function actsFor(role: StaffRole, relation: Relation, state: Actable): readonly Offer<ActName>[] {
  const asker = { role, relation };
  switch (state.kind) {
    case "PLACEMENT":
      return actsOnPlacement(asker, state);
    case "FOLLOW_UP":
      return actsOnFollowUp(asker, state);
    case "CLIENT":
      return actsOnClient(asker, state);
    case "CERTIFICATE":
      return actsOnCertificate(asker, state);
    case "EMPLOYER":
      return actsOnEmployer(asker, state);
    case "ORGANISATION":
      return actsOnOrganisation(asker, state);
    case "AGREEMENT":
      return actsOnAgreement(asker, state);
    case "VACANCY":
      return actsOnVacancy(asker, state);
    case "BATCH":
      return actsOnBatch(asker, state);
  }
}
