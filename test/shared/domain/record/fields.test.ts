/** A record's schema and the schema of its input come from one table of fields. */
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { agreementInput } from "../../../../shared/api/agreements.ts";
import { certificateInput } from "../../../../shared/api/certificates.ts";
import { clientInput } from "../../../../shared/api/clients.ts";
import { employerInput } from "../../../../shared/api/employers.ts";
import { vacancyInput } from "../../../../shared/api/vacancies.ts";
import { agreement, agreementFields } from "../../../../shared/domain/agreements/agreement.ts";
import { certificate, certificateFields } from "../../../../shared/domain/certificates/certificate.ts";
import { client, clientFields } from "../../../../shared/domain/clients/client.ts";
import { employer, employerFields } from "../../../../shared/domain/employers/employer.ts";
import { type Fields, given, kept, keptShape, takenShape } from "../../../../shared/domain/record/fields.ts";
import { vacancy, vacancyFields } from "../../../../shared/domain/vacancies/vacancy.ts";
import { codesOf } from "../identifiers/codes-of.ts";

const fields = {
  id: kept(z.string()),
  name: given(z.string(), z.string().min(2, "name.empty")),
  size: given(z.int()),
};
const record = z.object(keptShape(fields));
const input = z.strictObject(takenShape(fields));

describe("a table of fields", () => {
  it("keeps every field, and takes those that people give", () => {
    expect(Object.keys(record.shape)).toEqual(["id", "name", "size"]);
    expect(Object.keys(input.shape)).toEqual(["name", "size"]);
  });

  it("keeps what it would no longer take", () => {
    expect(codesOf(record, { id: "x", name: "", size: 1 })).toEqual([]);
    expect(codesOf(input, { name: "", size: 1 })).toEqual(["name.empty"]);
    expect(codesOf(input, { id: "x", name: "xy", size: 1 })).toHaveLength(1);
  });

  it("tells the compiler which fields there are, and of which kind", () => {
    const whole: z.infer<typeof record> = { id: "x", name: "n", size: 1 };
    const part: z.infer<typeof input> = { name: "n", size: 1 };
    // @ts-expect-error a field that people do not give
    const tooMuch: z.infer<typeof input> = { id: "x", name: "n", size: 1 };
    // @ts-expect-error a field of another kind
    const wrong: z.infer<typeof record> = { id: "x", name: "n", size: "1" };
    expect([whole, part, tooMuch, wrong]).toHaveLength(4);
  });
});

const tables: readonly (readonly [string, Fields, z.ZodObject, z.ZodObject])[] = [
  ["client", clientFields, client, clientInput],
  ["certificate", certificateFields, certificate, certificateInput],
  ["employer", employerFields, employer, employerInput],
  ["agreement", agreementFields, agreement, agreementInput],
  ["vacancy", vacancyFields, vacancy, vacancyInput],
];

describe.each(tables)("%s", (_name, table, schema, inputSchema) => {
  it("has no field in one schema alone", () => {
    expect(Object.keys(schema.shape)).toEqual(Object.keys(table));
    const taken = Object.entries(table).filter(([, field]) => "taken" in field);
    expect(Object.keys(inputSchema.shape)).toEqual(taken.map(([name]) => name));
  });

  it("gives nobody its id, its office or its version to set", () => {
    for (const name of ["id", "officeId", "version"]) expect(Object.keys(inputSchema.shape)).not.toContain(name);
  });
});
