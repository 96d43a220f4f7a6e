/** Brings offices and their staff in. Done by an operator: nobody registers themselves. */
import * as z from "zod";
import { refusal } from "../../domain/errors.ts";
import { deadlineSettings } from "../../domain/offices/deadline-settings.ts";
import { office } from "../../domain/offices/office.ts";
import { staff } from "../../domain/offices/staff.ts";
import { auditPut } from "../../store/audit.ts";
import { officePut } from "../../store/offices.ts";
import { staffPut } from "../../store/staff.ts";
import type { Deps } from "../deps.ts";
import { commitWithRetry } from "../process/retry.ts";

/** An office, new or with new settings, and members of staff by their login. Those who are left out stay as they are. */
export const staffRegistration = z.strictObject({
  office: office.omit({ version: true, deadlines: true }).extend({ deadlines: deadlineSettings.partial().default({}) }),
  staff: z.array(staff.omit({ id: true, officeId: true, active: true }).extend({ active: z.boolean().default(true) })).max(80),
});

/**
 * Returns the staff ids in the order given. An id stays the same for the same login. Errors: REQUEST_INVALID where a login comes
 * twice, CONFLICT where others never stop changing the office.
 */
export async function registerStaff(
  deps: Deps,
  input: z.output<typeof staffRegistration>,
): Promise<{ readonly office: string; readonly staff: readonly string[] }> {
  const twice = input.staff.findIndex((one, at) => input.staff.findIndex((other) => isSameLogin(one, other)) < at);
  if (twice >= 0) throw refusal("REQUEST_INVALID", [{ code: "staff.login-twice", path: `staff.${twice}` }]);
  return commitWithRetry(deps, async () => {
    const known = await deps.store.offices.officeWithHead(input.office.id);
    const written = {
      ...input.office,
      deadlines: deadlineSettings.parse(input.office.deadlines),
      version: (known?.version ?? 0) + 1,
    };
    const people = await Promise.all(
      input.staff.map(async (one) => {
        const before = await deps.store.staff.byLogin(one.issuer, one.subject);
        return { ...one, id: before?.id ?? deps.newId("staff"), officeId: input.office.id };
      }),
    );
    const audit = auditPut(known?.auditHead ?? "", {
      aggregate: written.id,
      version: written.version,
      at: deps.now(),
      actor: "operator",
      event: "registerStaff",
    });
    return {
      kind: "write",
      answer: { office: written.id, staff: people.map((one) => one.id) },
      writes: [officePut(known, written, audit.head), audit.write, ...people.map(staffPut)],
    };
  });
}

type Login = { readonly issuer: string; readonly subject: string };
const isSameLogin = (one: Login, other: Login): boolean => one.issuer === other.issuer && one.subject === other.subject;
