/** Shapes of what matching tells staff. Every code comes with its words in both languages. */
import * as z from "zod";
import { instantSchema } from "../domain/calendar/instant.ts";
import { localDateSchema } from "../domain/calendar/local-date.ts";
import * as ids from "../domain/identifiers/ids.ts";
import { willingness } from "../domain/reference/reach.ts";
import { agreedWageFields } from "../domain/vacancies/wage.ts";

const text = z.object({ id: z.string(), en: z.string() });

const coded = z.object({ code: z.string(), text });

const counted = coded.extend({ count: z.int() });

const reasons = z.array(z.object({ source: z.string(), points: z.int(), text }));

const vacanciesAndSeats = { vacancies: z.int(), seats: z.int() };

export const proposal = z.object({
  vacancyId: ids.vacancyId,
  employerId: ids.employerId,
  title: z.string(),
  /** What is worth knowing and asks nobody to look. */
  notes: z.array(z.string()).optional(),
  /** The work and what it takes, in the employer's words. */
  description: z.string().optional(),
  employerName: z.string(),
  /** Where the work is, and how far that is from the client's home: the narrowest reach within which it lies. */
  region: z.string().optional(),
  nearness: z.enum(willingness),
  /** What the vacancy asks for, and what of it the client has: all units of it, since nobody is proposed without them. */
  asked: z.object({
    skills: z.array(coded.extend({ has: z.boolean(), certified: z.boolean() })),
    units: z.array(z.object({ code: z.string(), title: z.string() })),
  }),
  /** What it pays; absent where the employer named nothing. */
  wage: z.object(agreedWageFields).optional(),
  recordCheck: z.string(),
  /** What a person should look at before it is used. */
  flags: z.array(z.string()),
  /** The last day of work with this employer, which ended it: shown, and never chosen beforehand. */
  endedWorkOn: localDateSchema.optional(),
  /** What stands against an approval as things are, before anybody has tried: what has to be put right, or said with it. */
  warnings: z.array(coded),
  points: z.int(),
  reasons: z.array(z.object({ source: z.string(), points: z.int() })),
});

export const proposals = z.object({
  /** Absent before the first ranking. */
  rankedAt: instantSchema.optional(),
  /** The version of the weights that gave the points. */
  weights: z.string().optional(),
  considered: z.int(),
  eligible: z.int(),
  proposals: z.array(
    proposal.extend({
      reasons,
      /** The employer has an agreement with the office: what the client is told before choosing not to have the Bapas mentioned. */
      partnerKnows: coded.shape.text.optional(),
      /** The rules that it passed, in the order in which they were asked. */
      passed: z.array(coded),
    }),
  ),
  /** How many vacancies each rule was the first to refuse, in the order in which the rules are asked. */
  refused: z.array(counted),
  /** What could not be matched as it stood: certificates of the client, and vacancies that no rule had refused. */
  setAside: z.array(counted.extend({ kind: z.string() })),
});

export const candidates = z.object({
  candidates: z.array(
    z.object({
      /** The same for the same client and vacancy, and for nothing else. */
      pseudonym: z.string(),
      points: z.int(),
      reasons,
      waitingDays: z.int(),
      certificates: z.array(z.string()),
      skills: z.array(coded),
    }),
  ),
  eligible: z.int(),
  /** How many waiting placements of the office were looked at, and whether these were all. */
  lookedAt: z.int(),
  complete: z.boolean(),
});

export const whyNot = z.object({
  eligible: z.boolean(),
  /** The first reason why not: the one that a ranking counts. */
  first: coded.optional(),
  failed: z.array(coded),
  /** What would stand against an approval besides. */
  warnings: z.array(coded),
  points: z.int(),
  reasons,
  /** Where the vacancy stood in the newest ranking of the placement that is under way. */
  ranking: z
    .object({
      placementId: ids.placementId,
      rankedAt: instantSchema,
      proposed: z.boolean(),
      rank: z.int().optional(),
    })
    .optional(),
});

export const opportunities = z.object({
  today: localDateSchema,
  considered: z.int(),
  eligible: z.object(vacanciesAndSeats),
  /** How many certificates would open something; `openings` names the twenty with the most seats. */
  openingsInAll: z.int(),
  /** What one more certificate would open, most seats first. A vacancy stands under each certificate that would open it. */
  openings: z.array(
    z.object({
      certificate: z.object({
        kind: z.enum(["SCHEME", "UNITS", "SKILL"]),
        scheme: z.string().optional(),
        units: z.array(z.string()).optional(),
        skill: z.string().optional(),
        /** The least KKNI level; 0 for any. */
        level: z.int(),
      }),
      text,
      ...vacanciesAndSeats,
      regions: z.array(z.object({ regencyCode: z.string(), name: z.string(), ...vacanciesAndSeats })),
    }),
  ),
});
