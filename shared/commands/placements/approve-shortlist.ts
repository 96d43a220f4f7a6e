/** The officer's shortlist, or none of the proposals. */
import type { routes } from "../../api/routes.ts";
import { reportingOf } from "../../domain/clients/reporting.ts";
import { approveShortlist as decideApproval, rejectProposals } from "../../domain/placements/approval.ts";
import { approvedOrder } from "../../store/rankings.ts";
import { employersThatEndedWork } from "../matching/ended-work.ts";
import { changePlacement } from "../process/change-process.ts";
import type { StaffCommand } from "../request.ts";
import { optionsOf } from "./change-placement.ts";
import { gateFailures } from "./gate-facts.ts";

/** The officer's ordered shortlist, or none of the proposals. Errors: SHORTLIST_INVALID, REASON_REQUIRED, GATE_FAILED, SEAT_TAKEN, DEADLINE_PASSED. */
export const approveShortlist: StaffCommand<typeof routes.approveShortlist> = (deps, request) => {
  const { params, body } = request;
  if (body.decision === "APPROVE_NONE")
    return changePlacement(deps, params.id, optionsOf(request), ({ state, context }) => rejectProposals(state, context));
  const { order, reason } = body;
  return changePlacement(
    deps,
    params.id,
    {
      ...optionsOf(request),
      alsoVacancies: () => order,
      alsoWrites: (_loaded, after) => [approvedOrder(after.id, after.shortlistNo, order, reason ?? "-")],
    },
    async ({ state, context, client, vacancies, office }) => {
      const proposals = (await deps.store.rankings.ranking(state.id, state.shortlistNo))?.proposals ?? [];
      const chosen = order.map((vacancyId) => ({
        vacancyId,
        employerId: proposals.find((proposal) => proposal.vacancyId === vacancyId)?.employerId ?? "",
      }));
      const ended = await employersThatEndedWork(deps, state);
      const unticked = proposals.flatMap(({ vacancyId, employerId }) => (ended.has(employerId) ? [vacancyId] : []));
      const known = chosen.every((entry) => entry.employerId !== "");
      const failures =
        known && state.status === "AWAITING_APPROVAL"
          ? await gateFailures(
              deps,
              client,
              office,
              [...vacancies.values()].filter((vacancy) => order.includes(vacancy.id)),
            )
          : [];
      return decideApproval(
        state,
        { order: chosen, reason, unticked: new Set(unticked) },
        proposals.map((proposal) => proposal.vacancyId),
        failures,
        { ownPhone: client.phone !== undefined, reporting: reportingOf(client) },
        context,
      );
    },
  );
};
