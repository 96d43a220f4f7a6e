/** What the rules of a placement may know beside the state. */
import type { Instant } from "../calendar/instant.ts";
import type { Zone } from "../calendar/zone.ts";
import type { Reporting } from "../clients/reporting.ts";
import type { CallReason } from "../employers/contact.ts";
import type { ProcessContext } from "../process/transition.ts";

/** The moment, the actor, the office's calendar, and which vacancies still have a seat. */
export type RuleContext = ProcessContext & {
  /** The zone of the office. */
  readonly zone: Zone;
  /** Whether the client reports to the office on the day of a moment. */
  readonly isReportDay: (at: Instant) => boolean;
  /** Nine in the morning of the office, so many working days from now. */
  readonly morningAfter: (workingDays: number) => Instant;
  /** The end of the client's next report day, so many working days from now at the latest. */
  readonly reportDayWithin: (reporting: Reporting | undefined, workingDays: number) => Instant;
  /** Vacancies of the shortlist that are open and have a free seat. */
  readonly withSeat: ReadonlySet<string>;
  /** Vacancies of the shortlist whose employer no mail reaches, and why: the officer calls. */
  readonly byPhone: ReadonlyMap<string, CallReason>;
  /** Vacancies of the shortlist whose validity has ended: nobody is asked about them any more. */
  readonly expired: ReadonlySet<string>;
};
