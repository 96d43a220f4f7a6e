/**
 * What came of a batch, for up to twelve at once: who completed it, and a certificate for each number, with the scheme, units and
 * skills of the batch, which nobody types again. All of it is one transaction. A certificate waits for its second person, like any.
 */
import type { routes } from "../../api/routes.ts";
import type { LocalDate } from "../../domain/calendar/local-date.ts";
import { type Certificate, numberFits } from "../../domain/certificates/certificate.ts";
import { type DomainError, type ErrorDetail, refusal } from "../../domain/errors.ts";
import type { Batch } from "../../domain/training/batch.ts";
import { notIn } from "../../domain/training/participants.ts";
import { actorName } from "../../store/audit.ts";
import { certificateAtRest, isNumberTaken } from "../../store/certificates.ts";
import { clientAtRest } from "../../store/clients.ts";
import type { Write } from "../../store/dynamodb.ts";
import { partWrites, recordWrites } from "../../store/record.ts";
import { certificateOrders, expiryOf } from "../certificates/record-certificate.ts";
import type { Deps } from "../deps.ts";
import { changeRecord, type RecordFacts } from "../record/change-record.ts";
import { changed, refused } from "../record/decision.ts";
import { actorOf, type StaffCommand, type StaffRequest } from "../request.ts";
import { batchKind } from "./batch-kind.ts";

type Request = StaffRequest<typeof routes.recordResults>;
type Row = Request["body"]["results"][number];

/**
 * Errors: STATUS_CONFLICT once it is over or before it begins; REQUEST_INVALID with the place of each row that is no participant,
 * has a number without having completed it, or a number that is none of its kind or is taken; CERTIFICATE_TAKEN where somebody
 * records the same number at the same moment.
 */
export const recordResults: StaffCommand<typeof routes.recordResults> = (deps, request) => {
  const { params, body } = request;
  const { id } = params;
  const { results } = body;
  return changeRecord(deps, kindHere, { request, action: "runTraining", id }, async (batch, facts) => {
    if (batch.status !== "OPEN") return refused(refusal("STATUS_CONFLICT", [{ code: "training.over" }]));
    if (facts.today < batch.startsOn) return refused(refusal("STATUS_CONFLICT", [{ code: "training.not-begun" }]));
    const fault = (await rowFaults(deps, batch, body)) ?? dayFault(body.certificate, facts.today);
    if (fault) return refused(fault);
    const certified = results.filter(({ number }) => number !== undefined);
    const made = new Map(certified.map((row) => [row.clientId, certificateOf(deps, request, batch, row, facts)]));
    const rows = new Map(results.map((row) => [row.clientId, row]));
    const participants = batch.participants.map((one) => {
      const row = rows.get(one.clientId);
      if (!row) return one;
      const state = row.completed ? ("COMPLETED" as const) : ("NOT_COMPLETED" as const);
      return { ...one, state, since: facts.now, certificateId: made.get(one.clientId)?.id };
    });
    return changed({
      state: { ...batch, participants },
      event: "recordResults",
      response: { id, version: batch.version + 1 },
      writes: (
        await Promise.all([...made.values()].map((certificate) => certificateWrites(deps, request, certificate, facts)))
      ).flat(),
    });
  });
};

const kindHere = { ...batchKind, finalRefusals: { certificateNumber: () => refusal("CERTIFICATE_TAKEN") } };

async function rowFaults(deps: Deps, batch: Batch, { certificate, results }: Request["body"]): Promise<DomainError | undefined> {
  const faults: ErrorDetail[] = [
    ...notIn(
      batch,
      results.map(({ clientId }) => clientId),
      ["ENROLLED"],
      "results",
    ),
  ];
  const at = (row: Row): string => `results.${results.indexOf(row)}.number`;
  for (const row of results) {
    const { number, completed, clientId } = row;
    if (results.some((other) => other !== row && other.clientId === clientId))
      faults.push({ code: "training.twice", path: at(row) });
    if (number === undefined) continue;
    if (!completed) faults.push({ code: "training.not-completed", path: at(row) });
    else if (!certificate) faults.push({ code: "invalid_type", path: "certificate", missing: true });
    else if (!numberFits({ kind: certificate.kind, number })) faults.push({ code: "certificate-number.format", path: at(row) });
    else if (results.some((other) => other !== row && other.number === number))
      faults.push({ code: "training.number-twice", path: at(row) });
    else if (await isNumberTaken(deps.store.database, { clientId, number }))
      faults.push({ code: "training.number-taken", path: at(row) });
  }
  return faults.length > 0 ? refusal("REQUEST_INVALID", faults) : undefined;
}

function dayFault(given: Request["body"]["certificate"], today: LocalDate): DomainError | undefined {
  if (given && given.issuedOn > today) return refusal("REQUEST_INVALID", [{ code: "date.future", path: "certificate.issuedOn" }]);
  if (given?.expiresOn !== undefined && given.expiresOn <= given.issuedOn)
    return refusal("REQUEST_INVALID", [{ code: "date.order", path: "certificate.expiresOn" }]);
  return undefined;
}

function certificateOf(
  deps: Deps,
  { body, staff }: Request,
  { scheme, title, units, skills, officeId }: Batch,
  { clientId, number = "", result }: Row,
  { now, today }: RecordFacts,
): Certificate {
  const { kind, lspLicence, issuedOn = today, expiresOn } = body.certificate ?? { kind: "TRAINING" };
  return {
    id: deps.newId("certificate"),
    clientId,
    officeId,
    kind,
    number,
    lspLicence,
    scheme: kind === "COMPETENCE" ? (scheme ?? title) : title,
    units: [...units],
    skills: [...skills],
    result,
    issuedOn,
    expiresOn: expiresOn ?? expiryOf({ issuedOn }),
    recordedBy: staff.id,
    recordedAt: now,
    version: 1,
  };
}

/** The certificate as a part of its client, in whose audit it is told. Nothing where the client has gone over to another office. */
async function certificateWrites(
  deps: Deps,
  { staff }: Request,
  certificate: Certificate,
  { now, today, office }: RecordFacts,
): Promise<readonly Write[]> {
  const stored = await deps.store.clients.client(certificate.clientId);
  if (stored?.state.officeId !== staff.officeId)
    throw refusal("REQUEST_INVALID", [{ code: "training.no-participant", path: "results" }]);
  const act = { at: now, actor: actorName(actorOf(staff)), event: "recordCertificate" };
  return [
    ...partWrites(certificateAtRest, undefined, certificate),
    ...recordWrites(clientAtRest, stored, stored.state, act),
    ...certificateOrders(deps, undefined, certificate, today, office),
  ];
}
