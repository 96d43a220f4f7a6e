/**
 * The best clients for one vacancy. The rules are those of `rules.ts` and the points those of `points.ts`, on columns; beside each
 * stands its code there. They stand once more in `find-vacancies.ts`: whoever changes one changes all three, and the tests of the
 * engine compare them.
 */
import { willingnessNumber } from "../../reference/reach.ts";
import { barOf } from "./bars.ts";
import type { ClientColumns } from "./client-columns.ts";
import { fileClients, firstAtLeast } from "./client-postings.ts";
import { clientRow, skillMark, trait } from "./client-rows.ts";
import { isPartnerOf } from "./office-terms.ts";
import { pairChecks } from "./pair-checks.ts";
import { provinceCount, provinceOfRegency, rangesWithin, regencyCount } from "./region-numbers.ts";
import type { VacancyIndex } from "./vacancy-index.ts";

export type BestClients = {
  /** Finds the best clients of a vacancy and returns how many, `k` at most. They stand in `clients` and `points`, best first. */
  readonly of: (vacancy: number) => number;
  readonly clients: Int32Array;
  readonly points: Int32Array;
  /** How many clients are eligible for the vacancy asked for last. */
  readonly eligible: () => number;
};

/**
 * Prepares the question for any number of vacancies. Of equal points the client who waits longer is the better, then who
 * was recorded earlier (the lower id).
 * @param k how many are wanted
 */
