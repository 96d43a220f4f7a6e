/** The short code of a link: made of its secret, so that a mail that is sent again says the same one; kept as a hash. */
import { createHash } from "node:crypto";
import { formatShortCode, shortCodeOf } from "../../domain/identifiers/short-code.ts";

/** The code that belongs to a link's secret. */
export const codeOfSecret = (secret: string): string => shortCodeOf(createHash("sha256").update(`code ${secret}`).digest());

/** The code as it stands in a mail. */
export const writtenCodeOf = (secret: string): string => formatShortCode(codeOfSecret(secret));

/** By what a code is found: SHA-256, hex. */
export const codeHash = (code: string): string => createHash("sha256").update(`find ${code}`).digest("hex");
