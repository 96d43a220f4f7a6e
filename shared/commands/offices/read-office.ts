/** The office of whoever asks, with its settings. */
import type { routes } from "../../api/routes.ts";
import { officeOf, type StaffCommand } from "../request.ts";

export const readOffice: StaffCommand<typeof routes.readOffice> = (deps, { staff }) => officeOf(deps, staff);
