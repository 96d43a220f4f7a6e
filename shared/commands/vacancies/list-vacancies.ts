/** The open vacancies of the province: first those that stay within the office, then everybody's; or found by what somebody typed. */
import type { Parsed, routes } from "../../api/routes.ts";
import type { Office } from "../../domain/offices/office.ts";
import { isSeenBy, type Vacancy } from "../../domain/vacancies/vacancy.ts";
import type { Deps } from "../deps.ts";
import { todayIn } from "../office-times.ts";
import { findByWords, readCursor, writeCursor } from "../record/find-by-words.ts";
import { officeOf, type StaffCommand } from "../request.ts";

/** A cursor within those that stay within the office begins so. */
const own = "own.";

/** Errors: REQUEST_INVALID for a cursor of another list, or of a vacancy that is in it no more. */
export const listVacancies: StaffCommand<typeof routes.listVacancies> = async (deps, { staff, query }) => {
  const office = await officeOf(deps, staff);
  const { limit, cursor, q } = query;
  const today = todayIn(office, deps.now());
  // What has run out closes in the night after its last day; what was opened before that was so stands open for ever.
  const isOpen = ({ validUntil }: Vacancy): boolean => validUntil >= today;
  if (q !== undefined) return find(deps, office, { ...query, q }, isOpen);
  const items: Vacancy[] = [];
  if (cursor === undefined || cursor.startsWith(own)) {
    const page = await deps.store.vacancies.listWithinOffice(office.id, { limit, cursor: cursor?.slice(own.length) });
    if (page.cursor) return { items: page.items.filter(isOpen), cursor: `${own}${page.cursor}` };
    items.push(...page.items);
    if (items.length === limit) return { items: items.filter(isOpen), cursor: all };
  }
  const from = cursor === undefined || cursor.startsWith(own) || cursor === all ? undefined : cursor;
  const page = await deps.store.vacancies.openInProvince(office.provinceCode, { limit: limit - items.length, cursor: from });
  return { items: [...items, ...page.items].filter(isOpen), cursor: page.cursor };
};

type Asked = Parsed<typeof routes.listVacancies>["query"] & { readonly q: string };

async function find(deps: Deps, office: Office, { q, limit, cursor }: Asked, isOpen: (vacancy: Vacancy) => boolean) {
  const { vacancies } = deps.store;
  const isThere = (vacancy: Vacancy): boolean =>
    isSeenBy(vacancy, office.id) && (vacancy.withinOffice !== undefined || vacancy.provinceCode === office.provinceCode);
  const last = await readCursor(cursor, async (id) => {
    const vacancy = await vacancies.vacancy(id);
    return vacancy && isThere(vacancy) ? vacancy : undefined;
  });
  const { items, next } = await findByWords({
    typed: q,
    limit,
    last,
    wanted: (vacancy) => isThere(vacancy) && vacancy.status === "OPEN" && vacancy.seatsFree > 0 && isOpen(vacancy),
    byWord: (beginning, stretch) => vacancies.byWord(office, beginning, stretch),
    load: vacancies.vacancies,
  });
  return { items: [...items], cursor: next && writeCursor(next) };
}

/** The cursor at which everybody's begin. */
const all = "all";
