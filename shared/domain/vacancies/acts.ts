/** The acts of staff on a vacancy. */
import { type Asker, type Offer, offersOn, type RecordAct } from "../offices/acts.ts";

export type VacancyNow = {
  readonly kind: "VACANCY";
  readonly status: "OPEN" | "CLOSED";
  readonly closedBecause?: string | undefined;
};

const vacancyActs = [
  [
    "changeVacancy",
    {
      action: "changeVacancy",
      // What has run out is opened again by a later last day.
      standing: ({ status, closedBecause }) => (status === "OPEN" || closedBecause === "EXPIRED" ? "FREE" : "ABSENT"),
    },
  ],
  ["closeVacancy", { action: "closeVacancy", standing: ({ status }) => (status === "OPEN" ? "FREE" : "ABSENT") }],
] as const satisfies readonly (readonly [string, RecordAct<VacancyNow>])[];

export type VacancyAct = (typeof vacancyActs)[number][0];
export const vacancyActNames: readonly VacancyAct[] = vacancyActs.map(([name]) => name);

/** What somebody may do about a vacancy now. */
export const actsOnVacancy = (asker: Asker, state: VacancyNow): readonly Offer<VacancyAct>[] =>
  offersOn(asker, vacancyActs, state);
