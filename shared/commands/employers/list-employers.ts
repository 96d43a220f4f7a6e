/** The employers of the province: by name, or found by the words that somebody typed. */
import type { routes } from "../../api/routes.ts";
import type { Employer } from "../../domain/employers/employer.ts";
import { refusal } from "../../domain/errors.ts";
import type { Deps } from "../deps.ts";
import { findByWords, type Last } from "../record/find-by-words.ts";
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
  const last = query.cursor === undefined ? undefined : await readCursor(deps, query.cursor, isThere);
  const { items, next } = await findByWords({
    typed: q,
    limit: query.limit,
    last,
    wanted: isThere,
    byWord: (beginning, stretch) => deps.store.employers.byWord(provinceCode, beginning, stretch),
    load: deps.store.employers.employer,
  });
  return { items: [...items], cursor: next && Buffer.from(`${next.id} ${next.way}`).toString("base64url") };
};

/** A cursor of a search names the last employer that was read, by its id alone: whoever employs as an individual has a name, too. */
async function readCursor(deps: Deps, cursor: string, isThere: (employer: Employer) => boolean): Promise<Last<Employer>> {
  const [id = "", way = ""] = Buffer.from(cursor, "base64url").toString("utf8").split(" ");
  const employer = /^em_\w{26}$/.test(id) ? await deps.store.employers.employer(id) : undefined;
  if (!employer || !isThere(employer)) throw refusal("REQUEST_INVALID", [{ code: "cursor.invalid", path: "cursor" }]);
  return { record: employer, way };
}
