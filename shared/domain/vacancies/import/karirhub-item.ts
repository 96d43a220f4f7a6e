import * as z from "zod";

/*
 * What is read of a posting as Karirhub (the ministry of manpower's job site) gives it. Much of it is filled in by hand or by
 * other sites, so nothing is trusted: a field of the wrong type counts as absent, and fields not named here pass unread.
 */

const text = z
  .string()
  .transform((value) => value.trim())
  .transform((value) => (value === "" ? undefined : value))
  .nullish()
  .catch(undefined)
  .transform((value) => value ?? undefined);

const number = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\s*-?\d{1,15}(\.\d+)?\s*$/)
      .transform(Number),
  ])
  .nullish()
  .catch(undefined)
  .transform((value) => value ?? undefined);

const flag = z.boolean().nullish().catch(undefined);

/** Codes of regions come as numbers for cities and as texts for villages. */
const code = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .catch(undefined)
  .transform((value) => value ?? undefined);

const optional = <Schema extends z.ZodType>(schema: Schema) =>
  schema
    .nullish()
    .catch(undefined)
    .transform((value) => value ?? undefined);

const named = z.object({ name: text });
const province = z.object({ code, name: text });
const city = z.object({ code, name: text, province: optional(province) });
const subDistrict = z.object({ city: optional(city) });
const regionable = z.object({
  code,
  name: text,
  province: optional(province),
  city: optional(city),
  sub_district: optional(subDistrict),
});

const region = z.object({ name: text, regionable_type: text, regionable: optional(regionable) });
const employerable = z.object({ email: text, phone: text, region: optional(region) });

export const karirhubItemSchema = z.object({
  id: text,
  title: text,
  status: text,
  vacancyable_type: text,
  quota: number,
  available_quota: number,
  expires_at: text,
  description: text,
  qualification: text,
  min_salary_amount: number,
  max_salary_amount: number,
  min_salary_currency: text,
  max_salary_currency: text,
  gender: text,
  physical_condition: text,
  marital_status: text,
  min_year_experience: number,
  min_age: number,
  max_age: number,
  confidential: flag,
  employer_id: text,
  employer: optional(z.object({ id: text, name: text, employerable: optional(employerable) })),
  platform_link: text,
  job_type: optional(named),
  job_function: optional(named),
  min_education: optional(z.object({ name: text, level: number })),
  region: optional(region),
});
export type KarirhubItem = z.infer<typeof karirhubItemSchema>;
