/** Rules and points of a pair of prepared records, the cheapest test first, and the ten best by insertion. */
import { shareOf } from "../../shared/domain/matching/points.ts";
import { defaultWeights as weights } from "../../shared/domain/matching/weights.ts";
import { type Found, wanted as most } from "./definitions.ts";
import {
  aptForIt,
  certifiedIt,
  hasIt,
  interestedInIt,
  type ListedVacancy,
  type PreparedCertificate,
  type PreparedClient,
  type PreparedVacancy,
} from "./prepared.ts";

/**
 * Puts a vacancy among the ten best of a client where it belongs there. Vacancies are to be offered in their order.
 * @param bits what each skill is to the client
 */
export function offerVacancy(best: Found[], client: PreparedClient, vacancy: PreparedVacancy, bits: Uint8Array): void {
  if (!isWithinReach(client, vacancy) || !passesPlainRules(client, vacancy) || !provesDemand(client, vacancy)) return;
  let all = 0;
  let has = 0;
  let certified = 0;
  for (const skill of vacancy.skills) {
    const mark = bits[skill] ?? 0;
    all |= mark;
    if (mark & hasIt) has++;
    if (mark & certifiedIt) certified++;
  }
  if (all === 0 && vacancy.skills.length > 0) return;
  if (!passesLateRules(client, vacancy)) return;
  insert(best, vacancy.id, pointsOfPair(client, vacancy, all, has, certified));
}

/**
 * The same with the rules in the order in which they are published (`ruleCodes`). Vacancies are to be offered in their order.
 * @param today milliseconds since 1970
 */
export function offerByPublishedOrder(
  best: Found[],
  client: PreparedClient,
  vacancy: ListedVacancy,
  bits: Uint8Array,
  today: number,
): void {
  if (vacancy.seatsFree < 1 || vacancy.validUntil < today || vacancy.employerOptOut) return;
  if (vacancy.monthlyWage < vacancy.wageFloor) return;
  if (client.exhausted.includes(vacancy.employerId)) return;
  if (client.terms.agreementRequired && !client.terms.partners.has(vacancy.employerId)) return;
  if (!isWithinReach(client, vacancy) || client.education < vacancy.minEducation || !provesDemand(client, vacancy)) return;
  let all = 0;
  let has = 0;
  let certified = 0;
  for (const skill of vacancy.skills) {
    const mark = bits[skill] ?? 0;
    all |= mark;
    if (mark & hasIt) has++;
    if (mark & certifiedIt) certified++;
  }
  if (all === 0 && vacancy.skills.length > 0) return;
  if (client.experience < vacancy.minExperience || (client.reportDay & vacancy.busyDays) !== 0) return;
  if (vacancy.kbji !== "" && client.barred.some((code) => vacancy.kbji.startsWith(code))) return;
  insert(best, vacancy.id, pointsOfPair(client, vacancy, all, has, certified));
}

/**
 * Puts a client among the ten best of a vacancy. Clients are to be offered in their order.
 * @param wanted 1 for each skill that the vacancy names
 */
export function offerClient(best: Found[], client: PreparedClient, vacancy: PreparedVacancy, wanted: Uint8Array): void {
  if (!isWithinReach(client, vacancy) || !passesPlainRules(client, vacancy) || !provesDemand(client, vacancy)) return;
  let all = 0;
  let has = 0;
  let certified = 0;
  for (let at = 0; at < client.skills.length; at++) {
    if (wanted[client.skills[at] ?? 0] !== 1) continue;
    const mark = client.skillBits[at] ?? 0;
    all |= mark;
    if (mark & hasIt) has++;
    if (mark & certifiedIt) certified++;
  }
  if (all === 0 && vacancy.skills.length > 0) return;
  if (!passesLateRules(client, vacancy)) return;
  insert(best, client.id, pointsOfPair(client, vacancy, all, has, certified));
}

/** Whether a client would go to where a vacancy is. */
export function isWithinReach(client: PreparedClient, vacancy: PreparedVacancy): boolean {
  if (client.reach === 3 || client.regency === vacancy.regency) return true;
  if (client.reach === 0) return false;
  if (client.province === vacancy.province) return true;
  return client.reach === 2 && client.neighbours.includes(vacancy.province);
}

const passesPlainRules = (client: PreparedClient, vacancy: PreparedVacancy): boolean =>
  client.education >= vacancy.minEducation &&
  client.experience >= vacancy.minExperience &&
  (client.reportDay & vacancy.busyDays) === 0;

function provesDemand(client: PreparedClient, vacancy: PreparedVacancy): boolean {
  if (vacancy.certificateRequired && !client.certificates.some((certificate) => fits(certificate, vacancy))) return false;
  return vacancy.units.length === 0 || vacancy.units.every((unit) => client.units.includes(unit));
}

const fits = (certificate: PreparedCertificate, vacancy: PreparedVacancy): boolean =>
  certificate.level >= vacancy.minLevel &&
  (vacancy.schemes.length > 0
    ? vacancy.schemes.includes(certificate.scheme)
    : certificate.skills.some((skill) => vacancy.skills.includes(skill)));

/** Rules that compare words, or that hardly anybody fails. */
function passesLateRules(client: PreparedClient, vacancy: PreparedVacancy): boolean {
  if (client.barred.length > 0 && vacancy.kbji !== "" && client.barred.some((code) => vacancy.kbji.startsWith(code)))
    return false;
  if (client.exhausted.length > 0 && client.exhausted.includes(vacancy.employerId)) return false;
  return !client.terms.agreementRequired || client.terms.partners.has(vacancy.employerId);
}

function pointsOfPair(client: PreparedClient, vacancy: PreparedVacancy, all: number, has: number, certified: number): number {
  const demandsCertificate = vacancy.certificateRequired || vacancy.units.length > 0;
  const years = Math.min(weights.experience.mostYears, client.experience - vacancy.minExperience);
  return (
    (demandsCertificate ? weights.certificate : shareOf(weights.certificate, certified, vacancy.skills.length)) +
    shareOf(weights.skills, has, vacancy.skills.length) +
    (all & interestedInIt ? weights.interest : 0) +
    (all & aptForIt ? weights.aptitude : 0) +
    distancePoints(client, vacancy) +
    Math.max(0, weights.experience.perYear * years) +
    vacancy.wagePoints +
    (client.terms.partners.has(vacancy.employerId) ? weights.agreement : 0)
  );
}

function distancePoints(client: PreparedClient, vacancy: PreparedVacancy): number {
  if (client.regency === vacancy.regency) return weights.distance.ownRegency;
  if (client.province === vacancy.province) return weights.distance.ownProvince;
  return client.neighbours.includes(vacancy.province) ? weights.distance.neighbouringProvince : 0;
}

/** Keeps the ten best, the most points first; of equal points the one that came first. */
function insert(best: Found[], id: string, points: number): void {
  const last = best[most - 1];
  if (last && points <= last.points) return;
  let at = Math.min(best.length, most - 1);
  for (; at > 0; at--) {
    const before = best[at - 1];
    if (!before || before.points >= points) break;
    best[at] = before;
  }
  best[at] = { id, points };
}
