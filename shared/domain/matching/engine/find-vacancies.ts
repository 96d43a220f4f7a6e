/**
 * Finds the vacancies a client may take. The rules are those of `rules.ts` and the points those of `points.ts`, on columns; beside
 * each stands its code there. They stand once more in `best-clients.ts`: whoever changes one changes all three, and the tests of
 * the engine compare them.
 */
import { willingnessNumber } from "../../reference/reach.ts";
import { lookBit, provingBits, severalKeysBit } from "./bars.ts";
import type { ClientColumns } from "./client-columns.ts";
import { clientKeys } from "./client-keys.ts";
import { clientRow, skillMark, trait } from "./client-rows.ts";
import { isPartnerOf } from "./office-terms.ts";
import { pairChecks } from "./pair-checks.ts";
import { mostRanges, provinceCount, provinceOfRegency, rangesWithin, regencyCount } from "./region-numbers.ts";
import type { VacancyIndex } from "./vacancy-index.ts";
import { row, skillsInRow } from "./vacancy-rows.ts";

/** What was found for the client asked for last. */
export type VacancyFinder = {
  /**
   * Finds the vacancies that a client is eligible for and returns how many. Each is a number in `found`, in no order: the
   * smaller the better. `(mostPoints - points) << vacancyBits | vacancy`.
   */
  readonly find: (client: number) => number;
  readonly found: Uint32Array;
};

/**
 * The four marks of a skill as four counts of 8 bits, so that the skills of a vacancy are counted by adding them: how many the
 * client has, how many are certified, how many are of interest, for how many there is an aptitude. A vacancy names 60 at most.
 */
const countsOfMark = Int32Array.from(
  { length: 16 },
  (_, mark) =>
    (mark & skillMark.has ? 1 : 0) |
    (mark & skillMark.certified ? 1 << 8 : 0) |
    (mark & skillMark.interest ? 1 << 16 : 0) |
    (mark & skillMark.aptitude ? 1 << 24 : 0),
);

