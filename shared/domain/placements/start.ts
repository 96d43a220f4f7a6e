/** The start of an attempt: all that stands in the way, at once. */
import type { Client } from "../clients/client.ts";
import type { ConsentAction } from "../clients/consent.ts";
import { refusal } from "../errors.ts";
import { provinceOf } from "../identifiers/region-code.ts";
import type { Block } from "../offices/acts.ts";
import { type Decision, refused } from "../process/decision.ts";
import { begin, beginIn } from "../process/transition.ts";
import type { RuleContext } from "./context.ts";
import type { Placement } from "./placement.ts";
import { placementStatusRows } from "./statuses.ts";
import { transitions } from "./transitions.ts";

export type StartFacts = {
  readonly client: Client;
  readonly officeId: string;
  /** Who starts it, and is in charge of it from then on: a colleague's start is the colleague's. */
  readonly officerId: string;
  /** What the client said last to being matched; undefined: was not asked yet. */
  readonly saidToProfiling: ConsentAction | undefined;
  /** Whether a verified certificate is valid today. */
  readonly hasCertificate: boolean;
  /** The client's age today in whole years. */
  readonly age: number;
};

/** Everything that forbids a start, as codes; empty: it may start. */
export function findStartBlockers(facts: Omit<StartFacts, "officerId">): readonly { readonly code: Block }[] {
  const { client } = facts;
  const blockers: [boolean, Block][] = [
    [client.statusDocument === undefined, "STATUS_DOCUMENT_MISSING"],
    [facts.age < 18, "NOT_ADULT"],
    [client.officeId !== facts.officeId, "OTHER_OFFICE"],
    [facts.saidToProfiling === undefined, "PROFILING_CONSENT_MISSING"],
    [facts.saidToProfiling === "REFUSED", "PROFILING_CONSENT_REFUSED"],
    [facts.saidToProfiling === "WITHDRAWN", "PROFILING_CONSENT_WITHDRAWN"],
    [client.suspended, "SUSPENDED"],
    [client.openPlacement !== undefined, "PLACEMENT_OPEN"],
  ];
  return blockers.filter(([applies]) => applies).map(([, code]) => ({ code }));
}

/** Starts an attempt for a client: at the certificate, or at once at the ranking where one is verified or not wanted. */
export function startPlacement(
  id: string,
  facts: StartFacts,
  { withoutCertificate }: { readonly withoutCertificate: boolean },
  context: RuleContext,
): Decision<Placement> {
  const blockers = findStartBlockers(facts);
  if (blockers.length > 0) return refused(refusal("START_BLOCKED", blockers));
  const { client } = facts;
  const { regencyCode } = client.domicile;
  const status = facts.hasCertificate || withoutCertificate ? "RANKING" : "AWAITING_CERTIFICATE";
  return begin(
    transitions,
    {
      ...beginIn(placementStatusRows, status, context),
      id,
      kind: "PLACEMENT",
      clientId: client.id,
      officeId: client.officeId,
      officerId: facts.officerId,
      attempt: client.attempts + 1,
      route: "MATCH",
      linkWait: 0,
      provinceCode: provinceOf(regencyCode),
      regencyCode,
      willingness: client.willingness,
      withoutCertificate,
      shortlistNo: 0,
      shortlist: [],
      employersAsked: 0,
      confirmedBy: {},
      milestones: { startedAt: context.now, certifiedAt: facts.hasCertificate ? context.now : undefined },
    },
    context,
  );
}
