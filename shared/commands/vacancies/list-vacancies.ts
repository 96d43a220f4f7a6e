/** The open vacancies of the province, by cursor: first those that stay within the office, then everybody's. */
import type { routes } from "../../api/routes.ts";
import type { Vacancy } from "../../domain/vacancies/vacancy.ts";
import { todayIn } from "../office-times.ts";
import { officeOf, type StaffCommand } from "../request.ts";

/** A cursor within those that stay within the office begins so. */
const own = "own.";

export const listVacancies: StaffCommand<typeof routes.listVacancies> = async (deps, { staff, query }) => {
  const office = await officeOf(deps, staff);
  const { limit, cursor } = query;
  const today = todayIn(office, deps.now());
  // What has run out closes in the night after its last day; what was opened before that was so stands open for ever.
  const isOpen = ({ validUntil }: Vacancy): boolean => validUntil >= today;
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

/** The cursor at which everybody's begin. */
const all = "all";
