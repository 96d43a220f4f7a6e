/** Gathers what the gates of law and money look at. */

import { employersOf, isInForce } from "../../domain/agreements/agreement.ts";
import type { Client } from "../../domain/clients/client.ts";
import type { ErrorDetail } from "../../domain/errors.ts";
import type { Office } from "../../domain/offices/office.ts";
import { findGateFailures } from "../../domain/placements/gates.ts";
import type { ShortlistEntry } from "../../domain/placements/shortlist.ts";
import type { Vacancy } from "../../domain/vacancies/vacancy.ts";
import { minimumWageIn, monthlyWageOf } from "../../domain/vacancies/wage.ts";
import { byId } from "../by-id.ts";
import type { Deps } from "../deps.ts";
import { todayIn } from "../office-times.ts";

export type GateOptions = {
  /** The day on which work began with an employer that chose the client; absent: they are to be proposed today. */
  readonly startedOn?: string;
  /** What the officer has put right, by vacancy. */
  readonly words?: ReadonlyMap<string, Pick<ShortlistEntry, "agreedWage" | "occupationChecked">>;
};

/** What forbids a placement of a client with these vacancies, as codes with the vacancy. */
export async function gateFailures(
  deps: Deps,
  client: Client,
  office: Office,
  vacancies: readonly Vacancy[],
  options: GateOptions = {},
): Promise<readonly ErrorDetail[]> {
  return [...(await failuresByVacancy(deps, client, office, vacancies, options)).values()].flat();
}

/** The same by vacancy, in their order: the agreements and each employer are read once, however many vacancies there are. */
export async function failuresByVacancy(
  deps: Deps,
  client: Client,
  office: Office,
  vacancies: readonly Vacancy[],
  { startedOn, words }: GateOptions = {},
): Promise<ReadonlyMap<string, readonly ErrorDetail[]>> {
  const startOn = startedOn ?? todayIn(office, deps.now());
  const [running, employers] = await Promise.all([
    deps.store.agreements.runningOf(office.id, startOn),
    byId(
      vacancies.map(({ employerId }) => employerId),
      deps.store.employers.employers,
    ),
  ]);
  const partners = new Set(running.filter((agreement) => isInForce(agreement, startOn)).flatMap(employersOf));
  return new Map(
    vacancies.map((recorded) => {
      const word = words?.get(recorded.id);
      const vacancy = word?.agreedWage ? { ...recorded, wage: word.agreedWage } : recorded;
      const employer = employers.get(vacancy.employerId);
      if (!employer) return [vacancy.id, [{ code: "EMPLOYER_UNKNOWN", value: vacancy.id }]];
      const failures = findGateFailures({
        client,
        vacancy,
        employer,
        agreementInForce: partners.has(employer.id),
        agreementRequired: office.agreementRequired,
        minimumWage: minimumWageIn(vacancy.regencyCode, startOn),
        monthlyWage: monthlyWageOf(vacancy),
        startOn,
        chosen: startedOn !== undefined,
        occupationChecked: word?.occupationChecked,
      });
      return [vacancy.id, failures];
    }),
  );
}
