/** What runs out, as it stands when somebody is told of it. */

import { type Agreement, isEmployer, partiesOf } from "../../domain/agreements/agreement.ts";
import type { LocalDate } from "../../domain/calendar/local-date.ts";
import { pseudonymOf } from "../../domain/identifiers/ids.ts";
import type { RunOutKind } from "../../domain/record/run-out.ts";
import type { RunOutItem } from "../../messages/digest.ts";
import { organisationName } from "../../store/organisation-names.ts";
import type { Deps } from "../deps.ts";

type RunningOut = {
  readonly officeId: string;
  /** Whose it is: an agreement is its office's, and so the supervisors'. */
  readonly keeperId: string | undefined;
  readonly item: RunOutItem;
};

/** Undefined where it no longer ends on that day, or has ended otherwise: there is nothing to tell. */
export async function runningOutOf(
  deps: Deps,
  { kind, recordId, lastDay }: { readonly kind: RunOutKind; readonly recordId: string; readonly lastDay: LocalDate },
): Promise<RunningOut | undefined> {
  switch (kind) {
    case "AGREEMENT": {
      const agreement = await deps.store.agreements.agreement(recordId);
      if (agreement?.status !== "SIGNED" || agreement.validTo !== lastDay) return undefined;
      // Whoever has renewed it already need not be told.
      const next = agreement.followedBy && (await deps.store.agreements.agreement(agreement.followedBy));
      if (next && next.status === "SIGNED") return undefined;
      const item = { kind, title: agreement.number ?? agreement.title, of: await withWhom(deps, agreement), lastDay };
      return { officeId: agreement.officeId, keeperId: undefined, item };
    }
    case "CERTIFICATE": {
      const certificate = await deps.store.certificates.certificate(recordId);
      if (certificate?.result !== "COMPETENT" || certificate.expiresOn !== lastDay) return undefined;
      const client = (await deps.store.clients.client(certificate.clientId))?.state;
      if (!client) return undefined;
      const item = { kind, title: certificate.scheme, of: pseudonymOf(client.openPlacement ?? client.id), lastDay };
      return { officeId: client.officeId, keeperId: client.officerId, item };
    }
    case "VACANCY": {
      const vacancy = await deps.store.vacancies.vacancy(recordId);
      const isClosed = vacancy?.status === "CLOSED" && vacancy.closedBecause !== "EXPIRED";
      if (!vacancy || isClosed || vacancy.validUntil !== lastDay) return undefined;
      const item = { kind, title: vacancy.title, of: vacancy.employerName, lastDay };
      return { officeId: vacancy.officeId, keeperId: vacancy.openedBy, item };
    }
  }
}

/** With whom an agreement is besides its office, so far as a line takes it. */
async function withWhom({ store }: Deps, agreement: Agreement): Promise<string> {
  const [first, ...others] = partiesOf(agreement).filter((party) => party !== agreement.officeId);
  if (first === undefined) return "-";
  const name = isEmployer(first)
    ? (await store.employers.employer(first))?.legalName
    : await organisationName(store.database, first);
  return others.length === 0 ? (name ?? "-") : `${name ?? "-"} +${others.length}`;
}
