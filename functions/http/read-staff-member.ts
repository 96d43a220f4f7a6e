import { routes } from "../../shared/api/routes.ts";
import { readStaffMember } from "../../shared/commands/offices/read-staff-member.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.readStaffMember, readStaffMember);
