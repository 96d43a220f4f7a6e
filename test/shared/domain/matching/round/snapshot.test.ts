import { describe, expect, it } from "vitest";
import {
  clientOfLine,
  readSnapshotLine,
  type SnapshotLine,
  vacancyOfLine,
} from "../../../../../shared/domain/matching/round/snapshot.ts";

const post = { kind: "vacancy", id: "va_1", employerId: "em_1", regencyCode: "36.03", seatsFree: 1, validUntil: "2026-06-30" };
const person = { kind: "client", id: "cl_1", officeId: "of_1", regencyCode: "36.03", waitingSince: "2026-01-12" };

const read = (record: object): SnapshotLine | undefined => readSnapshotLine(JSON.stringify(record));
const vacancyOf = (change: object) => {
  const line = read({ ...post, ...change });
  return line?.kind === "vacancy" ? vacancyOfLine(line) : undefined;
};
const clientOf = (change: object) => {
  const line = read({ ...person, ...change });
  return line?.kind === "client" ? clientOfLine(line) : undefined;
};

describe("a line of a snapshot", () => {
  it("brings what it says twice once, and schemes in one spelling", () => {
    expect(vacancyOf({ skills: ["A", "A"], units: ["U", "U"], schemes: ["Las-Dasar", "LAS DASAR", "-"] })).toMatchObject({
      skills: ["A"],
      units: ["U"],
      schemes: ["LAS DASAR"],
    });
    const held = { scheme: "Las-Dasar", units: ["U", "U"], skills: ["A", "A"], expiresOn: "2028-01-31" };
    expect(
      clientOf({ skills: ["A", "B", "A"], interests: ["C", "C"], aptitudes: ["D", "D"], certificates: [held] }),
    ).toMatchObject({
      skills: ["A", "B"],
      interests: ["C"],
      aptitudes: ["D"],
      certificates: [{ scheme: "LAS DASAR", units: ["U"], skills: ["A"] }],
    });
  });

  it("may leave its region open: that is a reason to set it aside, and no other line is lost by it", () => {
    for (const regencyCode of [undefined, null, ""]) {
      expect(vacancyOf({ regencyCode })?.regencyCode).toBe("");
      expect(clientOf({ regencyCode })?.regencyCode).toBe("");
    }
  });
});
