/** The employer has spoken by link: what one member of staff had recorded alone rests on two from now on. */
import { verifyPlacement } from "../../domain/placements/confirmation.ts";
import type { FanOutOf } from "../../store/outbox.ts";
import type { Deps } from "../deps.ts";
import { changePlacement } from "../process/change-process.ts";
import { bySystem } from "./fan-out-page.ts";

export async function vouchFor(deps: Deps, ref: FanOutOf<"PLACEMENT_VOUCHED">): Promise<void> {
  await changePlacement(deps, ref.id, bySystem, ({ state, context }) => verifyPlacement(state, context));
}
