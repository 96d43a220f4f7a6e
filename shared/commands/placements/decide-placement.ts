/** What staff do with a placement: each a rule of the domain, one transaction, one answer. */
import type { Route, routes } from "../../api/routes.ts";
import { isValidOn } from "../../domain/certificate.ts";
import { type Decision, refused } from "../../domain/decision.ts";
import { notFound, refusal } from "../../domain/errors.ts";
import { recordNews } from "../../domain/follow-up/follow-up-rules.ts";
import { followUpIdOf } from "../../domain/ids.ts";
import { confirmStart as decideStart, noteNoStart } from "../../domain/placement/confirmation.ts";
import { agreeInterview, answerProposal, recordInterview as decideInterview } from "../../domain/placement/employer.ts";
import { currentEntry, type Placement } from "../../domain/placement/placement.ts";
import {
  answerAsClient,
  approveShortlist as decideApproval,
  goOnWithoutCertificate,
  rejectProposals,
  review,
  widenRegion,
} from "../../domain/placement/preparation.ts";
import { withdraw } from "../../domain/placement/recall.ts";
import type { Write } from "../../store/dynamodb.ts";
import { keys } from "../../store/keys.ts";
import { clientUnchanged } from "../../store/people.ts";
import { changeFollowUp, changePlacement, type Loaded } from "../change-process.ts";
import type { Deps } from "../deps.ts";
import { startWindow, todayIn } from "../office-times.ts";
import { actorOf, type ReceiptInput, receiptAt, requireReach, type StaffCommand, type StaffRequest } from "../request.ts";
import { gateFailures } from "./gate-facts.ts";

/** @param receipt how the word was taken that the request records, where it records one */
const optionsOf = <R extends Route>({ staff, idempotency }: StaffRequest<R>, receipt?: ReceiptInput) => ({
  actor: actorOf(staff),
  officeId: staff.officeId,
  idempotency,
  receipt,
});

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
      alsoWrites: (_loaded, after) => [
        {
          label: "proposals",
          table: "placements",
          kind: "update",
          key: keys.shortlist(after.id, after.shortlistNo),
          update: "SET #order = :order, #reason = :reason",
          names: { "#order": "order", "#reason": "reason" },
          values: { ":order": [...order], ":reason": reason ?? "-" },
        },
      ],
    },
    async ({ state, context, client, vacancies, office }) => {
      const proposals = (await deps.store.processes.proposals(state.id, state.shortlistNo))?.proposals ?? [];
      const chosen = order.map((vacancyId) => ({
        vacancyId,
        employerId: proposals.find((one) => one.vacancyId === vacancyId)?.employerId ?? "",
      }));
      const known = chosen.every((one) => one.employerId !== "");
      const failures =
        known && state.status === "AWAITING_APPROVAL"
          ? await gateFailures(
              deps,
              client,
              office,
              [...vacancies.values()].filter((one) => order.includes(one.id)),
            )
          : [];
      return decideApproval(
        state,
        { order: chosen, reason },
        proposals.map((one) => one.vacancyId),
        failures,
        { ownPhone: client.phone !== undefined, reportDay: client.reportDay },
        context,
      );
    },
  );
};

/** The client's yes or no to each employer, taken in one sitting by the officer. Errors: ANSWER_INCOMPLETE, DEADLINE_PASSED. */
export const answerForClient: StaffCommand<typeof routes.answerForClient> = (deps, request) =>
  changePlacement(deps, request.params.id, optionsOf(request, request.body.receipt), ({ state, context }) =>
    answerAsClient(state, { answers: request.body.answers, given: receiptAt(request.body.receipt, context.now) }, context),
  );

/**
 * Holds a word about an employer to the one that was being asked when the request came: where the next one has been asked
 * meanwhile, or the officer's screen is older than that, it must not count for the wrong one.
 */
function aboutOne<R extends Decision<Placement> | Promise<Decision<Placement>>>(
  named: string | undefined,
  decide: (loaded: Loaded<Placement>) => R,
) {
  let meant = named;
  return (loaded: Loaded<Placement>): R | Decision<Placement> => {
    const asked = currentEntry(loaded.state)?.vacancyId;
    meant ??= asked;
    if (asked !== undefined && asked !== meant)
      return refused(refusal("STATUS_CONFLICT", [{ code: loaded.state.status, value: asked }]));
    return decide(loaded);
  };
}

/** An employer's answer given by phone, WhatsApp or visit. It counts from when it was said, and takes effect at once. */
export const answerForEmployer: StaffCommand<typeof routes.answerForEmployer> = (deps, request) =>
  changePlacement(
    deps,
    request.params.id,
    optionsOf(request, request.body.receipt),
    aboutOne(request.body.vacancyId, ({ state, context }) =>
      answerProposal(state, request.body.answer, receiptAt(request.body.receipt, context.now).at, context),
    ),
  );

