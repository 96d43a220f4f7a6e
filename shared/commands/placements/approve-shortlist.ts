/** The officer's shortlist, or none of the proposals. */
import type * as z from "zod";
import type { approvalInput } from "../../api/placements.ts";
import type { routes } from "../../api/routes.ts";
import { reportingOf } from "../../domain/clients/reporting.ts";
import { type ErrorDetail, refusal } from "../../domain/errors.ts";
import { toMatchingClient, toMatchingTerms, toMatchingVacancy } from "../../domain/matching/from-records.ts";
import { certificateRules, type RuleCode } from "../../domain/matching/rules.ts";
import { stillFits } from "../../domain/matching/touched-rules.ts";
import { approveShortlist as decideApproval, rejectProposals } from "../../domain/placements/approval.ts";
import type { Placement } from "../../domain/placements/placement.ts";
import type { ShortlistEntry } from "../../domain/placements/shortlist.ts";
import { type Decision, refused } from "../../domain/process/decision.ts";
import type { Vacancy } from "../../domain/vacancies/vacancy.ts";
import { likelyMeant, minimumWageIn } from "../../domain/vacancies/wage.ts";
import { approvedOrder } from "../../store/rankings.ts";
import type { Deps } from "../deps.ts";
import { employersThatEndedWork } from "../matching/ended-work.ts";
import { gateFailures } from "../matching/gate-facts.ts";
import { todayIn } from "../office-times.ts";
import { changePlacement, type Loaded } from "../process/change-process.ts";
import { receiptAt, type StaffCommand } from "../request.ts";
import { optionsOf } from "./change-placement.ts";

type Approving = Extract<z.infer<typeof approvalInput>, { decision: "APPROVE" }>;

/**
 * The officer's ordered shortlist, or none of the proposals.
 * Errors: SHORTLIST_INVALID, REASON_REQUIRED, REQUEST_INVALID for a wage that looks like a slip, GATE_FAILED, SEAT_TAKEN, DEADLINE_PASSED.
 */
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
    (loaded) => approve(deps, loaded, body),
  );
};

async function approve(deps: Deps, loaded: Loaded<Placement>, body: Approving): Promise<Decision<Placement>> {
  const { state, context, client, vacancies, office } = loaded;
  const { order, reason } = body;
  const proposals = (await deps.store.rankings.ranking(state.id, state.shortlistNo))?.proposals ?? [];
  const words = wordsOf(body, loaded);
  const chosen = order.map((vacancyId) => ({
    vacancyId,
    // As the vacancy names it now: its record may have become another one since the ranking.
    employerId: proposals.some((proposal) => proposal.vacancyId === vacancyId)
      ? (vacancies.get(vacancyId)?.employerId ?? "")
      : "",
    ...words.get(vacancyId),
  }));
  const ended = await employersThatEndedWork(deps, state);
  const unticked = proposals.flatMap(({ vacancyId, employerId }) => (ended.has(employerId) ? [vacancyId] : []));
  const isAsked = chosen.every((entry) => entry.employerId !== "") && state.status === "AWAITING_APPROVAL";
  const picked = [...vacancies.values()].filter((vacancy) => order.includes(vacancy.id));
  const odd = isAsked ? oddWords(body, loaded) : [];
  if (odd.length > 0) return refused(refusal("REQUEST_INVALID", odd));
  const failures = isAsked
    ? [...(await gateFailures(deps, client, office, picked, { words })), ...(await changedSince(deps, loaded, picked))]
    : [];
  return decideApproval(
    state,
    { order: chosen, reason, unticked: new Set(unticked) },
    proposals.map((proposal) => proposal.vacancyId),
    failures,
    { ownPhone: client.phone !== undefined, reporting: reportingOf(client) },
    context,
  );
}

/**
 * What was proposed and no longer fits: client, certificate or vacancy were mended since the ranking. Whose seats, agreement, wage or
 * report days are wrong is told by the gates.
 */
async function changedSince(
  deps: Deps,
  { state, client, office, context }: Loaded<Placement>,
  picked: readonly Vacancy[],
): Promise<readonly ErrorDetail[]> {
  const certificates = await deps.store.certificates.ofClient(client.id);
  const matched = toMatchingClient(client, certificates, { current: state });
  const terms = toMatchingTerms(office, [], todayIn(office, context.now));
  return picked
    .filter((vacancy) => !stillFits(matched, toMatchingVacancy(vacancy, undefined, terms.today), terms, mendable))
    .map(({ id }) => ({ code: "NO_LONGER_FITS", value: id }));
}

const mendable = ["REGION", "EDUCATION", "EXPERIENCE", ...certificateRules] as const satisfies readonly RuleCode[];

type Words = Pick<ShortlistEntry, "agreedWage" | "occupationChecked">;

/** What the officer puts right with the approval, by vacancy. */
function wordsOf({ agreedWages = [], occupationChecked = [] }: Approving, { client, context }: Loaded<Placement>) {
  const words = new Map<string, Words>();
  for (const { vacancyId, amount, basis, saidBy, receipt } of agreedWages)
    words.set(vacancyId, { agreedWage: { amount, basis, saidBy, receipt: receiptAt(receipt, context.now) } });
  for (const vacancyId of occupationChecked)
    words.set(vacancyId, { ...words.get(vacancyId), occupationChecked: [...client.barredOccupations] });
  return words;
}

/** Words about a vacancy that is not chosen, or twice about one; and a wage that is wrong by a hundred, unless it was asked about. */
function oddWords(
  { order, agreedWages = [], occupationChecked = [] }: Approving,
  { vacancies, office, context }: Loaded<Placement>,
): readonly ErrorDetail[] {
  const today = todayIn(office, context.now);
  const named = agreedWages.map(({ vacancyId }) => vacancyId);
  return [
    ...[...named, ...occupationChecked].flatMap((value) => (order.includes(value) ? [] : [{ code: "NOT_CHOSEN", value }])),
    ...named.flatMap((value, at) => (named.indexOf(value) < at ? [{ code: "NAMED_TWICE", value }] : [])),
    ...agreedWages.flatMap(({ vacancyId, amountConfirmed, ...wage }, at) => {
      const vacancy = vacancies.get(vacancyId);
      if (!vacancy || amountConfirmed) return [];
      const meant = likelyMeant(wage, vacancy.workDays, minimumWageIn(vacancy.regencyCode, today));
      return meant === undefined ? [] : [{ code: "wage.slip", path: `agreedWages.${at}.amount`, value: String(meant) }];
    }),
  ];
}
