/** Brings offices and their staff in. Done by an operator: nobody registers themselves. */
import * as z from "zod";
import { office, staff } from "../../domain/office.ts";
import { deadlineSettings } from "../../domain/placement/deadlines.ts";
import { officePut, staffPut } from "../../store/people.ts";
import type { Deps } from "../deps.ts";

/** An office, new or with new settings, and members of staff by their login. Those who are left out stay as they are. */
export const staffRegistration = z.strictObject({
  office: office.omit({ version: true, deadlines: true }).extend({ deadlines: deadlineSettings.partial().default({}) }),
  staff: z.array(staff.omit({ id: true, officeId: true, active: true }).extend({ active: z.boolean().default(true) })).max(80),
});

/** Returns the staff ids in the order given. An id stays the same for the same login. */
export async function registerStaff(
  deps: Deps,
  input: z.output<typeof staffRegistration>,
): Promise<{ readonly office: string; readonly staff: readonly string[] }> {
  const known = await deps.store.people.office(input.office.id);
  const written = {
    ...input.office,
    deadlines: deadlineSettings.parse(input.office.deadlines),
    version: (known?.version ?? 0) + 1,
  };
  const people = await Promise.all(
    input.staff.map(async (one) => {
      const before = await deps.store.people.staff(one.issuer, one.subject);
      return { ...one, id: before?.id ?? deps.newId("staff"), officeId: input.office.id };
    }),
  );
  await deps.store.database.commit([officePut(written), ...people.map(staffPut)]);
  return { office: written.id, staff: people.map((one) => one.id) };
}
