/** What was done to a record: by whom, when, and to which of its fields. */
import * as z from "zod";
import { receiptWays } from "../domain/record/receipt.ts";
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
  /** Other records that the act was about: employers, vacancies, a placement, colleagues; none of them, where it says none. */
  about: z.array(z.object({ id: z.string(), name: z.string().optional() })).optional(),
  /** How a person's word was taken that was recorded; absent where it is nobody's word, or came by a link. */
  how: z.enum(receiptWays).optional(),
  /** When it was said, where that was before it was recorded. */
  saidAt: z.string().optional(),
});
