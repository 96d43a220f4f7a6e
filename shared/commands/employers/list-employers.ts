/** The employers of the province: by name, or found by the words that somebody typed. */
import type { routes } from "../../api/routes.ts";
import type { Employer } from "../../domain/employers/employer.ts";
import { isTurnWith, unverifiedEmployersIn } from "../../store/unverified-employers.ts";
import type { Deps } from "../deps.ts";
import { findByWords, readCursor, writeCursor } from "../record/find-by-words.ts";
import { officeOf, type StaffCommand } from "../request.ts";

/** Errors: REQUEST_INVALID for a cursor of another list, or of an employer that is in it no more. */
export const listEmployers: StaffCommand<typeof routes.listEmployers> = async (deps, { staff, query }) => {
  const { provinceCode } = await officeOf(deps, staff);
  const { q, toVerify, ...paged } = query;
  if (toVerify) return listToVerify(deps, { provinceCode, staffId: staff.id }, query);
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

/** So many rows are looked at for one page: what the asker has registered waits for somebody else. */
const mostLooked = 300;

async function listToVerify(
  deps: Deps,
  { provinceCode, staffId }: { readonly provinceCode: string; readonly staffId: string },
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
) {
  const load = async (id: string) => deps.store.employers.employer(id);
  let after = (await readCursor(cursor, load))?.record.id;
  const wanted: string[] = [];
  let more = true;
  for (let looked = 0; more && wanted.length < limit && looked < mostLooked; looked += limit) {
    const rows = await unverifiedEmployersIn(deps.store.database, provinceCode, { after, limit });
    const room = limit - wanted.length;
    const found = rows.filter((row) => isTurnWith(row, staffId)).slice(0, room);
    wanted.push(...found.map(({ id }) => id));
    // Where the page is full in the middle of what was read, the next one begins behind its last employer.
    after = found.length === room ? found.at(-1)?.id : (rows.at(-1)?.id ?? after);
    more = rows.length === limit || (rows.length > 0 && rows.at(-1)?.id !== after);
  }
  const items = await deps.store.employers.employers(wanted);
  return {
    items: items.flatMap((employer) => employer ?? []),
    cursor: more && after !== undefined ? writeCursor({ id: after, way: "verify" }) : undefined,
  };
}
