/** Employers at rest. */
import * as z from "zod";
import { type Employer, employer } from "../domain/employers/employer.ts";
import type { Database, Write } from "./dynamodb.ts";
import { keys } from "./keys.ts";
import { type AtRest, type PageOptions, readStored } from "./record.ts";
import { rowsByWord, wordRows } from "./words.ts";

/** So many that are alike are named. */
const mostAlike = 20;

export function openEmployers(db: Database) {
  return {
    employer: (id: string) => db.get("employers", keys.employer(id), employer),
    /** Up to a hundred by their ids, in their order. */
    employers: (ids: readonly string[]) => db.getMany("employers", ids.map(keys.employer), employer),
    stored: (id: string) => readStored(db, "employers", keys.employer(id), employer),
    /** The employers that are alike by a keyed hash. */
    alike: async (hash: string): Promise<readonly string[]> =>
      (
        await db.query(
          "employers",
          { condition: "pk = :pk", values: { ":pk": keys.employerLikeness(hash, "").pk }, limit: mostAlike },
          z.object({ employerId: z.string() }),
        )
      ).items.map(({ employerId }) => employerId),
    /** Which employer an employer of Karirhub became. */
    fromKarirhub: (reference: string) =>
      db.get("employers", keys.karirhubEmployer(reference), z.object({ employerId: z.string() })),
    inProvince: (provinceCode: string, page: PageOptions) =>
      db.query(
        "employers",
        {
          index: "directory",
          condition: "directoryPk = :pk",
          values: { ":pk": `PROVINCE#${provinceCode}` },
          ...page,
          // Whoever employs as an individual is known by their own name.
          indexHoldsNames: true,
        },
        employer,
      ),
    /** The ids of a province's employers by words that begin so, in the order of the words. */
    byWord: (provinceCode: string, beginning: string, stretch: { readonly after?: string | undefined; readonly limit: number }) =>
      rowsByWord(db, "employers", keys.employerWord(provinceCode, beginning, "").pk, beginning, stretch),
  };
}

export const employerAtRest: AtRest<Employer> = {
  label: "employer",
  table: "employers",
  key: ({ id }) => keys.employer(id),
  attributes: (employer) => ({
    ...employer,
    // What has become another record is in no list.
    ...(employer.mergedInto === undefined && {
      directoryPk: `PROVINCE#${employer.provinceCode}`,
      directorySk: `${employer.legalName.toLocaleLowerCase("id")}#${employer.id}`,
    }),
  }),
  locks: ({
    karirhubRef,
    likeness = [],
    searchWords = [],
    provinceCode,
    id,
    mergedInto = id,
    unverified,
    registeredBy,
    sentBack,
  }) => [
    ...(unverified && mergedInto === id
      ? [
          {
            label: "unverifiedEmployer",
            key: keys.unverifiedEmployer(provinceCode, id),
            item: { ...(registeredBy === undefined ? {} : { registeredBy }) },
            follows: sentBack ? { sentBack: true } : {},
          },
        ]
      : []),
    ...wordRows(mergedInto === id ? searchWords : [], (word) => keys.employerWord(provinceCode, word, id)),
    ...(karirhubRef ? [{ label: "karirhub", key: keys.karirhubEmployer(karirhubRef), item: { employerId: mergedInto } }] : []),
    ...likeness.map((hash) => ({ label: "likeness", key: keys.employerLikeness(hash, id), item: { employerId: id } })),
  ],
};

/** An employer of Karirhub leads to the record that its own has become. */
export const karirhubPuts = ({ karirhubRef }: Employer, employerId: string): readonly Write[] =>
  karirhubRef
    ? [{ label: "karirhub", table: "employers", kind: "put", item: { ...keys.karirhubEmployer(karirhubRef), employerId } }]
    : [];