export function bestClients(index: VacancyIndex, clients: ClientColumns, k = 10): BestClients {
  const { skills, weights, postings, distancePoints, skillPoints, certifiedPoints } = index;
  const { ids, offices, blocks, rows, held } = clients;
  const { provesDemands, isExhausted, isBarred } = pairChecks(index, clients);
  const filed = fileClients(index, clients);
  const wanted = new Uint8Array(Math.max(1, index.numbers.skill.size()));
  const askedIn = new Int32Array(clients.count);
  const best = new Int32Array(k);
  const points = new Int32Array(k);
  const width = index.longestSkills + 1;
  let question = 0;
  let taken = 0;
  let eligible = 0;

  const offer = (client: number, pairPoints: number): void => {
    eligible += 1;
    const since = rows[client * clientRow.width + clientRow.waitingSince] ?? 0;
    const isBefore = (at: number): boolean => {
      const difference = (points[at] ?? 0) - pairPoints;
      if (difference !== 0) return difference < 0;
      const other = best[at] ?? 0;
      const longer = (rows[other * clientRow.width + clientRow.waitingSince] ?? 0) - since;
      // Not by number: clients are numbered by how far they go, which must not decide.
      return longer !== 0 ? longer > 0 : (ids[other] ?? "") > (ids[client] ?? "");
    };
    if (taken === k) {
      if (!isBefore(k - 1)) return;
    } else taken += 1;
    let at = taken - 1;
    while (at > 0 && isBefore(at - 1)) {
      best[at] = best[at - 1] ?? 0;
      points[at] = points[at - 1] ?? 0;
      at -= 1;
    }
    best[at] = client;
    points[at] = pairPoints;
  };

  const consider = (client: number, vacancy: number): void => {
    if (askedIn[client] === question) return;
    askedIn[client] = question;
    const bar = index.bars[vacancy] ?? 0;
    const own = client * clientRow.width;
    const traits = rows[own + clientRow.traits] ?? 0;
    const years = trait.years(traits);
    const asked = barOf.experience(bar);
    if (barOf.education(bar) > trait.education(traits) || asked > years) return; // EDUCATION, EXPERIENCE
    const reportDays = trait.reportDays(traits);
    if (reportDays !== 0 && (reportDays & ~bar) === 0) return; // REPORT_DAY
    const employer = index.employer[vacancy] ?? 0;
    const whereabouts = rows[own + clientRow.whereabouts] ?? 0;
    const office = whereabouts >>> 16;
    const isPartner = isPartnerOf(offices, office, employer);
    if (!isPartner && offices.agreementRequired[office] === 1) return; // AGREEMENT_MISSING
    if (barOf.look(bar) && !provesDemands(client, vacancy)) return; // CERTIFICATE, LEVEL, UNITS
    if (isExhausted(client, vacancy) || isBarred(client, vacancy)) return; // EMPLOYER_EXHAUSTED, OCCUPATION_BARRED
    let any = 0;
    let has = 0;
    let certified = 0;
    const skillsTo = rows[own + clientRow.schemes] ?? 0;
    for (let at = rows[own + clientRow.skills] ?? 0; at < skillsTo; at += 1) {
      const mark = held[at] ?? 0;
      if (wanted[mark >>> skillMark.skillShift] !== 1) continue;
      any |= mark & skillMark.bits;
      has += mark & 1;
      certified += (mark >>> 3) & 1;
    }
    const demanded = (skills.start[vacancy + 1] ?? 0) - (skills.start[vacancy] ?? 0);
    if (any === 0 && demanded > 0) return; // NOTHING_IN_COMMON
    const row = demanded * width;
    const where = index.regency[vacancy] ?? 0;
    const home = whereabouts & 0xffff;
    const between = (provinceOfRegency[home] ?? 0) * provinceCount + (provinceOfRegency[where] ?? 0);
    offer(
      client,
      (index.fixedPoints[vacancy] ?? 0) + // WAGE, and CERTIFICATE where one is demanded
        (skillPoints[row + has] ?? 0) + // SKILLS
        (barOf.provesAnything(bar) ? 0 : (certifiedPoints[row + certified] ?? 0)) + // CERTIFICATE
        ((any & skillMark.interest) === 0 ? 0 : weights.interest) + // INTEREST
        ((any & skillMark.aptitude) === 0 ? 0 : weights.aptitude) + // APTITUDE
        (where === home ? weights.distance.ownRegency : (distancePoints[between] ?? 0)) + // DISTANCE
        weights.experience.perYear * Math.min(weights.experience.mostYears, years - asked) + // EXPERIENCE
        (isPartner ? weights.agreement : 0), // AGREEMENT
    );
  };

  const of = (vacancy: number): number => {
    question += 1;
    taken = 0;
    eligible = 0;
    const skillsFrom = skills.start[vacancy] ?? 0;
    const skillsTo = skills.start[vacancy + 1] ?? 0;
    for (let at = skillsFrom; at < skillsTo; at += 1) wanted[skills.values[at] ?? 0] = 1;
    const where = index.regency[vacancy] ?? 0;
    const { start, values } = postings.keysOf;
    for (let keyAt = start[vacancy] ?? 0; keyAt < (start[vacancy + 1] ?? 0); keyAt += 1) {
      const key = values[keyAt] ?? 0;
      const first = filed.start[key] ?? 0;
      const last = filed.start[key + 1] ?? 0;
      for (const willingness of everyWillingness) {
        // Neighbourhood goes both ways: who would come here lives where somebody of this place would go.
        const ranges = rangesWithin(where, willingness);
        for (let range = 0; range < ranges.length; range += 2) {
          const from = blocks[willingness * regencyCount + (ranges[range] ?? 0)] ?? 0;
          const to = blocks[willingness * regencyCount + (ranges[range + 1] ?? 0) + 1] ?? 0;
          if (from === to) continue;
          for (let at = firstAtLeast(filed.list, first, last, from); at < last; at += 1) {
            const client = filed.list[at] ?? 0;
            if (client >= to) break;
            consider(client, vacancy);
          }
        }
      }
    }
    for (let at = skillsFrom; at < skillsTo; at += 1) wanted[skills.values[at] ?? 0] = 0;
    return taken;
  };
  return { of, clients: best, points, eligible: () => eligible };
}

const everyWillingness = Object.values(willingnessNumber);
