/** A second person vouches for a placement that one member of staff recorded alone. */
import type { routes } from "../../api/routes.ts";
import { verifyPlacement as decideVerification } from "../../domain/placements/confirmation.ts";
import { changePlacement } from "../process/change-process.ts";
import type { StaffCommand } from "../request.ts";
import { optionsOf } from "./change-placement.ts";

/** Errors: SECOND_PERSON_REQUIRED for whoever recorded it, STATUS_CONFLICT before work has begun. Vouched for already: nothing changes. */
export const verifyPlacement: StaffCommand<typeof routes.verifyPlacement> = (deps, request) =>
  changePlacement(deps, request.params.id, optionsOf(request), ({ state, context }) => decideVerification(state, context));
