/** A client took a consent back, or a certificate of the client was verified: the open placement hears of it. */
import { acrossNames, hasConsent } from "../../domain/clients/consent.ts";
import { namesOf } from "../../domain/employers/merge.ts";
import { stopEmployerContact } from "../../domain/follow-ups/rules.ts";
import { followUpIdOf } from "../../domain/identifiers/ids.ts";
import { followClient } from "../../domain/placements/follow-client.ts";
import { isLive } from "../../domain/placements/live-entries.ts";
import { currentEntry, type Placement } from "../../domain/placements/placement.ts";
import { noteCertificate } from "../../domain/placements/ranking.ts";
import { recallProposal, withdraw } from "../../domain/placements/recall.ts";
import type { ShortlistEntry } from "../../domain/placements/shortlist.ts";
import { unchanged } from "../../domain/process/decision.ts";
import type { FanOutOf } from "../../store/outbox.ts";
import type { Deps } from "../deps.ts";
import { survivorOf } from "../employers/survivor.ts";
import { changeFollowUp, changePlacement } from "../process/change-process.ts";
import { bySystem } from "./fan-out-page.ts";

/**
 * The client took a consent back, and has not given it anew since. To matching: the placement ends as withdrawn. To being
 * named to one employer: what is live with it is recalled. To the employer being contacted: a follow-up no longer asks it.
 */
export async function recallOfClient(deps: Deps, ref: FanOutOf<"CONSENT_WITHDRAWN">): Promise<void> {
  const placementId = (await deps.store.clients.client(ref.id))?.state.openPlacement;
  const stored = placementId ? await deps.store.processes.placement(placementId) : undefined;
  if (!placementId || !stored) return;
  const employer = ref.employerId === undefined ? undefined : await survivorOf(deps, ref.employerId);
  const consents = acrossNames(await deps.store.consents.ofClient(ref.id), employer ? [namesOf(employer)] : []);
  if (ref.purpose === "PROFILING" && !hasConsent(consents, "PROFILING"))
    await changePlacement(deps, placementId, bySystem, ({ state, context }) =>
      state.status === "CLOSED" || state.status === "PLACED" ? unchanged : withdraw(state, context),
    );
  const live = employer ? namesOf(employer).flatMap((name) => askedLast(stored.state, name)) : [];
  if (ref.purpose === "EMPLOYER_SHARING" && employer && !hasConsent(consents, "EMPLOYER_SHARING", employer.id))
    for (const entry of live)
      await changePlacement(deps, placementId, bySystem, ({ state, context }) =>
        recallProposal(state, entry.vacancyId, "CONSENT_WITHDRAWN", context),
      );
  // Read anew: work may have begun while the proposal was being recalled.
  const now = (await deps.store.processes.placement(placementId))?.state;
  if (now?.status !== "PLACED") return;
  await changeFollowUp(deps, followUpIdOf(placementId), bySystem, ({ state, context }) =>
    context.mayContact(state.employerId) ? unchanged : stopEmployerContact(state, context),
  );
}

/**
 * The live proposals, or those to one employer, the one that is being asked last: recalled first, its place would go to the next
 * of them.
 */
export function askedLast(state: Placement, employerId?: string): readonly ShortlistEntry[] {
  const asked = currentEntry(state);
  const live = state.shortlist.filter((entry) => isLive(entry) && (employerId === undefined || entry.employerId === employerId));
  return [...live.filter((entry) => entry !== asked), ...live.filter((entry) => entry === asked)];
}

/** Who waits for a certificate goes on; who waits for a vacancy is ranked once more, since it may open others. */
export async function goOnWithCertificate(deps: Deps, clientId: string): Promise<void> {
  const placementId = (await deps.store.clients.client(clientId))?.state.openPlacement;
  if (!placementId) return;
  await changePlacement(deps, placementId, bySystem, ({ state, client, context }) =>
    state.status === "AWAITING_VACANCY" ? followClient(state, client, context) : noteCertificate(state, context),
  );
}
