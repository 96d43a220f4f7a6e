/** Mail addresses as the mail service takes them. */
import * as z from "zod";

/**
 * The longest parts that SES sends to, which are those of the standards: 64 characters before the at sign, 63 in a label of the
 * domain, 254 in all (RFC 5321 4.5.3.1, RFC 1035 2.3.4, RFC 3696 erratum 1690).
 */
function isSendable(address: string): boolean {
  const at = address.lastIndexOf("@");
  const labels = address.slice(at + 1).split(".");
  return address.length <= 254 && at <= 64 && labels.every((label) => label.length <= 63);
}

/** A mail address that the mail service takes. Error: `email.format`. */
export const emailSchema = z.email("email.format").refine(isSendable, "email.format");
