/** The proposals of a placement's newest ranking, explained. */
import type { routes } from "../../api/routes.ts";
import { notFound } from "../../domain/errors.ts";
import { ruleCodes } from "../../domain/matching/rules.ts";
import { partnerKnows } from "../../messages/consent-texts.ts";
import { metText, refusalText } from "../../messages/matching.ts";
import { officeOf, requireReach, type StaffCommand } from "../request.ts";
import { describeProposals } from "./describe-proposals.ts";
import { termsOf } from "./matching-facts.ts";
import { reasonsWithTexts } from "./with-texts.ts";

/** Errors: NOT_FOUND. Before the first ranking the response says that nothing was looked at. */
export const readProposals: StaffCommand<typeof routes.readProposals> = async (deps, { staff, params }) => {
  const state = (await deps.store.processes.placement(params.id))?.state;
  requireReach(staff, "readPlacements", state, "placement");
  if (!state) throw notFound("placement");
  const ranking = state.shortlistNo > 0 ? await deps.store.rankings.ranking(state.id, state.shortlistNo) : undefined;
  if (!ranking) return { considered: 0, eligible: 0, proposals: [], refused: [], setAside: [] };
  const passed = ranking.passed.map((code) => ({ code, text: metText(code) }));
  const client = (await deps.store.clients.client(state.clientId))?.state;
  if (!client) throw notFound("client");
  const office = await officeOf(deps, staff);
  const described = await describeProposals(deps, state, { client, office }, ranking.proposals);
  const { partners } = await termsOf(deps, office);
  return {
    rankedAt: ranking.rankedAt,
    weights: ranking.weights,
    considered: ranking.considered,
    eligible: ranking.eligible,
    proposals: described.map((proposal) => ({
      ...proposal,
      reasons: reasonsWithTexts(proposal.reasons),
      passed,
      partnerKnows: partners.has(proposal.employerId) ? partnerKnows : undefined,
    })),
    refused: Object.entries(ranking.refused)
      .toSorted(([one], [other]) => placeOf(one) - placeOf(other))
      .map(([code, count]) => ({ code, count, text: refusalText(code) })),
    setAside: ranking.setAside.map((entry) => ({ ...entry, text: refusalText(entry.code) })),
  };
};

const inOrder: readonly string[] = ruleCodes;
/** What is no rule, such as a missing consent, comes before all rules. */
const placeOf = (code: string): number => inOrder.indexOf(code);
