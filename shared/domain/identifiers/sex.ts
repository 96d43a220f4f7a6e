import * as z from "zod";

/** Sex as the civil registry records it (and as NIK and NIP carry it). */
export const sexSchema = z.enum(["MALE", "FEMALE"], { error: "sex.format" });
export type Sex = z.infer<typeof sexSchema>;
