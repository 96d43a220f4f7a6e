/** Vacancies at rest, with their seats. */
import * as z from "zod";
import { vacancyWordsOf } from "../domain/identifiers/search-words.ts";
import type { MatchedEmployer } from "../domain/matching/from-records.ts";
import type { Office } from "../domain/offices/office.ts";
import { type Vacancy, vacancy } from "../domain/vacancies/vacancy.ts";
import type { Database, Write } from "./dynamodb.ts";
import { keys } from "./keys.ts";
import { employerIn, matchingText, openIndex, openKeys, openVacancyQueries } from "./open-vacancies.ts";
import { type AtRest, type PageOptions, readStored } from "./record.ts";
import { rowsByWord, type WordRow, wordRows } from "./words.ts";

const offeredVacancy = z
  .intersection(vacancy, z.object({ matching: z.string() }))
  .transform(({ matching, ...vacancy }): OfferedVacancy => ({ ...vacancy, offeredBy: employerIn(matching) }));

export function openVacancies(db: Database) {
  return {
    vacancy: (id: string) => db.get("employers", keys.vacancy(id), vacancy),
    /** Up to a hundred by their ids, in their order. */
    vacancies: (ids: readonly string[]) => db.getMany("employers", ids.map(keys.vacancy), vacancy),
    stored: (id: string) => readStored(db, "employers", keys.vacancy(id), offeredVacancy),
    /** The vacancies of an employer, whatever their status, but for those that were opened before they were listed with it. */
    ofEmployer: (employerId: string, page: PageOptions) =>
      db.query(
        "employers",
        {
          condition: "pk = :pk AND begins_with(sk, :kind)",
          values: { ":pk": keys.employer(employerId).pk, ":kind": "VACANCY#" },
          ...page,
        },
        z.object({ vacancyId: z.string() }),
      ),
    /** Which vacancy a vacancy of Karirhub became. */
    fromKarirhub: (reference: string) => db.get("employers", keys.karirhub(reference), z.object({ vacancyId: z.string() })),
    /** The ids of what is open for an office in its province by words that begin so, in the order of the words. */
    byWord: async (
      { id, provinceCode }: Pick<Office, "id" | "provinceCode">,
      beginning: string,
      stretch: { readonly after?: string | undefined; readonly limit: number },
    ): Promise<readonly WordRow[]> => {
      const places = [
        placeOfWords({ officeId: id, provinceCode }),
        placeOfWords({ officeId: id, provinceCode, withinOffice: true }),
      ];
      const rows = await Promise.all(
        places.map((place) => rowsByWord(db, "employers", keys.vacancyWord(place, beginning, "").pk, beginning, stretch)),
      );
      return rows
        .flat()
        .sort((one, other) => (one.place < other.place ? -1 : 1))
        .slice(0, stretch.limit);
    },
    ...openVacancyQueries(db),
  };
}

/** Where the words of a vacancy stand: with its province's, or with those of the office within which it stays. */
const placeOfWords = ({
  withinOffice,
  officeId,
  provinceCode,
}: Pick<Vacancy, "withinOffice" | "officeId" | "provinceCode">): string =>
  withinOffice ? `OFFICE#${officeId}` : `PROVINCE#${provinceCode}`;

/** A vacancy with what matching reads of its employer, which is written beside it. */
export type OfferedVacancy = Vacancy & { readonly offeredBy: MatchedEmployer };

/** A seat is taken and given back on the same item without a new version: where the vacancy stands in the lists rests on it. */
export const vacancyAtRest: AtRest<OfferedVacancy> = {
  label: "vacancy",
  table: "employers",
  key: ({ id }) => keys.vacancy(id),
  attributes: ({ offeredBy, ...vacancy }) => ({
    ...vacancy,
    matching: matchingText(vacancy, offeredBy),
    ...openIndex(vacancy),
  }),
  holds: (before, after) =>
    isSamePlace(before, after) && before.seatsFree === after.seatsFree ? {} : { seatsFree: before.seatsFree },
  derived: (vacancy) => ({ searchWords: vacancyWordsOf(vacancy) }),
  locks: ({ karirhubRef, employerId, id, status, searchWords = [], ...vacancy }) => [
    // What is closed is in no list.
    ...wordRows(status === "OPEN" ? searchWords : [], (word) => keys.vacancyWord(placeOfWords(vacancy), word, id)),
    { label: "ofEmployer", key: keys.employerVacancy(employerId, id), item: { vacancyId: id } },
    ...(karirhubRef ? [{ label: "karirhub", key: keys.karirhub(karirhubRef), item: { vacancyId: id } }] : []),
  ],
};

/** Whether two versions would stand in the same place of the lists while they have a free seat. */
const isSamePlace = (before: Vacancy, after: Vacancy): boolean => {
  const [place, next] = [before, after].map((vacancy) => openIndex({ ...vacancy, seatsFree: 1 }));
  return openKeys.every((name) => place?.[name] === next?.[name]);
};

/** Takes or gives back a seat. Holds on the number as read, so that the list of open vacancies stays true. */
export function seatChange(vacancy: Vacancy, by: 1 | -1): Write {
  const after = { ...vacancy, seatsFree: vacancy.seatsFree + by };
  const index = openIndex(after);
  const entry = index ? openKeys.map((name) => `, ${name} = :${name}`).join("") : ` REMOVE ${openKeys.join(", ")}`;
  return {
    label: "seat",
    table: "employers",
    kind: "update",
    key: keys.vacancy(vacancy.id),
    update: `SET seatsFree = :after${entry}`,
    condition:
      by < 0 ? "seatsFree = :before AND seatsFree > :none AND #status = :status" : "seatsFree = :before AND #status = :status",
    names: { "#status": "status" },
    values: {
      ":after": after.seatsFree,
      ":before": vacancy.seatsFree,
      ":status": vacancy.status,
      ...(by < 0 ? { ":none": 0 } : {}),
      ...(index ? Object.fromEntries(openKeys.map((name) => [`:${name}`, index[name]])) : {}),
    },
  };
}
