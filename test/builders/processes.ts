/** Placements and follow-ups where a test wants them, and the little that their rules may know. */
import { type Weekday, weekdays } from "../../shared/domain/calendar/weekdays.ts";
import { reportingOf } from "../../shared/domain/clients/reporting.ts";
import { type FollowUp, followUp } from "../../shared/domain/follow-ups/follow-up.ts";
import type { FollowUpContext } from "../../shared/domain/follow-ups/rules.ts";
import { deadlineSettings } from "../../shared/domain/offices/deadline-settings.ts";
import { type Placement, placement } from "../../shared/domain/placements/placement.ts";
import type { ShortlistEntry } from "../../shared/domain/placements/shortlist.ts";
import { type PlacementStatus, placementStatusRows } from "../../shared/domain/placements/statuses.ts";
import type { Actor } from "../../shared/domain/process/actor.ts";
import type { ProcessContext } from "../../shared/domain/process/transition.ts";
import { idNo } from "./ids.ts";
import { startOfTest } from "./records.ts";

const day = 86_400_000;
const after = (from: string, days: number): string => new Date(Date.parse(from) + days * day).toISOString();

/** Somebody of the office, and the contact of an employer. */
export const officer = { kind: "staff", staffId: idNo("staff", 1), role: "officer" } as const satisfies Actor;
export const supervisor = { kind: "staff", staffId: idNo("staff", 2), role: "supervisor" } as const satisfies Actor;
export const trainer = { kind: "staff", staffId: idNo("staff", 3), role: "trainer" } as const satisfies Actor;
export const contact = { kind: "link", contactId: idNo("contact", 1) } as const satisfies Actor;

/** The same with somebody else at work. */
export const by = <C extends ProcessContext>(actor: Actor, context: C): C => ({ ...context, actor });

/** A calendar in which every day is a working day: its deadlines can be worked out in one's head. */
export const buildContext = (
  changes: {
    now?: string;
    withSeat?: readonly string[];
    byPhone?: readonly string[];
    expired?: readonly string[];
    reportDay?: Weekday;
    mayContact?: boolean;
    actor?: Actor;
  } = {},
): FollowUpContext => {
  const now = changes.now ?? startOfTest;
  return {
    now,
    zone: "WIB",
    isReportDay: (at) => weekdays[(new Date(Date.parse(at) + 7 * 3_600_000).getUTCDay() + 6) % 7] === changes.reportDay,
    actor: changes.actor ?? officer,
    settings: deadlineSettings.parse({}),
    deadlineAfter: (days, from = now) => after(from, days),
    morningAfter: (days) => after(now, days),
    morningOfDay: (startedOn, days) => after(`${startedOn}T02:00:00.000Z`, days),
    reportDayWithin: (reporting, days) => after(now, reporting ? Math.min(2, days) : days),
    reporting: reportingOf({ reportDay: changes.reportDay }),
    mayContact: () => changes.mayContact ?? true,
    byPhone: new Map((changes.byPhone ?? []).map((vacancyId) => [vacancyId, "NO_MAIL"])),
    expired: new Set(changes.expired ?? []),
    withSeat: new Set(changes.withSeat ?? [1, 2, 3, 4, 5, 6, 7, 8].map((no) => idNo("vacancy", no))),
  };
};

const waitsFor = (status: PlacementStatus): boolean => placementStatusRows[status].kind === "WAITS";

export const buildEntry = (no: number, changes: Partial<ShortlistEntry> = {}): ShortlistEntry => ({
  vacancyId: idNo("vacancy", no),
  employerId: idNo("employer", no),
  state: "APPROVED",
  discloseBapas: false,
  ...changes,
});

/** A placement in a status, with its wait open and the deadline five days ahead. */
export const buildPlacement = (status: PlacementStatus, changes: Partial<Placement> = {}): Placement =>
  placement.parse({
    id: idNo("placement", 1),
    kind: "PLACEMENT",
    clientId: idNo("client", 1),
    officeId: "bapas-uji",
    officerId: idNo("staff", 1),
    attempt: 1,
    route: "MATCH",
    status,
    stage: 1,
    version: 7,
    waitNo: 3,
    waitOpen: waitsFor(status),
    ...(waitsFor(status) ? { deadline: after(startOfTest, 5) } : {}),
    run: 1,
    provinceCode: "36",
    regencyCode: "36.03",
    withoutCertificate: false,
    shortlistNo: 1,
    shortlist: [],
    employersAsked: 0,
    confirmedBy: {},
    milestones: { startedAt: startOfTest },
    ...changes,
  });

/** A follow-up that waits for its 30th day. */
export const buildFollowUp = (changes: Partial<FollowUp> = {}): FollowUp =>
  followUp.parse({
    id: idNo("followUp", 1),
    kind: "FOLLOW_UP",
    placementId: idNo("placement", 1),
    clientId: idNo("client", 1),
    employerId: idNo("employer", 1),
    vacancyId: idNo("vacancy", 1),
    officeId: "bapas-uji",
    officerId: idNo("staff", 1),
    status: "AWAITING_DAY",
    stage: 1,
    version: 1,
    waitNo: 1,
    waitOpen: true,
    deadline: "2026-04-01T02:00:00.000Z",
    run: 1,
    startedOn: "2026-03-02",
    day: 30,
    employerContactStopped: false,
    asked: {},
    days: [],
    ...changes,
  });
