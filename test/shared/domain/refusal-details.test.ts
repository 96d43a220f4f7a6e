/** What a refused request is told: where, what was wrong, and what would be right; never what was given. */
import { describe, expect, it } from "vitest";
import type * as z from "zod";
import { routes } from "../../../shared/api/routes.ts";
import { followUpStatuses } from "../../../shared/domain/follow-ups/statuses.ts";
import { detailsOf } from "../../../shared/domain/issues.ts";
import { placementStatuses } from "../../../shared/domain/placements/statuses.ts";
import { skills } from "../../../shared/domain/reference/skills.ts";

const told = (schema: z.ZodType, value: unknown) => detailsOf(schema.safeParse(value).error?.issues ?? []);
const client = { fullName: "Contoh", sex: "MALE", birthDate: "1990-01-01", domicile: { regencyCode: "36.03" }, education: "SMA" };
const { registerClient, approveShortlist, verifyCertificate, listPlacements } = routes;

describe("the details of a request that is not valid", () => {
  it("name the fields that are not known, and where", () => {
    expect(told(registerClient.body, { ...client, skil: [], domicile: { regencyCode: "36.03", jalan: "x" } })).toEqual([
      { code: "unrecognized_keys", path: "domicile", value: "jalan" },
      { code: "unrecognized_keys", path: "", value: "skil" },
    ]);
    expect(told(listPlacements.query, { state: "PLACED" })).toEqual([{ code: "unrecognized_keys", path: "", value: "state" }]);
  });

  it("name five unknown fields at most, and none that does not look like a field's name", () => {
    const many = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`f${at}`, 1]));
    expect(told(registerClient.body, { ...client, ...many })[0]?.value).toBe("f0, f1, f2, f3, f4, …");
    const odd = { "3603011205940001": 1, "Budi Contoh": 1, ["x".repeat(41)]: 1, "<b>": 1, "": 1 };
    expect(told(registerClient.body, { ...client, ...odd })).toEqual([{ code: "unrecognized_keys", path: "" }]);
  });

  it("list the choices, under the library's codes and under ours", () => {
    expect(told(registerClient.body, { ...client, sex: "Laki-laki", willingness: "FAR" })).toEqual([
      { code: "sex.format", path: "sex", value: "MALE, FEMALE" },
      {
        code: "invalid_value",
        path: "willingness",
        value: "OWN_REGENCY, PROVINCE, NEIGHBOURING_PROVINCES, ANYWHERE",
      },
    ]);
    expect(told(verifyCertificate.body, { seen: "yes" })).toEqual([{ code: "invalid_value", path: "seen", value: "true" }]);
    expect(told(approveShortlist.body, { decision: "YES" })).toEqual([
      { code: "invalid_union", path: "decision", value: "APPROVE, APPROVE_NONE" },
    ]);
  });

  it("list the statuses that a list of placements can be asked for, and refuse any other", () => {
    const [detail, ...others] = told(listPlacements.query, { status: "FOO" });
    expect([detail?.code, detail?.path, others]).toEqual(["invalid_value", "status", []]);
    expect(detail?.value?.split(", ")).toEqual([...placementStatuses, ...followUpStatuses]);
    for (const status of [...placementStatuses, ...followUpStatuses]) expect(told(listPlacements.query, { status })).toEqual([]);
  });

  it("list the skills", () => {
    const codes = skills.map(({ id }) => id).join(", ");
    for (const field of ["skills", "interests", "aptitudes"])
      expect(told(registerClient.body, { ...client, [field]: ["AUTOMOTIVE", "MONTIR"] })).toEqual([
        { code: "skill.unknown", path: `${field}.1`, value: codes },
      ]);
  });

  it("never repeat what was given", () => {
    const secret = "3603011205940001";
    const wrong = { ...client, fullName: 1, sex: secret, birthDate: secret, nik: `${secret}9`, phone: secret, education: secret };
    const details = told(registerClient.body, { ...wrong, willingness: secret, skills: [secret], domicile: secret });
    expect(details.length).toBeGreaterThan(6);
    expect(JSON.stringify(details)).not.toContain(secret);
  });
});
