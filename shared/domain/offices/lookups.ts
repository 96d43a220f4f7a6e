/** Who finds out that a number is known already leaves a trace, and finds out only so much on a day. */
import * as z from "zod";
import { localDateSchema } from "../calendar/local-date.ts";

/** What a person found out so far: on which day, and how often on that day. */
export const lookups = z.object({ day: localDateSchema, count: z.int().min(0), version: z.int().min(1), auditHead: z.string() });
export type Lookups = z.infer<typeof lookups>;

/** So many a day are told; then that person is told of none, found or not. */
export const mostLookups = 10;
/** So many on one day are no slips of the pen any more: the operators are told. */
export const lookupsInRows = 5;

/** How often a person has found something out on a day. */
export const countOn = (kept: Lookups | undefined, day: string): number => (kept?.day === day ? kept.count : 0);
