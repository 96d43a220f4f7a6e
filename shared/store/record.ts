/** What every kind of record has at rest. */
import * as z from "zod";

/** The head of a record's audit chain stands on the record itself. */
export const withHead = z.object({ auditHead: z.string() });

/** Which page of a list is read. */
export type PageOptions = { readonly limit: number; readonly cursor?: string | undefined };
