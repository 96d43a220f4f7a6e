/** The employer of a posting: registered, or found again, with what the source says of it now. */
import type * as z from "zod";
import type { employerInput } from "../../api/employers.ts";
import { contactOf } from "../../domain/employers/contact.ts";
import type { Employer } from "../../domain/employers/employer.ts";
import { employerWordsOf } from "../../domain/identifiers/search-words.ts";
import type { Staff } from "../../domain/offices/staff.ts";
import type { FieldChange } from "../../domain/vacancies/follow-posting.ts";
import { actorName } from "../../store/audit.ts";
import type { OutboxEffect } from "../../store/outbox.ts";
import type { Deps } from "../deps.ts";
import { employerLikenessOf } from "../employers/employer-twins.ts";
import { registerEmployerOf } from "../employers/register-employer.ts";
import { sha256 } from "../process/process-writes.ts";
import { changeRecord } from "../record/change-record.ts";
import { changed, unchanged } from "../record/decision.ts";
import { records } from "../record/records.ts";
import { actorOf } from "../request.ts";

const ways = ["email", "phone", "landline"] as const;

type Change = Pick<FieldChange, "before" | "after"> & { readonly field: string };

/**
 * A name that nobody has mended here follows the source. A way of the contact that is missing is taken; one that is kept is never
 * replaced, since links go there: that the source names another one is told once, and a person decides.
 */
export async function employerOfPosting(
  deps: Deps,
  staff: Staff,
  body: z.output<typeof employerInput>,
): Promise<{ readonly id: string; readonly changes: Change[] }> {
  const now = printsOf(body);
  const request = { staff, body, params: {}, query: {}, idempotency: undefined };
  const { id, warnings } = await registerEmployerOf(deps, request, now);
  if (!warnings?.includes("employer.known")) return { id, changes: [] };

  let changes: Change[] = [];
  const options = { request: { staff, idempotency: undefined }, action: "registerEmployer", id } as const;
  await changeRecord(deps, records.employer, options, async (employer) => {
    const { contact, legalName } = employer;
    const posted = contactOf(body.contact, contact.id);
    const before = employer.imported ?? {};
    // A record that has become this one keeps no name here.
    const isOwn = employer.karirhubRef === body.karirhubRef;
    const isNew = (name: string): boolean => isOwn && now[name] !== undefined && now[name] !== before[name];
    const missing = ways.filter((way) => contact[way] === undefined && posted[way] !== undefined);
    const others = ways.filter((way) => isNew(way) && contact[way] !== undefined && printOf(contact[way]) !== now[way]);
    const isRenamed = isNew("legalName") && printOf(legalName) === before.legalName;
    const renamed: Change[] = isRenamed ? [{ field: "legalName", before: legalName, after: body.legalName }] : [];
    changes = [...renamed, ...[...missing, ...others].map((way) => ({ field: `contact.${way}` }))];
    if (missing.length === 0 && !Object.keys(now).some(isNew)) return unchanged({ id });
    const found = Object.fromEntries(missing.map((way) => [way, posted[way]]));
    const state: Employer = { ...employer, contact: { ...contact, ...found }, imported: isOwn ? { ...before, ...now } : before };
    return changed({
      state: isRenamed ? await withName(deps, state, body.legalName) : state,
      event: "followPosting",
      fields: [...(isRenamed ? ["legalName"] : []), ...missing.map((way) => `contact.${way}`)],
      response: { id },
      effects: isRenamed ? [followed(staff, id)] : [],
    });
  });
  return { id, changes };
}

/** What a posting says of its employer, by field. */
function printsOf({ legalName, contact }: z.output<typeof employerInput>): Record<string, string> {
  const posted = contactOf(contact, "ct_00000000000000000000000000");
  const said = [["legalName", legalName], ...ways.map((way) => [way, posted[way]] as const)] as const;
  return Object.fromEntries(said.flatMap(([name, value]) => (value === undefined ? [] : [[name, printOf(value)]])));
}

/** Tells two values apart, and nothing of a person. */
const printOf = (value: unknown): string => sha256(JSON.stringify(value).toLowerCase()).slice(0, 16);

const withName = async (deps: Deps, employer: Employer, legalName: string): Promise<Employer> => ({
  ...employer,
  legalName,
  likeness: await employerLikenessOf(deps, { ...employer, legalName, npwp: employer.npwp?.lookup }),
  searchWords: employerWordsOf(legalName),
});

/** Its vacancies carry its name. */
const followed = (staff: Staff, id: string): OutboxEffect => ({
  kind: "FANOUT",
  ref: { topic: "EMPLOYER_CHANGED", id, fields: ["legalName"], by: actorName(actorOf(staff)), done: 0 },
});
