/** Two records that are of one employer become one. */
import type { ErrorDetail } from "../errors.ts";
import type { Employer } from "./employer.ts";

/** So many further contacts and former records are kept. */
const mostKept = 50;

/** Why one record cannot become another: all that stands in the way at once. */
export function mergerFaults(gone: Employer, into: Employer): readonly ErrorDetail[] {
  const differ = (one: string | undefined, other: string | undefined): boolean =>
    one !== undefined && other !== undefined && one !== other;
  const faults: readonly (readonly [boolean, ErrorDetail])[] = [
    [gone.id === into.id, { code: "employer.same", path: "into" }],
    [gone.mergedInto !== undefined, { code: "employer.merged", value: gone.mergedInto ?? "" }],
    [into.mergedInto !== undefined, { code: "employer.merged", path: "into", value: into.mergedInto ?? "" }],
    [differ(gone.npwp?.lookup, into.npwp?.lookup), { code: "employer.npwp-differs", path: "into" }],
    [differ(gone.nib, into.nib), { code: "employer.nib-differs", path: "into" }],
    // What a second person has vouched for does not become what nobody has: the other way round it may.
    [into.unverified === true && !gone.unverified, { code: "employer.into-unverified", path: "into" }],
  ];
  return faults.flatMap(([applies, fault]) => (applies ? [fault] : []));
}

/** The record that goes, which keeps what its links stand on and is found by nothing any more. */
export const goneAfter = (gone: Employer, into: Employer): Employer => ({ ...gone, mergedInto: into.id, likeness: undefined });

/** The record that stays: what it lacks comes from the other; who wants no proposals on either wants none. */
export function survivorAfter(gone: Employer, into: Employer): Employer {
  const contacts = [...(into.otherContacts ?? []), gone.contact, ...(gone.otherContacts ?? [])];
  return {
    ...into,
    npwp: into.npwp ?? (gone.npwp && { ...gone.npwp, sealedFor: gone.npwp.sealedFor ?? gone.id }),
    nib: into.nib ?? gone.nib,
    industry: into.industry.length > 0 ? into.industry : gone.industry,
    likeness: [...new Set([...(into.likeness ?? []), ...(gone.likeness ?? [])])],
    otherContacts: contacts.filter((one, at) => contacts.findIndex(({ id }) => id === one.id) === at).slice(0, mostKept),
    formerIds: [...(into.formerIds ?? []), gone.id, ...(gone.formerIds ?? [])].slice(0, mostKept),
    optOut: into.optOut || gone.optOut,
  };
}

/** Every id under which an employer was known. */
export const namesOf = ({ id, formerIds = [] }: Pick<Employer, "id" | "formerIds">): readonly string[] => [id, ...formerIds];
