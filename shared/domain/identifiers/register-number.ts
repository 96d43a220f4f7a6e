import { raise } from "./codes.ts";
import { lineOf } from "./line.ts";

/**
 * The number under which an office keeps a client in its register of guidance, as it is written there: letters and figures with
 * dots, dashes and strokes. Letters are written large and nothing stands around a stroke, so that one number has one form.
 *
 * Errors: `register-number.format`, and those of a line.
 */
export const registerNumberSchema = lineOf(40)
  .overwrite((text) => text.toUpperCase().replace(/\s*([./-])\s*/g, "$1"))
  .regex(/^[A-Z0-9]+(?:[ ./-][A-Z0-9]+)*\.?$/, raise("register-number.format"));
