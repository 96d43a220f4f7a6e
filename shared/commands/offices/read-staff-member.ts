/** A colleague: how to reach them, who stands in for them, and how many clients they have. */
import type { routes } from "../../api/routes.ts";
import { notFound } from "../../domain/errors.ts";
import { officeOf, type StaffCommand } from "../request.ts";

/** Errors: NOT_FOUND, also for a member of another office. */
export const readStaffMember: StaffCommand<typeof routes.readStaffMember> = async (deps, { staff, params }) => {
  const [office, colleagues] = await Promise.all([officeOf(deps, staff), deps.store.staff.ofOffice(staff.officeId)]);
  const member = colleagues.find(({ id }) => id === params.id);
  if (!member) throw notFound("staff");
  const { id, name, role, active, email, phone, covers = [], coversVersion = 0 } = member;
  const names = new Map(colleagues.map((colleague) => [colleague.id, colleague.name]));
  return {
    id,
    name,
    role,
    active,
    office,
    email,
    phone,
    covers: covers.map((cover) => ({ ...cover, name: names.get(cover.by) })),
    coversVersion,
    clients: await deps.store.clients.countOf(id, office.id),
  };
};
