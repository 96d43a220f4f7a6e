import * as z from "zod";
import { raise } from "./codes.ts";

/**
 * A line of business. KBLI 2025 (BPS Regulation 7/2025) replaced KBLI 2020, and the same five digits can mean different things
 * in the two: a code without its scheme says nothing.
 *
 * Errors: `industry.scheme`, `industry.code`.
 */
export const industrySchema = z.strictObject({
  scheme: z.enum(["KBLI2020", "KBLI2025"], { error: "industry.scheme" }),
  code: z
    .string({ error: "industry.code" })
    .overwrite((text) => text.trim())
    .regex(/^(?!00)\d{5}$/, raise("industry.code")),
});
export type Industry = z.infer<typeof industrySchema>;

/** One text for a key or a report: `KBLI2020:45407`. */
export function industryKey(industry: Industry): string {
  return `${industry.scheme}:${industry.code}`;
}
