/** The last day of a vacancy has passed: it closes, and falls out of every list of open ones. */
import type { Placement } from "../../domain/placements/placement.ts";
import { recallProposal } from "../../domain/placements/recall.ts";
import { unchanged } from "../../domain/process/decision.ts";
import type { FanOutOf } from "../../store/outbox.ts";
import type { Deps } from "../deps.ts";
import { todayIn } from "../office-times.ts";
import { changePlacement } from "../process/change-process.ts";
import { changeAsOrdered } from "../record/change-record.ts";
import { changed, unchanged as unchangedRecord } from "../record/decision.ts";
import { records } from "../record/records.ts";
import { bySystem, eachOfPage } from "./fan-out-page.ts";
import { holdsOf } from "./recall-of-vacancy.ts";

/** What nobody at the employer was asked about yet is recalled; what is being asked goes on. Nothing, where it was extended meanwhile. */
export async function closeRunOut(deps: Deps, ref: FanOutOf<"VACANCY_RAN_OUT">): Promise<void> {
  const vacancy = await deps.store.vacancies.vacancy(ref.id);
  const office = vacancy && (await deps.store.offices.office(vacancy.officeId));
  if (!office) return;
  const today = todayIn(office, deps.now());
  await changeAsOrdered(deps, records.vacancy, ref.id, "system", (now) =>
    now?.status === "OPEN" && now.validUntil < today
      ? changed({
          state: { ...now, status: "CLOSED", closedBecause: "EXPIRED" },
          event: "vacancyRanOut",
          response: undefined,
        })
      : unchangedRecord(undefined),
  );
  if ((await deps.store.vacancies.vacancy(ref.id))?.closedBecause !== "EXPIRED") return;
  const { ids, next } = await holdsOf(deps, ref);
  await eachOfPage(deps, ref, ids, next, (id) =>
    changePlacement(deps, id, bySystem, ({ state, context }) =>
      isAhead(state, ref.id) ? recallProposal(state, ref.id, "VACANCY_CLOSED", context) : unchanged,
    ),
  );
}

/** Whether the employer has not been asked about it yet. */
const isAhead = ({ shortlist }: Placement, vacancyId: string): boolean =>
  shortlist.some((entry) => entry.vacancyId === vacancyId && (entry.state === "APPROVED" || entry.state === "CLIENT_ACCEPTED"));
