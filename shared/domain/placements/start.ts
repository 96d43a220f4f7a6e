/** The start of an attempt: all that stands in the way, at once. */
import type { Client } from "../clients/client.ts";
import { type ErrorDetail, refusal } from "../errors.ts";
import { type Decision, decided, refused } from "../process/decision.ts";
import { deadlineOf } from "./limits.ts";
import type { RuleContext } from "./moves.ts";
import type { Placement } from "./placement.ts";

export type StartFacts = {
  readonly client: Client;
  readonly officeId: string;
  /** Whether the client agrees to profiling today. */
  readonly consentsToProfiling: boolean;
  /** Whether a verified certificate is valid today. */
  readonly hasCertificate: boolean;
  /** The client's age today in whole years. */
  readonly age: number;
};

/** Everything that forbids a start, as codes; empty: it may start. */
export function findStartBlockers(facts: StartFacts): readonly ErrorDetail[] {
  const { client } = facts;
  const blockers: [boolean, string][] = [
    [client.statusDocument === undefined, "STATUS_DOCUMENT_MISSING"],
    [facts.age < 18, "NOT_ADULT"],
    [client.officeId !== facts.officeId, "OTHER_OFFICE"],
    [!facts.consentsToProfiling, "PROFILING_CONSENT_MISSING"],
    [client.suspended, "SUSPENDED"],
    [client.openPlacement !== undefined, "PLACEMENT_OPEN"],
  ];
  return blockers.filter(([applies]) => applies).map(([, code]) => ({ code }));
}

/** Starts an attempt for a client: at the certificate, or at once at the ranking where one is verified or not wanted. */
export function startPlacement(
  id: string,
  facts: StartFacts,
  wish: { withoutCertificate: boolean },
  context: RuleContext,
): Decision<Placement> {
  const blockers = findStartBlockers(facts);
  if (blockers.length > 0) return refused(refusal("START_BLOCKED", blockers));
  const ready = facts.hasCertificate || wish.withoutCertificate;
  const state: Placement = {
    id,
    clientId: facts.client.id,
    officeId: facts.client.officeId,
    officerId: facts.client.officerId,
    attempt: facts.client.attempts + 1,
    route: "MATCH",
    status: ready ? "RANKING" : "AWAITING_CERTIFICATE",
    stage: 1,
    version: 1,
    waitNo: ready ? 0 : 1,
    waitOpen: !ready,
    deadline: ready ? undefined : context.deadlineAfter(context.settings[deadlineOf.AWAITING_CERTIFICATE]),
    run: 1,
    linkWait: 0,
    provinceCode: facts.client.domicile.regencyCode.slice(0, 2),
    regencyCode: facts.client.domicile.regencyCode,
    willingness: facts.client.willingness,
    withoutCertificate: wish.withoutCertificate,
    shortlistNo: 0,
    shortlist: [],
    employersAsked: 0,
    confirmedBy: {},
    milestones: { startedAt: context.now, certifiedAt: facts.hasCertificate ? context.now : undefined },
  };
  return decided(state, [], "start");
}
