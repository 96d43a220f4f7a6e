/** Organisations at rest. */
import * as z from "zod";
import type { OrganisationKind } from "../domain/organisations/kinds.ts";
import { organisationLikeness } from "../domain/organisations/likeness.ts";
import { newestName } from "../domain/organisations/names.ts";
import { type Organisation, organisation } from "../domain/organisations/organisation.ts";
import type { Database } from "./dynamodb.ts";
import { keys } from "./keys.ts";
import { type AtRest, type PageOptions, readStored } from "./record.ts";
import { rowsByWord, wordRows } from "./words.ts";

/** So many that are alike are named. */
const mostAlike = 20;

const reference = z.object({ organisationId: z.string() });

/** A door of their own: what most functions never read is in no other bundle. */
export function organisationsIn(db: Database) {
  return {
    organisation: (id: string) => db.get("employers", keys.organisation(id), organisation),
    /** Up to a hundred by their ids, in their order. */
    organisations: (ids: readonly string[]) => db.getMany("employers", ids.map(keys.organisation), organisation),
    stored: (id: string) => readStored(db, "employers", keys.organisation(id), organisation),
    /** The id of the organisation that an office is. */
    ofOffice: async (officeId: string): Promise<string | undefined> =>
      (await db.get("employers", keys.organisationOfOffice(officeId), reference))?.organisationId,
    /** The ids of those that share a text of likeness. */
    alike: async (text: string): Promise<readonly string[]> =>
      (
        await db.query(
          "employers",
          { condition: "pk = :pk", values: { ":pk": keys.organisationLikeness(text, "").pk }, limit: mostAlike },
          reference,
        )
      ).items.map(({ organisationId }) => organisationId),
    /** Those of a place, by kind and name. @param place a province, or the whole nation */
    inPlace: (place: string, { kind, ...page }: PageOptions & { readonly kind?: OrganisationKind | undefined }) =>
      db.query(
        "employers",
        {
          index: "directory",
          condition: kind === undefined ? "directoryPk = :pk" : "directoryPk = :pk AND begins_with(directorySk, :kind)",
          values: { ":pk": `ORGANISATIONS#${place}`, ...(kind === undefined ? {} : { ":kind": `${kind}#` }) },
          ...page,
        },
        organisation,
      ),
    /** The ids of those of the whole nation by words that begin so, in the order of the words. */
    byWord: (beginning: string, stretch: { readonly after?: string | undefined; readonly limit: number }) =>
      rowsByWord(db, "employers", keys.organisationWord(beginning, "").pk, beginning, stretch),
  };
}

export const organisationAtRest: AtRest<Organisation> = {
  label: "organisation",
  table: "employers",
  key: ({ id }) => keys.organisation(id),
  attributes: (organisation) => ({
    ...organisation,
    directoryPk: `ORGANISATIONS#${organisation.place}`,
    directorySk: `${organisation.kind}#${newestName(organisation).toLocaleLowerCase("id")}#${organisation.id}`,
  }),
  locks: (organisation) => {
    const { id, searchWords = [], officeId } = organisation;
    const item = { organisationId: id };
    return [
      ...wordRows(searchWords, (word) => keys.organisationWord(word, id)),
      ...organisationLikeness(organisation).map((text) => ({
        label: "organisationLikeness",
        key: keys.organisationLikeness(text, id),
        item,
      })),
      ...(officeId === undefined ? [] : [{ label: "organisationOfOffice", key: keys.organisationOfOffice(officeId), item }]),
    ];
  },
};
