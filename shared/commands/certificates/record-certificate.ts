/** Records a certificate as it was shown; it counts once a second person has verified it. */
import type { routes } from "../../api/routes.ts";
import { addMonths, type LocalDate } from "../../domain/calendar/local-date.ts";
import type { Certificate } from "../../domain/certificates/certificate.ts";
import { type DomainError, refusal } from "../../domain/errors.ts";
import type { Office } from "../../domain/offices/office.ts";
import { mentionsCorrections } from "../../domain/reference/correctional-words.ts";
import { certificateAtRest } from "../../store/certificates.ts";
import type { Write } from "../../store/dynamodb.ts";
import { partWrites } from "../../store/record.ts";
import type { Deps } from "../deps.ts";
import { traceLookup } from "../offices/lookups.ts";
import { changeRecord } from "../record/change-record.ts";
import { changed, refused } from "../record/decision.ts";
import { records } from "../record/records.ts";
import { runOutOrder } from "../record/run-out-orders.ts";
import type { StaffCommand } from "../request.ts";

/** How long a competence certificate is valid where it names no end. */
const defaultValidityMonths = 36;

/** When a certificate expires that names no end. */
export const expiryOf = ({ issuedOn }: { readonly issuedOn: LocalDate }): LocalDate => addMonths(issuedOn, defaultValidityMonths);

/** Errors: CERTIFICATE_TAKEN where the number is recorded already, which is traced, LOOKUPS_EXHAUSTED, REQUEST_INVALID for an issue in the future. */
export const recordCertificate: StaffCommand<typeof routes.recordCertificate> = (deps, request) =>
  traceLookup(deps, request.staff, knownNumber, () => record(deps, request));

/** What is traced where a number turns out to be known. */
export const knownNumber = async (error: DomainError) =>
  error.code === "CERTIFICATE_TAKEN" ? ({ found: { event: "certificateKnown", about: undefined }, error } as const) : undefined;

const record: StaffCommand<typeof routes.recordCertificate> = (deps, request) =>
  changeRecord(
    deps,
    records.client,
    { request, action: "recordCertificate", id: request.params.id },
    (client, { now, today, office }) => {
      const { staff, body } = request;
      const { issuedOn, expiresOn = expiryOf(body) } = body;
      if (issuedOn > today) return invalid("date.future", "issuedOn");
      if (expiresOn <= issuedOn) return invalid("date.order", "expiresOn");
      const id = deps.newId("certificate");
      const certificate = {
        ...body,
        id,
        clientId: client.id,
        officeId: client.officeId,
        expiresOn,
        recordedBy: staff.id,
        recordedAt: now,
        version: 1,
      };
      const warnings = [
        ...(body.kind === "TRAINING" ? ["certificate.training"] : []),
        ...(mentionsCorrections(body.scheme) ? ["scheme.corrections"] : []),
      ];
      return changed({
        state: client,
        event: "recordCertificate",
        response: warnings.length > 0 ? { id, warnings } : { id },
        writes: [
          ...partWrites(certificateAtRest, undefined, certificate),
          ...certificateOrders(deps, undefined, certificate, today, office),
        ],
      });
    },
  );

/** What is ordered where the last day of a certificate is new: that the client's officer is told before it. */
export const certificateOrders = (
  deps: Deps,
  before: Certificate | undefined,
  { id, expiresOn }: Certificate,
  today: LocalDate,
  office: Office,
): readonly Write[] =>
  before?.expiresOn === expiresOn
    ? []
    : runOutOrder({ kind: "CERTIFICATE", id, lastDay: expiresOn }, today, office, () => deps.newId("outbox"));

const invalid = (code: string, path: string) => refused(refusal("REQUEST_INVALID", [{ code, path }]));
