/** The office's processes, by cursor. */
import type { routes } from "../../api/routes.ts";
import { officeOf, type StaffCommand } from "../request.ts";
import { summaryOf } from "./summary.ts";

export const listPlacements: StaffCommand<typeof routes.listPlacements> = async (deps, { staff, query }) => {
  const office = await officeOf(deps, staff);
  const page = await deps.store.processes.ofOffice(office.id, query);
  return { items: page.items.map(summaryOf(office)), cursor: page.cursor };
};
