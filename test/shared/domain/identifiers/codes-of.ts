import type * as z from "zod";

/** The codes that a schema raises for a value; empty where it takes it. */
export function codesOf(schema: z.ZodType, value: unknown): string[] {
  return schema.safeParse(value).error?.issues.map(({ message }) => message) ?? [];
}
