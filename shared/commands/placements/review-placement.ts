/** The officer decides what becomes of a placement. */
import type { routes } from "../../api/routes.ts";
import { isValidOn } from "../../domain/certificates/certificate.ts";
import type { Placement } from "../../domain/placements/placement.ts";
import { goOnWithoutCertificate, widenRegion } from "../../domain/placements/ranking.ts";
import { review } from "../../domain/placements/review.ts";
import { clientUnchanged } from "../../store/clients.ts";
import type { Write } from "../../store/dynamodb.ts";
import type { Deps } from "../deps.ts";
import { todayIn } from "../office-times.ts";
import { changePlacement, type Loaded } from "../process/change-process.ts";
import type { StaffCommand } from "../request.ts";
import { optionsOf } from "./change-placement.ts";

/** The officer decides a placement that waits for a decision, a certificate or a vacancy. */
export const reviewPlacement: StaffCommand<typeof routes.reviewPlacement> = (deps, request) => {
  const { body } = request;
  const options = { ...optionsOf(request), alsoWrites: uncertifiedStill };
  return changePlacement(deps, request.params.id, options, async ({ state, context, office }) => {
    if (body.decision === "WIDEN") return widenRegion(state, body.to, context);
    if (body.decision === "GO_ON_WITHOUT" && state.status === "AWAITING_CERTIFICATE")
      return goOnWithoutCertificate(state, context);
    return review(state, body, await hasCertificate(deps, state.clientId, todayIn(office, context.now)), context);
  });
};

/** A certificate that is verified meanwhile would find nobody who waits for it: the client must still be as read. */
const uncertifiedStill = ({ client }: Loaded<Placement>, after: Placement): readonly Write[] =>
  after.status === "AWAITING_CERTIFICATE" ? [clientUnchanged(client)] : [];

async function hasCertificate(deps: Deps, clientId: string, today: string): Promise<boolean> {
  return (await deps.store.certificates.ofClient(clientId)).some((certificate) => isValidOn(certificate, today));
}
