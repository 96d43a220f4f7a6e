/** Registers an employer. */
import type { routes } from "../../api/routes.ts";
import { contactOf } from "../../domain/employers/contact.ts";
import { employerWordsOf } from "../../domain/identifiers/search-words.ts";
import type { Deps } from "../deps.ts";
import { createRecord, type RecordResponse } from "../record/change-record.ts";
import { changed, unchanged } from "../record/decision.ts";
import { records } from "../record/records.ts";
import type { StaffCommand, StaffRequest } from "../request.ts";
import { sealNumber, withoutNumber } from "../seal-number.ts";
import { employerLikenessOf, employerTwins } from "./employer-twins.ts";
import { survivorOf } from "./survivor.ts";

/** Registers an employer; the NPWP is sealed at once. For one of Karirhub that is known the response names what it became. */
export const registerEmployer: StaffCommand<typeof routes.registerEmployer> = (deps, request) =>
  registerEmployerOf(deps, request);

/** @param imported what the source of its postings says of it, as a print of each field */
export async function registerEmployerOf(
  deps: Deps,
  { staff, body, idempotency }: StaffRequest<typeof routes.registerEmployer>,
  imported?: Record<string, string>,
): Promise<RecordResponse> {
  const request = { staff, idempotency: await withoutNumber(deps, idempotency, body, "npwp") };
  return createRecord(deps, records.employer, { request, action: "registerEmployer" }, async () => {
    const known = body.karirhubRef ? await deps.store.employers.fromKarirhub(body.karirhubRef) : undefined;
    if (known)
      return unchanged({ id: (await survivorOf(deps, known.employerId))?.id ?? known.employerId, warnings: ["employer.known"] });
    const id = deps.newId("employer");
    const npwp = body.npwp && (await sealNumber(deps, body.npwp, id));
    const likeness = await employerLikenessOf(deps, { ...body, npwp: npwp?.lookup });
    const twins = await employerTwins(deps, likeness, { ...body, id });
    return changed({
      state: {
        ...body,
        id,
        npwp,
        likeness,
        searchWords: employerWordsOf(body.legalName),
        provinceCode: body.regencyCode.slice(0, 2),
        contact: contactOf(body.contact, deps.newId("contact")),
        otherContacts: body.otherContacts?.map((other) => contactOf(other, deps.newId("contact"))),
        optOut: false,
        imported,
        registeredBy: staff.id,
        unverified: true,
        version: 1,
      },
      event: "registerEmployer",
      response: twins.length > 0 ? { id, warnings: ["employer.twin"], twins: [...twins] } : { id },
    });
  });
}
