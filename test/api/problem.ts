import * as z from "zod";

/** A refusal as RFC 9457 has it, with our own members. Strict: nothing else may be in it. */
export const problemSchema = z.strictObject({
  type: z.string().startsWith("urn:titian:problem:"),
  title: z.string().min(1),
  status: z.int().min(400).max(499),
  code: z.string().regex(/^[A-Z_]+$/),
  detail: z.string().min(1),
  messages: z.strictObject({ id: z.string(), en: z.string() }),
  details: z.array(
    z.strictObject({ code: z.string(), path: z.string().optional(), value: z.string().optional(), message: z.string().min(1) }),
  ),
  newer: z.looseObject({ version: z.int() }).optional(),
});
