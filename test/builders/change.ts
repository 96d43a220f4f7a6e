/** Changes of records by members of staff, as requests of a world. */
import type { Route } from "../../shared/api/routes.ts";
import type { StaffCommand, StaffRequest } from "../../shared/commands/request.ts";
import type { Staff } from "../../shared/domain/offices/staff.ts";
import { keyFor, officer } from "./carry.ts";
import type { World } from "./world.ts";

/** Sends a command of staff about one record, held to the needs of its route. */
export function askAbout<R extends Route>(
  world: World,
  route: R,
  command: StaffCommand<R>,
  given: Pick<StaffRequest<R>, "params" | "query" | "body">,
  staff: Staff = officer,
): ReturnType<StaffCommand<R>> {
  const idempotency = route.idempotent ? keyFor(staff, route.path, { params: given.params, body: given.body }) : undefined;
  return world.request(route.path, (deps) => command(deps, { ...given, staff, idempotency }), route);
}
