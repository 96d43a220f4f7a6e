/** Finds the vacancies a client may take. The rules are those of `rules.ts` and the points those of `points.ts`, on columns. */
import { lookBit, severalKeysBit } from "./bars.ts";
import { type ClientColumns, person, skillMark, trait } from "./client-columns.ts";
import { clientKeys } from "./client-keys.ts";
import { pairChecks } from "./pair-checks.ts";
import { bucketWidth } from "./postings.ts";
import { provinceCount, provinceOfRegency, rangesWithin, regencyCount, willingnessNumber } from "./region-numbers.ts";
import type { VacancyIndex } from "./vacancy-index.ts";
import { row, skillsInRow } from "./vacancy-rows.ts";

/** What was found for the client asked for last. */
export type VacancyFinder = {
  /**
   * Finds the vacancies that a client is eligible for and answers how many. Each is a number in `found`, in no order: the
   * smaller the better. `(mostPoints - points) << placeBits | place`.
   */
  readonly find: (client: number) => number;
  readonly found: Uint32Array;
};

/** Prepares a finder; it keeps its working memory from one client to the next. */
export function vacancyFinder(index: VacancyIndex, clients: ClientColumns): VacancyFinder {
  const { postings, rows, skills } = index;
  const { bucket, list, bars, present } = postings;
  const { offices } = clients;
  const { partner, agreementRequired, words } = offices;
  const { provesDemands, isExhausted, isBarred } = pairChecks(index, clients);
  const { experience: experienceWeight, interest, aptitude, agreement, distance } = index.weights;
  const { skillPoints, certifiedPoints, distancePoints, placeBits } = index;
  const { rows: clientRows, held: holdings } = clients;
  const most = index.mostPoints;
  const ownRegency = distance.ownRegency;
  const perYear = experienceWeight.perYear;
  const mostYears = experienceWeight.mostYears;
  /** What each skill is to the client asked for; 0 again when the question is answered. */
  const marks = new Uint8Array(index.numbers.skill.size() + 1);
  /** The question in which a vacancy was looked at last. */
  const askedIn = new Int32Array(index.count);
  /** Places in the postings that passed the bars; a vacancy under several keys may be among them more than once. */
  const candidates = new Int32Array(list.length + 1);
  // One more than there can be: the place after the last is written to before it is known whether it counts.
  const found = new Uint32Array(index.count + 1);
  const held = clientKeys(index, clients);
  const keys = held.keys;
  let question = 0;

  const find = (client: number): number => {
    question += 1;
    const keyCount = held.read(client);
    if (keyCount === 0) return 0;
    const own = client * person.width;
    const traits = clientRows[own + person.traits] ?? 0;
    const whereabouts = clientRows[own + person.whereabouts] ?? 0;
    const skillsFrom = clientRows[own + person.skills] ?? 0;
    const skillsTo = clientRows[own + person.schemes] ?? 0;
    for (let at = skillsFrom; at < skillsTo; at += 1) {
      const one = holdings[at] ?? 0;
      marks[one >>> skillMark.skillShift] = one & skillMark.bits;
    }
    const education = trait.education(traits);
    const years = trait.years(traits);
    const reportDay = trait.reportDay(traits);
    const home = whereabouts & 0xffff;
    const distanceFrom = (provinceOfRegency[home] ?? 0) * provinceCount;
    const office = whereabouts >>> 16;
    const partnersFrom = office * words;
    const needsAgreement = agreementRequired[office] === 1;
    const hasExhausted = clientRows[own + person.exhausted] !== clientRows[own + person.end];
    const hasBarred = trait.hasBarred(traits);
    const willingness = trait.willingness(traits);
    let passed = 0;
    /** Whoever is below a bar makes a number negative; its sign decides, since a branch here would be guessed wrong often. */
    const passBars = (from: number, to: number): void => {
      for (let at = from; at < to; at += 1) {
        const bar = bars[at] ?? 0;
        const below = (education - (bar & 15)) | (years - ((bar >>> 4) & 63)) | -(bar & reportDay);
        candidates[passed] = at;
        passed += 1 + (below >> 31);
      }
    };
    if (willingness === willingnessNumber.OWN_REGENCY) {
      for (let keyAt = 0; keyAt < keyCount; keyAt += 1) {
        const key = keys[keyAt] ?? 0;
        const bit = key * regencyCount + home;
        if ((((present[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 0) continue;
        const at = key * bucketWidth + home;
        passBars(bucket[at] ?? 0, bucket[at + 1] ?? 0);
      }
    } else {
      const ranges = rangesWithin(home, willingness);
      for (let keyAt = 0; keyAt < keyCount; keyAt += 1) {
        const key = (keys[keyAt] ?? 0) * bucketWidth;
        for (let range = 0; range < ranges.length; range += 2)
          passBars(bucket[key + (ranges[range] ?? 0)] ?? 0, bucket[key + (ranges[range + 1] ?? 0) + 1] ?? 0);
      }
    }
    let count = 0;
    for (let i = 0; i < passed; i += 1) {
      const at = candidates[i] ?? 0;
      const start = at * row.width;
      const vacancy = rows[start + row.vacancy] ?? 0;
      const bar = bars[at] ?? 0;
      if ((bar & severalKeysBit) !== 0) {
        if (askedIn[vacancy] === question) continue;
        askedIn[vacancy] = question;
      }
      const employer = rows[start + row.employer] ?? 0;
      const isPartner = ((partner[partnersFrom + (employer >>> 5)] ?? 0) >>> (employer & 31)) & 1;
      if (needsAgreement && isPartner === 0) continue;
      if ((bar & lookBit) !== 0 && !provesDemands(client, vacancy)) continue;
      if (hasExhausted && isExhausted(client, vacancy)) continue;
      if (hasBarred && isBarred(client, vacancy)) continue;
      let any = 0;
      let has = 0;
      let certified = 0;
      for (let wanted = start + row.skills; wanted < start + row.skills + skillsInRow; wanted += 1) {
        const mark = marks[rows[wanted] ?? 0] ?? 0;
        any |= mark;
        has += mark & 1;
        certified += (mark >>> 3) & 1;
      }
      const many = rows[start + row.skillCount] ?? 0;
      if (many > skillsInRow) {
        const from = skills.start[vacancy] ?? 0;
        for (let wanted = from + skillsInRow; wanted < from + many; wanted += 1) {
          const mark = marks[skills.values[wanted] ?? 0] ?? 0;
          any |= mark;
          has += mark & 1;
          certified += (mark >>> 3) & 1;
        }
      }
      const points =
        (rows[start + row.fixedPoints] ?? 0) +
        (skillPoints[(rows[start + row.skillShare] ?? 0) + has] ?? 0) +
        (certifiedPoints[(rows[start + row.certifiedShare] ?? 0) + certified] ?? 0) +
        ((any >>> 1) & 1) * interest +
        ((any >>> 2) & 1) * aptitude +
        (rows[start + row.regency] === home
          ? ownRegency
          : (distancePoints[distanceFrom + (rows[start + row.province] ?? 0)] ?? 0)) +
        perYear * Math.min(years - ((bar >>> 4) & 63), mostYears) +
        isPartner * agreement;
      found[count] = ((most - points) << placeBits) | (rows[start + row.place] ?? 0);
      // Nothing in common where skills are asked for: the place is used again.
      count += any !== 0 || many === 0 ? 1 : 0;
    }
    for (let at = skillsFrom; at < skillsTo; at += 1) marks[(holdings[at] ?? 0) >>> skillMark.skillShift] = 0;
    return count;
  };
  return { find, found };
}
