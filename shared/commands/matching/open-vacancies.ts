/** Reads the open vacancies within a client's reach, page by page: nobody has to hold all of them. */

import { provinceOf } from "../../domain/identifiers/region-code.ts";
import { provinces } from "../../domain/identifiers/regions.ts";
import { toMatchingVacancy } from "../../domain/matching/from-records.ts";
import type { MatchingClient, MatchingVacancy } from "../../domain/matching/matching-input.ts";
import { neighboursOf } from "../../domain/reference/neighbouring-provinces.ts";
import type { OpenVacancy } from "../../store/open-vacancies.ts";
import { mapAtOnce } from "../at-once.ts";
import type { Deps } from "../deps.ts";

/** How many regions are read at once. */
const atOnce = 8;

/** The regions in which a client would work, home first: a regency alone (`36.03`), or provinces (`36`). */
export function regionsWithin({
  regencyCode,
  willingness,
}: Pick<MatchingClient, "regencyCode" | "willingness">): readonly string[] {
  const home = provinceOf(regencyCode);
  switch (willingness) {
    case "OWN_REGENCY":
      return [regencyCode];
    case "PROVINCE":
      return [home];
    case "NEIGHBOURING_PROVINCES":
      return [home, ...neighboursOf(home)];
    case "ANYWHERE":
      return [home, ...provinces.map((province) => province.code).filter((code) => code !== home)];
  }
}

/**
 * Shows each page of open vacancies within a client's reach as it comes, the regions in no order: everybody's, and those that
 * stay within the client's office.
 */
export async function readOpenVacancies(
  deps: Deps,
  matchingClient: Pick<MatchingClient, "officeId" | "regencyCode" | "willingness">,
  today: string,
  look: (page: readonly MatchingVacancy[]) => void,
): Promise<void> {
  const regions = regionsWithin(matchingClient);
  const show = (found: readonly OpenVacancy[]): void =>
    look(found.map(({ vacancy, employer }) => toMatchingVacancy(vacancy, employer, today)));
  const isWithin = ({ vacancy }: OpenVacancy): boolean => regions.some((region) => vacancy.regencyCode.startsWith(region));
  await mapAtOnce([undefined, ...regions], atOnce, async (region) => {
    let cursor: string | undefined;
    do {
      const page = await (region === undefined
        ? deps.store.vacancies.openWithinOffice(matchingClient.officeId, cursor)
        : deps.store.vacancies.openIn(region, cursor));
      show(region === undefined ? page.items.filter(isWithin) : page.items);
      cursor = page.cursor;
    } while (cursor);
  });
}
