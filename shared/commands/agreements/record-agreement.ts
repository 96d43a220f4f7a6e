/** Records an agreement of the office, or one that it keeps for others; also one that renews an older one. */
import type { routes } from "../../api/routes.ts";
import type { Agreement } from "../../domain/agreements/agreement.ts";
import type { Instant } from "../../domain/calendar/instant.ts";
import { type DomainError, notFound, refusal } from "../../domain/errors.ts";
import type { Staff } from "../../domain/offices/staff.ts";
import { agreementAtRest } from "../../store/agreements.ts";
import { actorName } from "../../store/audit.ts";
import type { Write } from "../../store/dynamodb.ts";
import { recordWrites } from "../../store/record.ts";
import type { Deps } from "../deps.ts";
import { createRecord } from "../record/change-record.ts";
import { changed, refused } from "../record/decision.ts";
import { records } from "../record/records.ts";
import { actorOf, type StaffCommand } from "../request.ts";
import { calendarOrders } from "./in-force.ts";
import { invalidTerms } from "./invalid-terms.ts";
import { findParties } from "./parties.ts";

/**
 * Errors: NOT_FOUND for an unknown party, or an agreement of another office that it should renew; STATUS_CONFLICT where that was
 * renewed already or is only planned; REQUEST_INVALID for fewer than two parties, dates in the wrong order, a signature without a
 * day, number or term, or in the future.
 */
export const recordAgreement: StaffCommand<typeof routes.recordAgreement> = (deps, request) =>
  createRecord(deps, records.agreement, { request, action: "recordAgreement" }, async (facts) => {
    const { staff, body } = request;
    const { employerId, parties: named } = body;
    const given = named ?? (employerId === undefined ? [] : [staff.officeId, employerId]);
    const found = await findParties(deps, facts.office, given, "parties");
    if (found.kind === "wrong") return refused(found.error);
    const wrong = invalidTerms(body, facts.today);
    if (wrong) return refused(wrong);
    const id = deps.newId("agreement");
    const renewal = await renewed(deps, body.follows, { id, staff, now: facts.now });
    if (renewal.kind === "wrong") return refused(renewal.error);
    const parties = [...found.parties];
    const state: Agreement = { ...body, parties, id, officeId: staff.officeId, version: 1 };
    return changed({
      state,
      event: "recordAgreement",
      response: { id },
      writes: [...calendarOrders(deps, undefined, state, facts), ...renewal.writes],
    });
  });

type Renewing = { readonly id: string; readonly staff: Staff; readonly now: Instant };
type Renewal =
  | { readonly kind: "right"; readonly writes: readonly Write[] }
  | { readonly kind: "wrong"; readonly error: DomainError };

/** The older agreement says by which one it was renewed. */
async function renewed(deps: Deps, follows: string | undefined, { id, staff, now }: Renewing): Promise<Renewal> {
  if (follows === undefined) return { kind: "right", writes: [] };
  const before = await deps.store.agreements.stored(follows);
  if (before?.state.officeId !== staff.officeId) return { kind: "wrong", error: notFound("agreement") };
  const { status, followedBy } = before.state;
  if (followedBy !== undefined)
    return { kind: "wrong", error: refusal("STATUS_CONFLICT", [{ code: "agreement.followed", path: "follows" }]) };
  if (status === "PLANNED") return { kind: "wrong", error: refusal("STATUS_CONFLICT", [{ code: status, path: "follows" }]) };
  const act = { at: now, actor: actorName(actorOf(staff)), event: "renewAgreement", about: id };
  return { kind: "right", writes: recordWrites(agreementAtRest, before, { ...before.state, followedBy: id }, act) };
}
