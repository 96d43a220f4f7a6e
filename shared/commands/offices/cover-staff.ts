/** Records who stands in for a member of staff, and when. */
import type { routes } from "../../api/routes.ts";
import { instantOf } from "../../domain/calendar/instant.ts";
import { newerVersion, notFound, refusal } from "../../domain/errors.ts";
import type { Cover } from "../../domain/offices/staff.ts";
import { outboxPut } from "../../store/outbox.ts";
import { staffPut } from "../../store/staff.ts";
import { changeRecord } from "../record/change-record.ts";
import { changed, refused } from "../record/decision.ts";
import { records } from "../record/records.ts";
import type { StaffCommand } from "../request.ts";
import { refuseReceiver } from "./receiver.ts";

/**
 * All covers, in the place of those that were there. From its first day on what was asked for before waits its whole time for
 * whoever stands in. Errors: NOT_FOUND, CONFLICT with the newer covers where others were seen, REQUEST_INVALID where a cover cannot carry, ends before it begins, or has ended.
 */
export const coverStaff: StaffCommand<typeof routes.coverStaff> = (deps, { staff, params, body, idempotency }) =>
  changeRecord(
    deps,
    records.office,
    { request: { staff, idempotency }, action: "coverStaff", id: staff.officeId },
    async (office, { now, today }) => {
      const colleagues = await deps.store.staff.ofOffice(office.id);
      const listed = colleagues.find(({ id }) => id === params.id);
      // As it is written now: the list lags.
      const member = listed && (await deps.store.staff.byLogin(listed.issuer, listed.subject));
      if (!member || member.officeId !== office.id) return refused(notFound("staff"));
      const { covers: known = [], coversVersion = 0 } = member;
      if (body.version !== coversVersion) return refused(newerVersion({ id: member.id, covers: known, version: coversVersion }));
      for (const [at, cover] of body.covers.entries()) {
        const error = refuseReceiver(colleagues, cover.by, member.id, `covers.${at}.by`);
        if (error) return refused(error);
        if (cover.to < cover.from || (cover.to < today && !isIn(known, cover)))
          return refused(refusal("REQUEST_INVALID", [{ code: "cover.days", path: `covers.${at}.to` }]));
      }
      const begins = body.covers.filter((cover) => cover.to >= today && !isIn(known, cover));
      return changed({
        state: office,
        event: "coverStaff",
        told: { about: [member.id, ...new Set(begins.map(({ by }) => by))] },
        response: { id: member.id, version: coversVersion + 1 },
        writes: [
          staffPut({ ...member, covers: body.covers, coversVersion: coversVersion + 1 }),
          ...begins.map(({ from }) => {
            const at = from <= today ? now : instantOf(from, 0, office.zone);
            const ref = { topic: "COVER_BEGAN", id: member.id, officeId: office.id, from, at } as const;
            return outboxPut(deps.newId("outbox"), { kind: "FANOUT", ref }, at);
          }),
        ],
      });
    },
  );

const isIn = (covers: readonly Cover[], { by, from, to }: Cover): boolean =>
  covers.some((other) => other.by === by && other.from === from && other.to === to);
