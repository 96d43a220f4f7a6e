import * as z from "zod";
import * as innerFunctions from "../../shared/api/inner-functions.ts";
import { orderDigests } from "../../shared/commands/offices/morning-digest.ts";
import { zoneSchema } from "../../shared/domain/calendar/zone.ts";
import { functionDeps } from "../../shared/runtime/deps.ts";

const input = z.object({ zone: zoneSchema });
const deps = functionDeps(innerFunctions.morningDigest);

export const handler = (event: unknown) => orderDigests(deps(), input.parse(event).zone);
