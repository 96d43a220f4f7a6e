import { registerStaff, staffRegistration } from "../../shared/commands/offices/register-staff.ts";
import { functionDeps } from "../../shared/runtime/deps.ts";

export const handler = (event: unknown) => registerStaff(functionDeps(), staffRegistration.parse(event));
