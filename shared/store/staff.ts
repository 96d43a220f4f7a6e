/** Staff at rest, by the issuer and subject of their login. */
import { type Staff, staff } from "../domain/offices/staff.ts";
import { type Database, everyPage, type Write } from "./dynamodb.ts";
import { keys } from "./keys.ts";
import type { PageOptions } from "./record.ts";

export function openStaff(db: Database) {
  const pageOfOffice = (officeId: string, { limit, cursor }: Partial<PageOptions>) =>
    db.query(
      "staff",
      { index: "office", condition: "officePk = :pk", values: { ":pk": `OFFICE#${officeId}` }, limit, cursor },
      staff,
    );
  return {
    byLogin: (issuer: string, subject: string) => db.get("staff", keys.staff(issuer, subject), staff),
    /** Everybody who works, or worked, for an office. */
    ofOffice: (officeId: string): Promise<readonly Staff[]> => everyPage((cursor) => pageOfOffice(officeId, { cursor })),
    /** The same, page by page, by role and name. */
    pageOfOffice,
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
