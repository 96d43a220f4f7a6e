import type * as z from "zod";
import type { Resource } from "./resolve-app.ts";

/** The resources of one type with their properties parsed. Throws naming resource and property where one is not known. */
export type Find = <T>(type: string, schema: z.ZodType<T>) => (Resource & { readonly parsed: T })[];
