/** What was done to a record: by whom, when, and to which of its fields. */
import * as z from "zod";
import { words } from "./fields.ts";

export const historyEntry = z.object({
  version: z.int(),
  at: z.string(),
  event: z.string(),
  /** What was done, for people. */
  words,
  by: z.object({
    /** A member of staff, whoever holds a link, or the system itself. */
    kind: z.enum(["staff", "contact", "operator", "system"]),
    id: z.string().optional(),
    /** Known where it is somebody of the asker's own office. */
    name: z.string().optional(),
    words,
  }),
  /** The fields that were changed, by name, never by value. */
  fields: z.array(z.object({ name: z.string(), words })).optional(),
  /** Another record that the act was about. */
  about: z.string().optional(),
});
