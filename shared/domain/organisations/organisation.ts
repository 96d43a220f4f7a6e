/** Organisations: whoever agreements, training and certificates are with, besides employers. */
import * as z from "zod";
import { localDateSchema, paperDateSchema } from "../calendar/local-date.ts";
import { zoneSchema } from "../calendar/zone.ts";
import { contact, contactInput } from "../employers/contact.ts";
import type { ErrorDetail } from "../errors.ts";
import * as ids from "../identifiers/ids.ts";
import { lineOf } from "../identifiers/line.ts";
import { lspLicenceSchema } from "../identifiers/lsp-licence.ts";
import { knownPlaceSchema } from "../identifiers/region.ts";
import { regionLevelOf } from "../identifiers/region-code.ts";
import { fixed, given, kept, keptShape, later } from "../record/fields.ts";
import {
  hasField,
  type OrganisationKind,
  organisationKindNames,
  ownFields,
  rowOf,
  trainingCenterKinds,
  unitClasses,
  wholeNation,
} from "./kinds.ts";
import type { Named } from "./names.ts";

/** So many names it may have had and will have. */
const mostLabels = 20;

/** A name from a day on. */
const label = z.object({ name: z.string(), validFrom: localDateSchema });
const labelInput = z.strictObject({ name: lineOf(200), validFrom: paperDateSchema });

export const organisationFields = {
  id: kept(ids.organisationId),
  kind: fixed(z.enum(organisationKindNames)),
  /** As it writes itself, to the letter; with labels, as it was called before the first of them. */
  name: given(z.string().min(1).max(200), lineOf(200)),
  /** What it is called from a day on, the earliest first: ministries and services change their names. */
  labels: given(z.array(label).max(mostLabels).optional(), z.array(labelInput).max(mostLabels).optional()),
  /** A regency, or a province; the whole nation has none. */
  regionCode: given(z.string().optional(), knownPlaceSchema.optional()),
  /** The province under which it is listed; `ID` for the whole nation. */
  place: kept(z.string()),
  zone: kept(zoneSchema),
  class: given(z.enum(unitClasses).optional()),
  /** A Lapas whose residents go out to work. */
  openPrison: given(z.literal(true).optional()),
  trainingCenterKind: given(z.enum(trainingCenterKinds).optional()),
  /** The licence of BNSP, by which a certification body is known on its certificates. */
  lspLicence: given(z.string().optional(), lspLicenceSchema.optional()),
  /** Which office it is, where it is a Bapas that carries clients here. */
  officeId: given(ids.officeId.optional()),
  contact: given(contact.optional(), contactInput.optional()),
  /** No new agreement names one that is not; what there is stays. */
  active: later(z.boolean()),
  searchWords: kept(z.array(z.string()).optional()),
  registeredBy: kept(ids.staffId),
  version: kept(z.int().min(1)),
};

export const organisation = z.object(keptShape(organisationFields));
export type Organisation = z.infer<typeof organisation>;

/** The place under which a region is listed. */
export const placeOf = (regionCode: string | undefined): string => regionCode?.slice(0, 2) ?? wholeNation;

type Given = Named & Pick<Organisation, "kind" | "regionCode" | (typeof ownFields)[number]>;

/**
 * All that cannot be said of an organisation of its kind: a field that it has not, or that is missing, a region of another level,
 * names in the wrong order.
 * @param within where in the request the fields stand
 */
export function organisationFaults(organisation: Given, within = ""): readonly ErrorDetail[] {
  const { kind, labels = [] } = organisation;
  const faults: ErrorDetail[] = [];
  for (const field of ownFields) {
    const has = hasField(kind, field);
    const isThere = organisation[field] !== undefined;
    if (isThere && has === "NEVER") faults.push({ code: "organisation.not-of-kind", path: `${within}${field}` });
    if (!isThere && has === "MUST") faults.push({ code: "invalid_type", path: `${within}${field}`, missing: true });
  }
  const region = regionFault(kind, organisation.regionCode);
  if (region) faults.push({ ...region, path: `${within}regionCode` });
  const wrong = labels.findIndex(({ validFrom }, at) => at > 0 && validFrom <= (labels[at - 1]?.validFrom ?? ""));
  if (wrong > 0) faults.push({ code: "date.order", path: `${within}labels.${wrong}.validFrom` });
  return faults;
}

function regionFault(kind: OrganisationKind, code: string | undefined): ErrorDetail | undefined {
  const { of } = rowOf(kind);
  if (of === "NATION") return code === undefined ? undefined : { code: "organisation.not-of-kind" };
  if (code === undefined) return { code: "invalid_type", missing: true };
  if (of === "EITHER" || of === regionLevelOf(code)) return undefined;
  return { code: of === "PROVINCE" ? "region.province" : "region.regency" };
}
