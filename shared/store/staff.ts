/** Staff at rest, by the issuer and subject of their login. */
import { type Staff, staff } from "../domain/offices/staff.ts";
import { type Database, everyPage, type Write } from "./dynamodb.ts";
import { keys } from "./keys.ts";

export function openStaff(db: Database) {
  return {
    byLogin: (issuer: string, subject: string) => db.get("staff", keys.staff(issuer, subject), staff),
    /** Everybody who works, or worked, for an office. */
    ofOffice: (officeId: string): Promise<readonly Staff[]> =>
      everyPage((cursor) =>
        db.query(
          "staff",
          { index: "office", condition: "officePk = :pk", values: { ":pk": `OFFICE#${officeId}` }, cursor },
          staff,
        ),
      ),
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
