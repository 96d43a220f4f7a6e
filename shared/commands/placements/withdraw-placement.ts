/** The client withdraws. */
import type { routes } from "../../api/routes.ts";
import { withdraw } from "../../domain/placements/recall.ts";
import { changePlacement } from "../process/change-process.ts";
import type { StaffCommand } from "../request.ts";
import { optionsOf } from "./change-placement.ts";

/** The client withdraws: everything live is recalled, and nothing follows for the client. */
export const withdrawPlacement: StaffCommand<typeof routes.withdrawPlacement> = (deps, request) =>
  changePlacement(deps, request.params.id, optionsOf(request, request.body.receipt), ({ state, context }) =>
    withdraw(state, context),
  );
