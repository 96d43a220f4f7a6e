import * as innerFunctions from "../../shared/api/inner-functions.ts";
import { registerStaff, staffRegistration } from "../../shared/commands/offices/register-staff.ts";
import { functionDeps } from "../../shared/runtime/deps.ts";

const deps = functionDeps(innerFunctions.registerStaff);

export const handler = (event: unknown) => registerStaff(deps(), staffRegistration.parse(event));
