/** How much there is to do: counted as far as a person takes it in, so that no count grows with the office. */
import { mostCounted } from "../../api/placements-shown.ts";
import type { routes } from "../../api/routes.ts";
import { lastDateOf } from "../../domain/calendar/format.ts";
import { isTurnOf } from "../../domain/certificates/certificate.ts";
import { mayEver } from "../../domain/offices/access-policy.ts";
import { carriedBy } from "../../domain/offices/in-charge.ts";
import type { Process } from "../../domain/processes.ts";
import { asksSupervisor, officerLists } from "../../store/process-places.ts";
import { transfersIn } from "../../store/transfers.ts";
import { isTurnWith, unverifiedEmployersIn } from "../../store/unverified-employers.ts";
import { todayIn } from "../office-times.ts";
import { officeOf, type StaffCommand } from "../request.ts";
import { pageOf, type Source } from "./work-lists.ts";
import { inboxOf } from "./work-of-staff.ts";

export const countInbox: StaffCommand<typeof routes.countInbox> = async (deps, { staff }) => {
  const office = await officeOf(deps, staff);
  const colleagues = await deps.store.staff.ofOffice(office.id);
  const now = deps.now();
  const day = todayIn(office, now);
  const first = { limit: mostCounted };
  const isHere = ({ officeId }: Process): boolean => officeId === office.id;
  const others = carriedBy(staff, colleagues, day).map(
    (officerId): Source =>
      (stretch) =>
        deps.store.processes.ofOfficerList(officerLists.others(officerId), stretch),
  );
  const [mine, elsewhere, certificates, transfers, employers] = await Promise.all([
    pageOf(await inboxOf(deps, { staff, colleagues, day }), first, isHere),
    pageOf(others, first, isHere),
    deps.store.certificates.firstUnverifiedIn(office.id, { today: day, limit: mostCounted }),
    mayEver(staff.role, "readTransfers") ? transfersIn(deps.store.database).ofOffice(office.id, first) : undefined,
    mayEver(staff.role, "verifyEmployer") ? unverifiedEmployersIn(deps.store.database, office.provinceCode, first) : undefined,
  ]);
  const count = (fits: (process: Process) => boolean): number => mine.items.filter(fits).length;
  const isLate = ({ deadline }: Process): boolean => deadline !== undefined && deadline <= now;
  // A deadline is the first moment after the last day.
  const isDueToday = ({ deadline }: Process): boolean =>
    deadline !== undefined && deadline > now && lastDateOf(deadline, office.zone) === day;
  return {
    now,
    most: mostCounted,
    late: count(isLate),
    today: count(isDueToday),
    later: count((process) => !isLate(process) && !isDueToday(process)),
    calls: count(({ needsCall }) => needsCall !== undefined),
    escalated: count(asksSupervisor),
    others: elsewhere.items.length,
    certificates: certificates.filter((certificate) => isTurnOf(certificate, staff.id, day)).length,
    employers: employers?.filter((row) => isTurnWith(row, staff.id)).length,
    transfers: transfers?.items.length,
  };
};
