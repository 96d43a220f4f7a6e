/** Shapes of organisations. */
import * as z from "zod";
import * as ids from "../domain/identifiers/ids.ts";
import { lineOf } from "../domain/identifiers/line.ts";
import { organisationKindNames, wholeNation } from "../domain/organisations/kinds.ts";
import { organisation, organisationFields } from "../domain/organisations/organisation.ts";
import { changesShape, takenShape } from "../domain/record/fields.ts";
import { organisationOffers } from "./acts.ts";
import { contactWays } from "./employers.ts";
import { changesOf, page } from "./fields.ts";

export const organisationInput = z.strictObject(takenShape(organisationFields));

export const organisationChanges = changesOf(changesShape(organisationFields));

export const organisationSummary = z.object({
  id: ids.organisationId,
  kind: z.enum(organisationKindNames),
  /** Its name today. */
  called: z.string(),
  regionCode: z.string().optional(),
  class: z.string().optional(),
  trainingCenterKind: z.string().optional(),
  active: z.boolean(),
});

/** An organisation as staff read it. */
export const organisationRecord = organisation
  .omit({ searchWords: true, contact: true })
  .extend({ contact: contactWays.optional() });

export const organisationDetail = z.object({
  organisation: organisationRecord,
  /** Its name today. */
  called: z.string(),
  /** What the asker may do about it. */
  acts: organisationOffers,
});

/** `place`: a province, or `ID` for the whole nation; the office's province unless said. `q`: words of its names, as they are typed. */
export const organisationsQuery = z.strictObject({
  ...page,
  q: lineOf(80).optional(),
  place: z.union([z.string().regex(/^[1-9]\d$/, "region.province"), z.literal(wholeNation)]).optional(),
  kind: z.enum(organisationKindNames).optional(),
});
