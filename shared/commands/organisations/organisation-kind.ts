/** The organisation as a kind of record. Apart from the others: most functions never read one. */
import { organisationAtRest, organisationsIn } from "../../store/organisations.ts";
import { toNoOffice, whole } from "../record/records.ts";

export const organisationKind = whole(organisationAtRest, {
  what: "organisation",
  load: ({ database }, id) => organisationsIn(database).stored(id),
  belongsTo: () => toNoOffice,
});
