/** Brings offices and their staff in. Done by an operator: nobody registers themselves. */
import * as z from "zod";
import { refusal } from "../../domain/errors.ts";
import { emailSchema } from "../../domain/identifiers/email.ts";
import * as ids from "../../domain/identifiers/ids.ts";
import { anyPhoneSchema } from "../../domain/identifiers/landline.ts";
import { deadlineChanges, deadlineSettings } from "../../domain/offices/deadline-settings.ts";
import { type Office, office } from "../../domain/offices/office.ts";
import { staff } from "../../domain/offices/staff.ts";
import { movedAwayPut, staffPut } from "../../store/staff.ts";
import type { Deps } from "../deps.ts";
import { setUpRecord } from "../record/change-record.ts";
import { changed } from "../record/decision.ts";
import { records } from "../record/records.ts";
import { handOverOfLeavers, type Registered } from "./leavers.ts";

/** An office, new or with new settings, and members of staff by their login. Those who are left out stay as they are. */
export const staffRegistration = z.strictObject({
  office: office.omit({ version: true, importColumns: true }).extend({
    deadlines: deadlineChanges.default({}),
    agreementRequired: z.boolean().optional(),
    replyTo: emailSchema.optional(),
    telephone: anyPhoneSchema.optional(),
  }),
  staff: z
    .array(
      staff.omit({ id: true, officeId: true, active: true, covers: true, coversVersion: true }).extend({
        active: z.boolean().default(true),
        phone: anyPhoneSchema.optional(),
        /** For one who leaves: the colleague to whom all open work goes; a supervisor, where none is named. */
        handOverTo: ids.staffId.optional(),
      }),
    )
    .max(80),
});

/**
 * Returns the staff ids in the order given. An id stays the same for the same login. Errors: REQUEST_INVALID where a login comes
 * twice, CONFLICT where others never stop changing the office.
 */
export async function registerStaff(
  deps: Deps,
  input: z.output<typeof staffRegistration>,
): Promise<{ readonly office: string; readonly staff: readonly string[] }> {
  const twice = input.staff.findIndex((member, at) => input.staff.findIndex((other) => isSameLogin(member, other)) < at);
  if (twice >= 0) throw refusal("REQUEST_INVALID", [{ code: "staff.login-twice", path: `staff.${twice}` }]);
  const { id } = input.office;
  return setUpRecord(deps, records.office, id, async (before) => {
    const people = await Promise.all(
      input.staff.map(async ({ handOverTo, ...member }): Promise<Registered> => {
        const before = await deps.store.staff.byLogin(member.issuer, member.subject);
        // Who stands in for whom is the office's own: it stays, unless the office is another one.
        const { covers, coversVersion } = before?.officeId === id ? before : {};
        const after = { ...member, id: before?.id ?? deps.newId("staff"), officeId: id, covers, coversVersion };
        return { before, after, handOverTo };
      }),
    );
    return changed({
      state: { ...input.office, ...settingsAfter(input.office, before), version: 1 },
      event: "registerStaff",
      response: { office: id, staff: people.map(({ after }) => after.id) },
      writes: people.flatMap(({ before, after }) => [
        staffPut(after),
        ...(before && before.officeId !== id ? [movedAwayPut(before.officeId, after.id)] : []),
      ]),
      effects: await handOverOfLeavers(deps, people),
    });
  });
}

type Settings = Pick<Office, "deadlines" | "agreementRequired" | "mailHours" | "replyTo" | "telephone" | "importColumns">;

/** What the office itself has set, or said of its lists, stays where the registration says nothing of it. */
const settingsAfter = (said: z.output<typeof staffRegistration>["office"], before: Office | undefined): Settings => ({
  deadlines: deadlineSettings.parse({ ...before?.deadlines, ...said.deadlines }),
  agreementRequired: said.agreementRequired ?? before?.agreementRequired ?? false,
  mailHours: said.mailHours ?? before?.mailHours,
  replyTo: said.replyTo ?? before?.replyTo,
  telephone: said.telephone ?? before?.telephone,
  importColumns: before?.importColumns,
});

type Login = { readonly issuer: string; readonly subject: string };
const isSameLogin = (login: Login, other: Login): boolean => login.issuer === other.issuer && login.subject === other.subject;
