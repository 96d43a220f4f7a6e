/** The employer of a posting: registered, or found again, with the ways of its contact that were not known. */
import type * as z from "zod";
import type { employerInput } from "../../api/employers.ts";
import { contactOf } from "../../domain/employers/contact.ts";
import type { Staff } from "../../domain/offices/staff.ts";
import type { Deps } from "../deps.ts";
import { registerEmployer } from "../employers/register-employer.ts";
import { changeRecord } from "../record/change-record.ts";
import { changed, unchanged } from "../record/decision.ts";
import { records } from "../record/records.ts";

const ways = ["email", "phone", "landline"] as const;

/** A way that somebody recorded here is never replaced. */
export async function employerOfPosting(
  deps: Deps,
  staff: Staff,
  body: z.output<typeof employerInput>,
): Promise<{ readonly id: string; readonly changes: { field: string }[] }> {
  const { id, warnings } = await registerEmployer(deps, { staff, body, params: {}, query: {}, idempotency: undefined });
  if (!warnings?.includes("employer.known")) return { id, changes: [] };

  let fields: string[] = [];
  const options = { request: { staff, idempotency: undefined }, action: "registerEmployer", id } as const;
  await changeRecord(deps, records.employer, options, (employer) => {
    const { contact } = employer;
    const posted = contactOf(body.contact, contact.id);
    const missing = ways.filter((way) => contact[way] === undefined && posted[way] !== undefined);
    fields = missing.map((way) => `contact.${way}`);
    if (missing.length === 0) return unchanged({ id });
    const found = Object.fromEntries(missing.map((way) => [way, posted[way]]));
    return changed({
      state: { ...employer, contact: { ...contact, ...found } },
      event: "followPosting",
      fields,
      response: { id },
    });
  });
  return { id, changes: fields.map((field) => ({ field })) };
}
