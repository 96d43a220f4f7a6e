/** Gathers what the gates of law and money look at. */

import { isInForce } from "../../domain/agreements/agreement.ts";
import type { Client } from "../../domain/clients/client.ts";
import type { ErrorDetail } from "../../domain/errors.ts";
import type { Office } from "../../domain/offices/office.ts";
import { findGateFailures } from "../../domain/placements/gates.ts";
import type { ShortlistEntry } from "../../domain/placements/shortlist.ts";
import type { Vacancy } from "../../domain/vacancies/vacancy.ts";
import { minimumWageIn, monthlyWageOf } from "../../domain/vacancies/wage.ts";
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
  { startedOn, words }: GateOptions = {},
): Promise<readonly ErrorDetail[]> {
  const startOn = startedOn ?? todayIn(office, deps.now());
  const running = await deps.store.agreements.runningOf(office.id, startOn);
  const agreements = running.filter((agreement) => isInForce(agreement, startOn));
  const found = await Promise.all(
    vacancies.map(async (recorded) => {
      const word = words?.get(recorded.id);
      const vacancy = word?.agreedWage ? { ...recorded, wage: word.agreedWage } : recorded;
      const employer = await deps.store.employers.employer(vacancy.employerId);
      if (!employer) return [{ code: "EMPLOYER_UNKNOWN", value: vacancy.id }];
      return findGateFailures({
        client,
        vacancy,
        employer,
        agreementInForce: agreements.some((agreement) => agreement.employerId === employer.id),
        agreementRequired: office.agreementRequired,
        minimumWage: minimumWageIn(vacancy.regencyCode, startOn),
        monthlyWage: monthlyWageOf(vacancy),
        startOn,
        chosen: startedOn !== undefined,
        occupationChecked: word?.occupationChecked,
      });
    }),
  );
  return found.flat();
}
