/** Organisations: those of a place by kind and name, or those of the whole nation that are found by the words that somebody typed. */
import type { routes } from "../../api/routes.ts";
import { nameOn } from "../../domain/organisations/names.ts";
import type { Organisation } from "../../domain/organisations/organisation.ts";
import { organisationsIn } from "../../store/organisations.ts";
import { todayIn } from "../office-times.ts";
import { findByWords, readCursor, writeCursor } from "../record/find-by-words.ts";
import { officeOf, type StaffCommand } from "../request.ts";

/** Errors: REQUEST_INVALID for a cursor of another list. */
export const listOrganisations: StaffCommand<typeof routes.listOrganisations> = async (deps, { staff, query }) => {
  const office = await officeOf(deps, staff);
  const today = todayIn(office, deps.now());
  const summary = ({ id, kind, regionCode, class: unitClass, trainingCenterKind, active, ...named }: Organisation) => ({
    ...{ id, kind, regionCode, class: unitClass, trainingCenterKind, active },
    called: nameOn(named, today),
  });
  const { q, place, ...paged } = query;
  if (q === undefined) {
    const page = await organisationsIn(deps.store.database).inPlace(place ?? office.provinceCode, paged);
    return { items: page.items.map(summary), cursor: page.cursor };
  }
  const isWanted = (organisation: Organisation): boolean =>
    (query.kind === undefined || organisation.kind === query.kind) && (place === undefined || organisation.place === place);
  const last = await readCursor(query.cursor, (id) => organisationsIn(deps.store.database).organisation(id));
  const { items, next } = await findByWords({
    typed: q,
    limit: query.limit,
    last,
    wanted: isWanted,
    byWord: organisationsIn(deps.store.database).byWord,
    load: organisationsIn(deps.store.database).organisations,
  });
  return { items: items.map(summary), cursor: next && writeCursor(next) };
};
