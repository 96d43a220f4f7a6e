/** Staff at rest, by the issuer and subject of their login. */
import * as z from "zod";
import type { LocalDate } from "../domain/calendar/local-date.ts";
import { type Staff, staff } from "../domain/offices/staff.ts";
import { type Database, everyPage, type Write } from "./dynamodb.ts";
import { keys } from "./keys.ts";
import type { PageOptions } from "./record.ts";

export function openStaff(db: Database) {
  const inputOf = (officeId: string, page: Partial<PageOptions>) =>
    ({ index: "office", condition: "officePk = :pk", values: { ":pk": `OFFICE#${officeId}` }, ...page }) as const;
  return {
    byLogin: (issuer: string, subject: string) => db.get("staff", keys.staff(issuer, subject), staff),
    /** Everybody who works, or worked, for an office. */
    ofOffice: (officeId: string): Promise<readonly Staff[]> =>
      everyPage((cursor) => db.query("staff", inputOf(officeId, { cursor }), staff)),
    /** The ids of those who worked for an office and belong to another one by now. */
    movedAwayFrom: async (officeId: string): Promise<readonly string[]> => {
      const rows = await everyPage((cursor) =>
        db.query(
          "staff",
          {
            condition: "pk = :pk AND begins_with(sk, :moved)",
            values: { ":pk": `OFFICE#${officeId}`, ":moved": "MOVED#" },
            cursor,
          },
          z.object({ staffId: z.string() }),
        ),
      );
      return rows.map(({ staffId }) => staffId);
    },
    /**
     * Takes one of so many mails that a member of staff may be sent on a day. False: the last one was taken.
     * @param day today, in the office
     */
    async takeMail(staffId: string, day: LocalDate, most: number): Promise<boolean> {
      const row = { label: "mailsToStaff", table: "staff", kind: "update", key: keys.mailsToStaff(staffId) } as const;
      const names = { "#day": "day", "#count": "count" };
      const first = await db.writeOne({
        ...row,
        update: "SET #day = :day, #count = :one",
        condition: "attribute_not_exists(pk) OR #day <> :day",
        names,
        values: { ":day": day, ":one": 1 },
      });
      if (first) return true;
      return db.writeOne({
        ...row,
        update: "SET #count = #count + :one",
        condition: "#day = :day AND #count < :most",
        names,
        values: { ":day": day, ":one": 1, ":most": most },
      });
    },
    /** The same, page by page, by role and name. */
    pageOfOffice: (officeId: string, page: PageOptions) =>
      db.query("staff", { ...inputOf(officeId, page), indexHoldsNames: true }, staff),
  };
}

export const staffPut = (member: Staff): Write => ({
  label: "staff",
  table: "staff",
  kind: "put",
  item: {
    ...keys.staff(member.issuer, member.subject),
    ...member,
    officePk: `OFFICE#${member.officeId}`,
    officeSk: `${member.role}#${member.name}#${member.id}`,
  },
});

/** Keeps that somebody who worked for an office belongs to another one by now. */
export const movedAwayPut = (officeId: string, staffId: string): Write => ({
  label: "movedAway",
  table: "staff",
  kind: "put",
  item: { ...keys.movedAway(officeId, staffId), staffId },
});
