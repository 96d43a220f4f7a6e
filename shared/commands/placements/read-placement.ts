/** One placement with its timeline. */
import type { routes } from "../../api/routes.ts";
import { lastDayOf } from "../../domain/calendar/format.ts";
import { endOfWorkingDays } from "../../domain/calendar/working-days.ts";
import { numbersOf } from "../../domain/employers/contact.ts";
import { notFound } from "../../domain/errors.ts";
import { followUpIdOf, pseudonymOf } from "../../domain/identifiers/ids.ts";
import { currentEntry } from "../../domain/placements/placement.ts";
import type { ShortlistEntry } from "../../domain/placements/shortlist.ts";
import { awaitedIn } from "../../domain/processes.ts";
import { callText } from "../../messages/call-text.ts";
import type { Deps } from "../deps.ts";
import { describeProposals } from "../matching/describe-proposals.ts";
import { inWords, processOffers } from "../offers.ts";
import { askedAt } from "../process/asked-at.ts";
import { officeOf, requireReach, type StaffCommand } from "../request.ts";
import { isProvisional } from "./summary.ts";

export const readPlacement: StaffCommand<typeof routes.readPlacement> = async (deps, { staff, params }) => {
  const stored = await deps.store.processes.placement(params.id);
  requireReach(staff, "readPlacements", stored?.state, "placement");
  const state = stored?.state;
  const client = state ? (await deps.store.clients.client(state.clientId))?.state : undefined;
  if (!state || !client) throw notFound("placement");
  const [office, ranking, waits, followUp] = await Promise.all([
    officeOf(deps, staff),
    state.shortlistNo > 0 ? deps.store.rankings.ranking(state.id, state.shortlistNo) : undefined,
    deps.store.waits.ofProcess(state.id),
    state.status === "PLACED" ? deps.store.processes.followUp(followUpIdOf(state.id)) : undefined,
  ]);
  const asked = currentEntry(state)?.employerId ?? followUp?.state.employerId;
  const employer = asked === undefined ? undefined : await deps.store.employers.employer(asked);
  const vacancyId = currentEntry(state)?.vacancyId;
  const contact = employer && askedAt(employer, state, vacancyId);
  const isAsked = state.needsCall !== undefined || state.status === "AWAITING_EMPLOYER";
  const vacancy = isAsked && vacancyId ? await deps.store.vacancies.vacancy(vacancyId) : undefined;
  const text = callText({
    contact: contact?.name ?? "",
    officer: staff.name,
    candidate: pseudonymOf(state.id),
    vacancy: vacancy?.title ?? "-",
    // The employer's whole time begins when it has been told.
    deadline: lastDayOf(
      endOfWorkingDays({ from: deps.now(), days: office.deadlines.employer, zone: office.zone }).deadline,
      office.zone,
    ),
  });
  const open = waits.items.find((wait) => wait.waitNo === state.waitNo && wait.outcome === undefined);
  return {
    ...state,
    waitingFor: [...awaitedIn(state)],
    deadlineProvisional: isProvisional(state, office),
    acts: inWords([
      ...processOffers(deps, staff, state, open),
      ...(followUp ? processOffers(deps, staff, followUp.state, undefined) : []),
    ]),
    clientName: client.fullName,
    clientPhone: client.phone,
    needsCall: state.needsCall && { ...state.needsCall, text },
    readOut: isAsked ? text : undefined,
    contact: contact && { ...contact, numbers: numbersOf(contact) },
    pseudonym: pseudonymOf(state.id),
    shortlist: await named(deps, state.shortlist),
    proposals: await describeProposals(deps, state, { client, office }, ranking?.proposals ?? []),
    refused: ranking?.refused ?? {},
    pending: open?.answer ? { action: open.answer.action, effectiveAt: open.answer.effectiveAt } : undefined,
    confirmedBy: Object.entries(state.confirmedBy).flatMap(([side, said]) => (said ? [side] : [])),
    evidence: state.confirmedBy.officer?.evidence,
    milestones: Object.fromEntries(Object.entries(state.milestones).flatMap(([name, at]) => (at ? [[name, at]] : []))),
    timeline: waits.items.map(({ waitNo, kind, openedAt, deadline, outcome }) => ({ waitNo, kind, openedAt, deadline, outcome })),
    followUp: followUp && {
      ...followUp.state,
      said: followUp.state.asked,
      asked: Object.entries(followUp.state.asked).flatMap(([side, said]) => (said ? [side] : [])),
    },
  };
};

/** The entries of a shortlist with what people call the post and its employer. */
const named = (deps: Deps, shortlist: readonly ShortlistEntry[]) =>
  Promise.all(
    shortlist.map(async (entry) => {
      const vacancy = await deps.store.vacancies.vacancy(entry.vacancyId);
      return { ...entry, title: vacancy?.title, employerName: vacancy?.employerName };
    }),
  );
