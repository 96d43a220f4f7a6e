/** Which word about a vacancy counts: what its source says anew, or what a person has put right here. */
import { expect, it } from "vitest";
import { followPosting, type Posting, printsOf } from "../../../../shared/domain/vacancies/follow-posting.ts";
import { buildVacancy } from "../../../builders/records.ts";

const today = "2026-03-02";
const wage = (rupiah: number) => ({ amount: rupiah * 100, basis: "MONTHLY" as const });
const source = (changes: Partial<Posting> = {}): Posting => {
  const { title, regencyCode, kbji, seats, requirements, recordCheck, flags, validUntil } = buildVacancy(1);
  const said = { title, regencyCode, kbji, seats, requirements, recordCheck, flags, validUntil, wage: wage(4_000_000) };
  return {
    ...said,
    contractType: undefined,
    partTime: undefined,
    openToDisabled: undefined,
    description: undefined,
    jobFunction: undefined,
    sourceUrl: undefined,
    notes: undefined,
    ...changes,
  };
};
const imported = buildVacancy(1, { ...source(), imported: printsOf(source()) });
const after = (vacancy: typeof imported, posting: Posting) => followPosting(vacancy, { kind: "READ", posting }, today);

it("keeps what a person has put right while the source says what it said, or nothing any more", () => {
  const corrected = { ...imported, wage: wage(5_000_000) };
  expect(after(corrected, source())).toMatchObject({ changes: [], state: { wage: wage(5_000_000) } });
  expect(after(corrected, source({ wage: undefined }))).toMatchObject({ changes: [], state: { wage: wage(5_000_000) } });
});

it("takes what the source says anew, also over what was put right before, and takes away what nobody has touched", () => {
  const corrected = { ...imported, wage: wage(5_000_000) };
  expect(after(corrected, source({ wage: wage(6_000_000) })).state.wage).toEqual(wage(6_000_000));
  expect(after(imported, source({ wage: undefined })).state.wage).toBeUndefined();
});
