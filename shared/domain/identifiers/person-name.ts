import * as z from "zod";
import { raise } from "./codes.ts";
import { isVisible, normaliseLine } from "./line.ts";
import { holdsNik } from "./nik-in-text.ts";

/**
 * A person's full name in one field, 1 to 100 characters. Many Indonesians have a single name and nobody need have a surname,
 * so it is never split. Titles are kept apart. Control and invisible characters are refused; a letter must be in it.
 *
 * Errors: `name.empty`, `name.length`, `name.characters`, `text.nik`. Permendagri 73/2022 (two words, 60 characters) binds newly recorded
 * names only, so it is no rule here.
 */
export const personNameSchema = z
  .string({ error: "name.empty" })
  .overwrite(normaliseLine)
  .refine((name) => name !== "", raise("name.empty"))
  .refine((name) => [...name].length <= 100, raise("name.length"))
  .refine((name) => /\p{L}/u.test(name) && isVisible(name), raise("name.characters"))
  .refine((name) => !holdsNik(name), raise("text.nik"));
export type PersonName = z.infer<typeof personNameSchema>;
