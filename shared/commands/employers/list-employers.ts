/** The employers of the province: by name, or found by the words that somebody typed. */
import type { routes } from "../../api/routes.ts";
import type { Employer } from "../../domain/employers/employer.ts";
import { findByWords, readCursor, writeCursor } from "../record/find-by-words.ts";
import { officeOf, type StaffCommand } from "../request.ts";

/** Errors: REQUEST_INVALID for a cursor of another list, or of an employer that is in it no more. */
export const listEmployers: StaffCommand<typeof routes.listEmployers> = async (deps, { staff, query }) => {
  const { provinceCode } = await officeOf(deps, staff);
  const { q, ...paged } = query;
  if (q === undefined) {
    const page = await deps.store.employers.inProvince(provinceCode, paged);
    return { items: [...page.items], cursor: page.cursor };
  }
  const isThere = (employer: Employer): boolean => employer.provinceCode === provinceCode && employer.mergedInto === undefined;
  const last = await readCursor(query.cursor, async (id) => {
    const employer = await deps.store.employers.employer(id);
    return employer && isThere(employer) ? employer : undefined;
  });
  const { items, next } = await findByWords({
    typed: q,
    limit: query.limit,
    last,
    wanted: isThere,
    byWord: (beginning, stretch) => deps.store.employers.byWord(provinceCode, beginning, stretch),
    load: deps.store.employers.employers,
  });
  return { items: [...items], cursor: next && writeCursor(next) };
};
