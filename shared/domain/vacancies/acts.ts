/** The acts of staff on a vacancy. */
import { type Asker, type Offer, offersOn, type RecordAct } from "../offices/acts.ts";

export type VacancyNow = {
  readonly kind: "VACANCY";
  readonly status: "OPEN" | "CLOSED";
  readonly closedBecause?: string | undefined;
};

/** What the start of whoever was chosen is held to: a post that is filled is closed, and one of these may still be wrong. */
const heldAtStart: readonly string[] = ["wage", "workDays", "reportDayFree"];

/** Whether a field may be mended now. What has run out is opened again by a later last day, with whatever else is wrong. */
export const isMendable = ({ status, closedBecause }: Pick<VacancyNow, "status" | "closedBecause">, field: string): boolean =>
  status === "OPEN" || closedBecause === "EXPIRED" || heldAtStart.includes(field);

const vacancyActs = [
  ["changeVacancy", { action: "changeVacancy" }],
  ["closeVacancy", { action: "closeVacancy", standing: ({ status }) => (status === "OPEN" ? "FREE" : "ABSENT") }],
] as const satisfies readonly (readonly [string, RecordAct<VacancyNow>])[];

export type VacancyAct = (typeof vacancyActs)[number][0];
export const vacancyActNames: readonly VacancyAct[] = vacancyActs.map(([name]) => name);

/** What somebody may do about a vacancy now. */
export const actsOnVacancy = (asker: Asker, state: VacancyNow): readonly Offer<VacancyAct>[] =>
  offersOn(asker, vacancyActs, state);
