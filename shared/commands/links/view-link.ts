/** What the holder of a link may see: the least that the answer needs. */
import type { routes } from "../../api/routes.ts";
import { holdsOwnValues } from "../../domain/clients/own-values.ts";
import { refusal } from "../../domain/errors.ts";
import { pseudonymOf } from "../../domain/identifiers/ids.ts";
import { competencesForEmployers, reasonsForEmployers } from "../../domain/matching/employer-view.ts";
import type { Placement } from "../../domain/placements/placement.ts";
import { findSkill } from "../../domain/reference/skills.ts";
import type { Deps } from "../deps.ts";
import { askerOf, inChargeNow } from "../offices/in-charge.ts";
import type { OpenCommand } from "../request.ts";
import { findLink, isOpen, lostItsSeat, mayMoveByLink, type OpenLink } from "./find-link.ts";

/** Under which name employers are asked. The office's own name would say too much. */
const sender = "Titian Kerja";

/** Changes nothing; a wrong secret is counted. Errors: LINK_INVALID, the same for an unknown link and a wrong secret. */
export const viewLink: OpenCommand<typeof routes.viewLink> = async (deps, { body, from }) => {
  const found = await findLink(deps, body, from);
  const { link, process, wait } = found;
  const now = deps.now();
  const placement = process.kind === "PLACEMENT" ? process : (await deps.store.processes.placement(process.placementId))?.state;
  const [office, vacancy, client, employer] = await Promise.all([
    deps.store.offices.office(process.officeId),
    deps.store.vacancies.vacancy(link.vacancyId),
    deps.store.clients.client(process.clientId),
    deps.store.employers.employer(link.employerId),
  ]);
  if (!office || !vacancy || !client || !employer || !placement) throw refusal("LINK_INVALID");
  const [officer] = await inChargeNow(deps, process, office);
  const mine = wait?.answer?.linkId === link.id && !found.hidden ? wait.answer : undefined;
  const pending = mine && now < mine.effectiveAt ? mine : undefined;
  const open = isOpen(found, now) && link.usedAt === undefined;
  const entry = placement.shortlist.findLast((proposed) => proposed.vacancyId === link.vacancyId);
  // The name is shown while this employer may need it to answer: it dies with the proposal, and once its answer is in effect.
  const named = entry && ["INTERVIEW", "CHOSEN"].includes(entry.state) && (open || pending !== undefined);
  const answered = link.usedAt === undefined || found.hidden ? undefined : await answerOf(deps, found);
  return {
    action: link.action,
    open,
    closedBecause: open || pending ? undefined : closedBecause(found),
    undoUntil: pending?.effectiveAt,
    given: answered,
    zone: office.zone,
    deadline: open ? process.deadline : undefined,
    asker: officer ? `${officer.name} (${sender})` : sender,
    askerNumber: askerOf(officer, office).number,
    employer: employer.legalName,
    vacancy: named || !holdsOwnValues(client.state, vacancy.title) ? vacancy.title : "-",
    candidate: pseudonymOf(placement.id),
    identity: named ? { name: client.state.fullName, phone: client.state.phone } : undefined,
    accompaniedBy: open && entry?.discloseBapas ? office.name : undefined,
    competences: open ? (await competencesOf(deps, placement)).filter((text) => !holdsOwnValues(client.state, text)) : [],
    reasons: open ? await reasonsOf(deps, placement, link.vacancyId, entry?.discloseBapas ?? false) : [],
    interview: named && link.action === "INTERVIEW_RESULT" ? interviewOf(placement) : undefined,
    day: process.kind === "FOLLOW_UP" ? process.day : undefined,
    now,
  };
};

function interviewOf(placement: Placement) {
  if (!placement.interview) return undefined;
  const { agreedAt, place, number, askFor } = placement.interview;
  return { at: agreedAt, place, number, askFor, mayMove: mayMoveByLink(placement) };
}

function closedBecause(found: OpenLink): "LINK_USED" | "SEAT_TAKEN" | "LINK_EXPIRED" {
  if (found.link.usedAt !== undefined) return "LINK_USED";
  return lostItsSeat(found) ? "SEAT_TAKEN" : "LINK_EXPIRED";
}

/** What was answered by this link, as it was chosen: kept with the wait in which it was given. */
async function answerOf(deps: Deps, { link, process, wait }: OpenLink): Promise<Record<string, unknown> | undefined> {
  const kept = wait?.waitNo === link.waitNo ? wait : await deps.store.waits.wait(process.id, link.waitNo);
  return kept?.answer?.linkId === link.id ? kept.answer.choice : undefined;
}

/** Skills, and the schemes and units of certificates in the words of the catalogues; nothing by which a person could be known. */
async function competencesOf(deps: Deps, placement: Placement): Promise<string[]> {
  const client = (await deps.store.clients.client(placement.clientId))?.state;
  const certificates = await deps.store.certificates.ofClient(placement.clientId);
  const skills = (client?.skills ?? []).map((code) => findSkill(code)?.name.id ?? code);
  return [...new Set([...competencesForEmployers(certificates), ...skills])];
}

async function reasonsOf(deps: Deps, placement: Placement, vacancyId: string, discloseBapas: boolean) {
  const ranking = await deps.store.rankings.ranking(placement.id, placement.shortlistNo);
  const reasons = ranking?.proposals.find((proposal) => proposal.vacancyId === vacancyId)?.reasons ?? [];
  return [...reasonsForEmployers(reasons, { discloseBapas })];
}