/** Prepares a finder; it keeps its working memory from one client to the next. */
export function vacancyFinder(index: VacancyIndex, clients: ClientColumns): VacancyFinder {
  const { postings, skills } = index;
  const { byKey, byRegency } = postings;
  const { offices } = clients;
  const { partner, agreementRequired, words } = offices;
  const { provesDemands, isExhausted, isBarred } = pairChecks(index, clients);
  const { experience: experienceWeight, interest, aptitude, agreement, distance } = index.weights;
  const { skillPoints, certifiedPoints, distancePoints, vacancyBits } = index;
  const { rows: clientRows, held: holdings } = clients;
  const width = index.longestSkills + 1;
  const most = index.mostPoints;
  const ownRegency = distance.ownRegency;
  const perYear = experienceWeight.perYear;
  const mostYears = experienceWeight.mostYears;
  /** What each skill is to the client asked for, as counts that can be summed; 0 again when the question is answered. */
  const marks = new Int32Array(index.numbers.skill.size() + 1);
  /** The question in which a vacancy was looked at last. */
  const askedIn = new Int32Array(index.count);
  /** Places in the postings that passed the bars; a vacancy under several keys may be among them more than once. */
  const candidates = new Int32Array(byKey.list.length + 1);
  // One more than there can be: the place after the last is written to before it is known whether it counts.
  const found = new Uint32Array(index.count + 1);
  const { home } = clients;
  const reached = new Int32Array(2 * mostRanges * (index.keys.count + 1));
  const held = clientKeys(index, clients);
  const keys = held.keys;
  let question = 0;

  const find = (client: number): number => {
    question += 1;
    const own = client * clientRow.width;
    const traits = clientRows[own + clientRow.traits] ?? 0;
    const whereabouts = clientRows[own + clientRow.whereabouts] ?? 0;
    const skillsFrom = clientRows[own + clientRow.skills] ?? 0;
    const skillsTo = clientRows[own + clientRow.schemes] ?? 0;
    for (let at = skillsFrom; at < skillsTo; at += 1) {
      const mark = holdings[at] ?? 0;
      marks[mark >>> skillMark.skillShift] = countsOfMark[mark & 15] ?? 0;
    }
    const education = trait.education(traits);
    const years = trait.years(traits);
    const reportDays = trait.reportDays(traits);
    const reportsNever = reportDays === 0 ? 1 : 0;
    const regency = whereabouts & 0xffff;
    const distanceFrom = (provinceOfRegency[regency] ?? 0) * provinceCount;
    const office = whereabouts >>> 16;
    const partnersFrom = office * words;
    const needsAgreement = agreementRequired[office] === 1;
    const hasRefused = clientRows[own + clientRow.refused] !== clientRows[own + clientRow.end];
    const willingness = trait.willingness(traits);
    const atHome = willingness === willingnessNumber.OWN_REGENCY;
    const { bucket, bars } = atHome ? byRegency : byKey;
    const rows = atHome ? index.rows.byRegency : index.rows.byKey;
    // Where in the postings the vacancies of each key and region lie; at home that was looked up when the client was filed.
    const stretches = atHome ? home.values : reached;
    let stretch = atHome ? (home.start[client] ?? 0) : 0;
    let stretchesEnd = atHome ? (home.start[client + 1] ?? 0) : 0;
    if (!atHome) {
      const ranges = rangesWithin(regency, willingness);
      const keyCount = held.read(client);
      for (let keyAt = 0; keyAt < keyCount; keyAt += 1) {
        const key = (keys[keyAt] ?? 0) * regencyCount;
        for (let range = 0; range < ranges.length; range += 2) {
          reached[stretchesEnd] = bucket[key + (ranges[range] ?? 0)] ?? 0;
          reached[stretchesEnd + 1] = bucket[key + (ranges[range + 1] ?? 0) + 1] ?? 0;
          stretchesEnd += 2;
        }
      }
    }
    let passed = 0;
    for (; stretch < stretchesEnd; stretch += 2) {
      const to = stretches[stretch + 1] ?? 0;
      for (let at = stretches[stretch] ?? 0; at < to; at += 1) {
        // EDUCATION, EXPERIENCE, REPORT_DAY; NO_SEAT to WAGE_BELOW_MINIMUM were asked when the vacancies were filed, REGION and
        // what a key proves by the stretches. The places of the bits are those of `barOf`: a call of it here costs time.
        // A report day is taken where shifts fall on all days on which it can be. Whoever is below a bar makes a number negative; its sign decides, since a branch here would be guessed wrong often.
        const bar = bars[at] ?? 0;
        const below = (education - (bar & 15)) | (years - ((bar >>> 4) & 63)) | (((reportDays & ~bar) | reportsNever) - 1);
        candidates[passed] = at;
        passed += 1 + (below >> 31);
      }
    }
    // What few pairs need stands in a loop of its own: the calls in it would keep the next one from running fast.
    const needsChecks = needsAgreement || hasRefused;
    let kept = 0;
    for (let i = 0; i < passed; i += 1) {
      const at = candidates[i] ?? 0;
      const bar = bars[at] ?? 0;
      if (needsChecks || (bar & (severalKeysBit | lookBit)) !== 0) {
        const start = at * row.width;
        const vacancy = (rows[start + row.vacancy] ?? 0) | ((rows[start + row.vacancy + 1] ?? 0) << 16);
        if (askedIn[vacancy] === question) continue;
        askedIn[vacancy] = question;
        const employer = (rows[start + row.employer] ?? 0) | ((rows[start + row.employer + 1] ?? 0) << 16);
        if (needsAgreement && !isPartnerOf(offices, office, employer)) continue; // AGREEMENT_MISSING
        if ((bar & lookBit) !== 0 && !provesDemands(client, vacancy)) continue; // CERTIFICATE, LEVEL, UNITS
        if (hasRefused && isExhausted(client, vacancy)) continue; // EMPLOYER_EXHAUSTED
        if (hasRefused && isBarred(client, vacancy)) continue; // OCCUPATION_BARRED
      }
      candidates[kept] = at;
      kept += 1;
    }
    let count = 0;
    for (let i = 0; i < kept; i += 1) {
      const at = candidates[i] ?? 0;
      const start = at * row.width;
      const bar = bars[at] ?? 0;
      const first = start + row.skills;
      let counts =
        (marks[rows[first] ?? 0] ?? 0) +
        (marks[rows[first + 1] ?? 0] ?? 0) +
        (marks[rows[first + 2] ?? 0] ?? 0) +
        (marks[rows[first + 3] ?? 0] ?? 0) +
        (marks[rows[first + 4] ?? 0] ?? 0) +
        (marks[rows[first + 5] ?? 0] ?? 0);
      const many = rows[start + row.skillCount] ?? 0;
      if (many > skillsInRow) {
        const vacancy = (rows[start + row.vacancy] ?? 0) | ((rows[start + row.vacancy + 1] ?? 0) << 16);
        const from = skills.start[vacancy] ?? 0;
        for (let wanted = from + skillsInRow; wanted < from + many; wanted += 1) counts += marks[skills.values[wanted] ?? 0] ?? 0;
      }
      const employer = (rows[start + row.employer] ?? 0) | ((rows[start + row.employer + 1] ?? 0) << 16);
      const isPartner = ((partner[partnersFrom + (employer >>> 5)] ?? 0) >>> (employer & 31)) & 1;
      const where = rows[start + row.regency] ?? 0;
      const shares = many * width;
      const points =
        (rows[start + row.fixedPoints] ?? 0) + // WAGE, and CERTIFICATE where one is demanded
        (skillPoints[shares + (counts & 255)] ?? 0) + // SKILLS
        ((bar & provingBits) === 0 ? (certifiedPoints[shares + ((counts >>> 8) & 255)] ?? 0) : 0) + // CERTIFICATE
        ((counts & (255 << 16)) === 0 ? 0 : interest) + // INTEREST
        (counts >>> 24 === 0 ? 0 : aptitude) + // APTITUDE
        (where === regency ? ownRegency : (distancePoints[distanceFrom + (provinceOfRegency[where] ?? 0)] ?? 0)) + // DISTANCE
        perYear * Math.min(years - ((bar >>> 4) & 63), mostYears) + // EXPERIENCE
        isPartner * agreement; // AGREEMENT
      const vacancy = (rows[start + row.vacancy] ?? 0) | ((rows[start + row.vacancy + 1] ?? 0) << 16);
      found[count] = ((most - points) << vacancyBits) | vacancy;
      // NOTHING_IN_COMMON: the place is used again.
      count += counts !== 0 || many === 0 ? 1 : 0;
    }
    for (let at = skillsFrom; at < skillsTo; at += 1) marks[(holdings[at] ?? 0) >>> skillMark.skillShift] = 0;
    return count;
  };
  return { find, found };
}