/** The agreed time of an interview, or what came of it. */
export const recordInterview: StaffCommand<typeof routes.recordInterview> = (deps, request) => {
  const { body } = request;
  return changePlacement(
    deps,
    request.params.id,
    optionsOf(request, body.kind === "RESULT" ? body.receipt : undefined),
    aboutOne(body.vacancyId, ({ state, context, wait }) => {
      if (body.kind === "AGREED")
        // A new time asks the employer anew: it must not throw away what the employer has just said of the interview.
        return wait?.answer ? refused(refusal("ALREADY_ANSWERED")) : agreeInterview(state, body.at, context);
      return decideInterview(state, { result: body.result }, receiptAt(body.receipt, context.now).at, context);
    }),
  );
};

/** The officer confirms that work has begun, or that it has not. Errors: GATE_FAILED, CONFIRMATION_INVALID, ALREADY_ANSWERED. */
export const confirmStart: StaffCommand<typeof routes.confirmStart> = (deps, request) => {
  const { body } = request;
  const options = optionsOf(request, body.started ? undefined : body.receipt);
  const decide = async ({ state, context, office, client, vacancies }: Loaded<Placement>): Promise<Decision<Placement>> => {
    if (!body.started) return noteNoStart(state, "officer", context);
    const vacancy = vacancies.get(currentEntry(state)?.vacancyId ?? "");
    const failures = vacancy ? await gateFailures(deps, client, office, [vacancy], body.startedOn) : [];
    const { startedOn, evidence, writtenContract, contractType } = body;
    const told = (word: ReceiptInput | undefined) => (word ? receiptAt(word, context.now) : undefined);
    const sides = { client: told(body.client), employer: told(body.employer) };
    return decideStart(
      state,
      { by: "officer", startedOn, evidence, writtenContract, contractType, ...sides },
      startWindow(office, state, context.now),
      failures,
      context,
    );
  };
  return changePlacement(deps, request.params.id, options, aboutOne(body.vacancyId, decide));
};

/** The client withdraws: everything live is recalled, and nothing follows for the client. */
export const withdrawPlacement: StaffCommand<typeof routes.withdrawPlacement> = (deps, request) =>
  changePlacement(deps, request.params.id, optionsOf(request, request.body.receipt), ({ state, context }) =>
    withdraw(state, context),
  );

/** The officer decides a placement that waits for a decision, a certificate or a vacancy. */
export const reviewPlacement: StaffCommand<typeof routes.reviewPlacement> = (deps, request) => {
  const { body } = request;
  const options = { ...optionsOf(request), alsoWrites: uncertifiedStill };
  return changePlacement(deps, request.params.id, options, async ({ state, context, office }) => {
    if (body.decision === "WIDEN") return widenRegion(state, body.to, context);
    if (body.decision === "GO_ON_WITHOUT" && state.status === "AWAITING_CERTIFICATE")
      return goOnWithoutCertificate(state, context);
    return review(state, body, await hasCertificate(deps, state.clientId, todayIn(office, context.now)), context);
  });
};

/** A certificate that is verified meanwhile would find nobody who waits for it: the client must still be as read. */
const uncertifiedStill = ({ client }: Loaded<Placement>, after: Placement): readonly Write[] =>
  after.status === "AWAITING_CERTIFICATE" ? [clientUnchanged(client)] : [];

async function hasCertificate(deps: Deps, clientId: string, today: string): Promise<boolean> {
  return (await deps.store.people.certificates(clientId)).some((one) => isValidOn(one, today));
}

/** What client, employer or a visit told of the work. Errors: FOLLOW_UP_NOT_DUE, ALREADY_ANSWERED. */
export const recordFollowUp: StaffCommand<typeof routes.recordFollowUp> = async (deps, request) => {
  const { body, params } = request;
  const day = ([30, 90, 180] as const).find((one) => String(one) === params.day);
  if (!day) throw notFound("followUp");
  const placed = (await deps.store.processes.placement(params.id))?.state;
  requireReach(request.staff, "recordFollowUp", placed, "placement");
  if (placed?.status !== "PLACED") throw refusal("FOLLOW_UP_NOT_DUE", placed ? [{ code: placed.status }] : []);
  if (!body.stillThere && !body.reason && body.from !== "EMPLOYER")
    throw refusal("REASON_REQUIRED", [{ code: "WORK_ENDED", path: "reason" }]);
  return changeFollowUp(deps, followUpIdOf(params.id), optionsOf(request, body.receipt), ({ state, context }) => {
    const receipt = receiptAt(body.receipt, context.now);
    const { stillThere, paidAsAgreed, safe, from, reason } = body;
    return recordNews(state, { day, from, reason, news: { at: receipt.at, stillThere, paidAsAgreed, safe, receipt } }, context);
  });
};
