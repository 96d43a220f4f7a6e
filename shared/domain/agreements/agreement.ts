/** Cooperation agreements of two or more parties: the office that keeps them, organisations, employers. */
import * as z from "zod";
import { type LocalDate, localDateSchema, paperDateSchema } from "../calendar/local-date.ts";
import * as ids from "../identifiers/ids.ts";
import { lineOf } from "../identifiers/line.ts";
import { fixed, given, kept, keptShape } from "../record/fields.ts";

export const agreementScopes = ["TRAINING", "RECRUITMENT", "SELF_EMPLOYMENT"] as const;

/** So many parties an agreement has, and so many annexes, at the most. */
export const mostParties = 12;
const mostAnnexes = 20;

/** A party: an employer, an organisation, or the office that keeps the agreement. */
export const partyId = z.union([ids.employerId, ids.organisationId, ids.officeId]);

const count = z.int().min(0).max(99_999).optional();
const promised = z.strictObject({ trainingSeats: count, certificates: count, jobs: count });

export const agreementFields = {
  id: kept(ids.agreementId),
  /** The office that keeps it. */
  officeId: kept(ids.officeId),
  /** The employer among its parties, the first where there are several. Given alone it means: between the office and this employer. */
  employerId: fixed(ids.employerId.optional()),
  /** With whom it is; absent where it was recorded when an agreement was of an office and an employer: see `partiesOf`. */
  parties: given(z.array(z.string()).optional(), z.array(partyId).min(2, "agreement.parties").max(mostParties).optional()),
  kind: given(z.enum(["PKS", "MOU"])),
  /** As the paper is titled, to the letter: `Perjanjian Kerja Sama (MoU)`. */
  title: given(z.string().min(1).max(300), lineOf(300)),
  /** What is only planned has none. */
  number: given(z.string().min(1).max(100).optional(), lineOf(100).optional()),
  scopes: given(z.array(z.enum(agreementScopes)).min(1), z.array(z.enum(agreementScopes)).min(1).max(3)),
  status: given(z.enum(["PLANNED", "SIGNED", "TERMINATED"]), z.enum(["PLANNED", "SIGNED"])),
  signedOn: given(localDateSchema.optional(), paperDateSchema.optional()),
  /** The hour of the signing by the office's clock: `09:00`, of which the zone is the office's. */
  signedTime: given(
    z.string().optional(),
    z
      .string()
      .overwrite((text) => text.trim().replace(".", ":"))
      .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
      .optional(),
  ),
  /** Of what is only planned nobody may know the days yet. */
  validFrom: given(localDateSchema.optional(), paperDateSchema.optional()),
  validTo: given(localDateSchema.optional()),
  annexes: given(
    z.array(z.object({ title: z.string(), date: localDateSchema })).optional(),
    z
      .array(z.strictObject({ title: lineOf(200), date: paperDateSchema }))
      .max(mostAnnexes)
      .optional(),
  ),
  /** What the parties promise each other, in numbers. */
  promised: given(promised.optional()),
  /** The agreement that it renews. */
  follows: fixed(ids.agreementId.optional()),
  /** The agreement by which it was renewed. */
  followedBy: kept(ids.agreementId.optional()),
  version: kept(z.int().min(1)),
};

/** A cooperation agreement (PKS, or the umbrella MoU). */
export const agreement = z.object(keptShape(agreementFields));

export type Agreement = z.infer<typeof agreement>;

/** With whom an agreement is, and what decides whether it is in force. */
export const agreementTerm = agreement.pick({
  officeId: true,
  employerId: true,
  parties: true,
  status: true,
  validFrom: true,
  validTo: true,
});
export type AgreementTerm = z.infer<typeof agreementTerm>;

/** Whether an agreement is in force on a day. Expiry only stops new proposals; it recalls nothing. */
export const isInForce = ({ status, validFrom, validTo }: AgreementTerm, today: string): boolean =>
  status === "SIGNED" && validFrom !== undefined && validTo !== undefined && validFrom <= today && today <= validTo;

type WithParties = Pick<Agreement, "officeId" | "employerId" | "parties">;

/** All parties, in their order. */
export const partiesOf = ({ parties, officeId, employerId }: WithParties): readonly string[] =>
  parties ?? [officeId, ...(employerId === undefined ? [] : [employerId])];

export const isEmployer = (party: string): boolean => party.startsWith(`${ids.idPrefixes.employer}_`);
export const isOrganisation = (party: string): boolean => party.startsWith(`${ids.idPrefixes.organisation}_`);

/** The employers with whom the office itself has the agreement: none, where it only keeps what others have agreed. */
export const employersOf = (agreement: WithParties): readonly string[] => {
  const parties = partiesOf(agreement);
  return parties.includes(agreement.officeId) ? parties.filter(isEmployer) : [];
};

/** How an agreement stands on a day. */
export const agreementStandings = ["PLANNED", "SIGNED", "ACTIVE", "EXPIRED", "TERMINATED"] as const;
export type AgreementStanding = (typeof agreementStandings)[number];

/** Signed: its first day is still to come. */
export function standingOn(agreement: AgreementTerm, today: LocalDate): AgreementStanding {
  const { status, validTo } = agreement;
  if (status !== "SIGNED") return status;
  if (isInForce(agreement, today)) return "ACTIVE";
  return validTo !== undefined && validTo < today ? "EXPIRED" : "SIGNED";
}
