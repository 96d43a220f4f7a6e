/** What a command is given of a request: who asks, and what, already parsed. */
import type { Parsed, Route, RouteResponse } from "../api/routes.ts";
import type { Instant } from "../domain/calendar/instant.ts";
import { notFound, refusal } from "../domain/errors.ts";
import { type Action, isAllowed, relationOf } from "../domain/offices/access-policy.ts";
import type { Office } from "../domain/offices/office.ts";
import type { Staff } from "../domain/offices/staff.ts";
import type { Actor } from "../domain/process/actor.ts";
import type { Receipt, ReceiptWay } from "../domain/record/receipt.ts";
import type { Deps } from "./deps.ts";
import type { Idempotency } from "./idempotency.ts";

/** A request by a member of staff. */
export type StaffRequest<R extends Route> = Parsed<R> & { readonly staff: Staff; readonly idempotency: Idempotency | undefined };

/** A request by the holder of a link, or by anybody. */
export type OpenRequest<R extends Route> = Parsed<R> & {
  readonly idempotency: Idempotency | undefined;
  /** The network address that it came from, where that is known. */
  readonly from?: string | undefined;
};

export type StaffCommand<R extends Route> = (deps: Deps, request: StaffRequest<R>) => Promise<RouteResponse<R>>;
export type OpenCommand<R extends Route> = (deps: Deps, request: OpenRequest<R>) => Promise<RouteResponse<R>>;

export const actorOf = (staff: Staff): Actor => ({ kind: "staff", staffId: staff.id, role: staff.role });

/** Lets pass what belongs to the asker's reach; what belongs to another office does not exist. */
export function requireReach(
  staff: Staff,
  action: Action,
  record: { readonly officeId: string; readonly officerId?: string } | undefined,
  what: string,
): void {
  if (!record) throw notFound(what);
  const relation = relationOf(staff, record);
  if (isAllowed(staff.role, action, relation)) return;
  throw relation === "other" ? notFound(what) : refusal("NOT_ALLOWED");
}

/** How somebody's word was taken, as it is sent; without a time it was said just now. */
export type ReceiptInput = {
  readonly how: ReceiptWay;
  readonly at?: Instant | undefined;
  readonly evidence?: string | undefined;
};

/** How somebody's word was taken; a word from the future is refused. */
export function receiptAt(input: ReceiptInput, now: Instant): Receipt {
  const at = input.at ?? now;
  if (at > now) throw refusal("REQUEST_INVALID", [{ code: "receipt.future", path: "receipt.at" }]);
  return { how: input.how, at, evidence: input.evidence };
}

/** The office that a member of staff works for. */
export async function officeOf(deps: Deps, staff: Staff): Promise<Office> {
  const office = await deps.store.offices.office(staff.officeId);
  if (!office) throw notFound("office");
  return office;
}
