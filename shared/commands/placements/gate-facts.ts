/** Gathers what the gates of law and money look at. */
import type { Client } from "../../domain/client.ts";
import { isInForce, type Vacancy } from "../../domain/employer.ts";
import type { ErrorDetail } from "../../domain/errors.ts";
import { minimumWageIn, monthlyWageOf } from "../../domain/matching/from-records.ts";
import type { Office } from "../../domain/office.ts";
import { findGateFailures } from "../../domain/placement/gates.ts";
import type { Deps } from "../deps.ts";
import { todayIn } from "../office-times.ts";

/**
 * What forbids a placement of a client with these vacancies, as codes with the vacancy.
 * @param startedOn the day on which work began with an employer that chose the client; absent: they are to be proposed today
 */
export async function gateFailures(
  deps: Deps,
  client: Client,
  office: Office,
  vacancies: readonly Vacancy[],
  startedOn?: string,
): Promise<readonly ErrorDetail[]> {
  const startOn = startedOn ?? todayIn(office, deps.now());
  const agreements = (await deps.store.employers.allAgreementsOf(office.id)).filter((one) => isInForce(one, startOn));
  const found = await Promise.all(
    vacancies.map(async (vacancy) => {
      const employer = await deps.store.employers.employer(vacancy.employerId);
      if (!employer) return [{ code: "EMPLOYER_UNKNOWN", value: vacancy.id }];
      return findGateFailures({
        client,
        vacancy,
        employer,
        agreementInForce: agreements.some((one) => one.employerId === employer.id),
        agreementRequired: office.agreementRequired,
        minimumWage: minimumWageIn(vacancy.regencyCode, startOn),
        monthlyWage: monthlyWageOf(vacancy),
        startOn,
        chosen: startedOn !== undefined,
      });
    }),
  );
  return found.flat();
}
