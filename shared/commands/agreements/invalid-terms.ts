/** What cannot be the terms of an agreement. */
import type { Agreement } from "../../domain/agreements/agreement.ts";
import { type DomainError, refusal } from "../../domain/errors.ts";

/** @param within where in the request the fields stand */
export function invalidTerms(
  { status, signedOn, validFrom, validTo }: Pick<Agreement, "status" | "signedOn" | "validFrom" | "validTo">,
  today: string,
  within = "",
): DomainError | undefined {
  const invalid = (code: string, path: string) => refusal("REQUEST_INVALID", [{ code, path: `${within}${path}` }]);
  if (validTo < validFrom) return invalid("date.order", "validTo");
  if (status === "SIGNED" && !signedOn) return invalid("agreement.signedOn", "signedOn");
  return signedOn !== undefined && signedOn > today ? invalid("date.future", "signedOn") : undefined;
}
