/** An agreement was terminated: what is proposed under it is recalled. */
import { type Agreement, employersOf, isInForce } from "../../domain/agreements/agreement.ts";
import { recallProposal } from "../../domain/placements/recall.ts";
import type { FanOutOf } from "../../store/outbox.ts";
import type { Deps } from "../deps.ts";
import { todayIn } from "../office-times.ts";
import { changePlacement } from "../process/change-process.ts";
import { bySystem, eachOfPage, indexLag, order, pageSize } from "./fan-out-page.ts";
import { askedLast } from "./recall-of-client.ts";

/** In which a proposal lives, in the order of the process: what goes on meanwhile is met again further on. */
const proposing = ["AWAITING_CLIENT", "AWAITING_EMPLOYER", "INTERVIEW"] as const;

/** How often the office is gone through again at the most. */
const mostPasses = 5;

/**
 * A terminated agreement recalls the live proposals of the office's clients to that employer. A placement that goes back to
 * another employer moves behind the pages already read, and the index lags: so the office is gone through again a little
 * later, until a pass finds nothing. The cursor names the status that is being read.
 */
export async function recallOfAgreement(deps: Deps, ref: FanOutOf<"AGREEMENT_TERMINATED" | "AGREEMENT_RAN_OUT">): Promise<void> {
  const agreement = await deps.store.agreements.agreement(ref.id);
  if (!agreement) return;
  const ranOut = ref.topic === "AGREEMENT_RAN_OUT";
  const employers = ranOut ? await withoutAny(deps, agreement) : employersOf(agreement);
  if (employers.length === 0) return;
  let recalled = 0;
  const recall = async (id: string): Promise<void> => {
    const state = (await deps.store.processes.placement(id))?.state;
    for (const entry of state ? employers.flatMap((employerId) => askedLast(state, employerId)) : []) {
      // What has run out is not asked about any more; what is being asked goes on.
      if (entry.state === "CHOSEN" || (ranOut && entry.state !== "APPROVED" && entry.state !== "CLIENT_ACCEPTED")) continue;
      await changePlacement(deps, id, bySystem, ({ state: now, context }) =>
        recallProposal(now, entry.vacancyId, "AGREEMENT_TERMINATED", context),
      );
      recalled += 1;
    }
  };
  if (ref.only !== undefined) return eachOfPage(deps, ref, [ref.only], undefined, recall);
  const [at = 0, cursor] = readPlace(ref.cursor);
  const status = proposing[at];
  if (status === undefined) return;
  const page = await deps.store.processes.ofOffice(agreement.officeId, { limit: pageSize, cursor, status });
  const ids = page.items.map((process) => process.id);
  const place = page.cursor ? `${at} ${page.cursor}` : at + 1 < proposing.length ? `${at + 1} ` : undefined;
  await eachOfPage(deps, ref, ids, undefined, recall);
  const done = ref.done + recalled;
  const pass = ref.pass ?? 1;
  if (place !== undefined) await order(deps, [{ ...ref, cursor: place, done }]);
  else if (pass < 2 || (done > 0 && pass < mostPasses))
    await order(deps, [{ ...ref, cursor: undefined, done: 0, pass: pass + 1 }], indexLag);
}

/** The employers with whom the office needs an agreement and has none in force any more, neither this one nor another. */
async function withoutAny(deps: Deps, agreement: Agreement): Promise<readonly string[]> {
  const { officeId } = agreement;
  const office = await deps.store.offices.office(officeId);
  if (!office?.agreementRequired) return [];
  const today = todayIn(office, deps.now());
  const running = await deps.store.agreements.runningOf(officeId, today);
  const partners = new Set(running.filter((other) => isInForce(other, today)).flatMap(employersOf));
  return employersOf(agreement).filter((employerId) => !partners.has(employerId));
}

/** Which of the statuses is being read, and the cursor within it. */
function readPlace(place: string | undefined): [number, string | undefined] {
  const [at = "0", cursor = ""] = (place ?? "").split(" ");
  return [Number(at), cursor === "" ? undefined : cursor];
}
