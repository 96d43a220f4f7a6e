/** What cannot be the terms of an agreement. */
import type { Agreement } from "../../domain/agreements/agreement.ts";
import { type DomainError, type ErrorDetail, refusal } from "../../domain/errors.ts";

type Terms = Pick<Agreement, "status" | "number" | "signedOn" | "validFrom" | "validTo">;

/** A planned one needs neither number nor days; a signed one has them all. @param within where in the request the fields stand */
export function invalidTerms(
  { status, number, signedOn, validFrom, validTo }: Terms,
  today: string,
  within = "",
): DomainError | undefined {
  const wrong: ErrorDetail[] = [];
  const add = (path: string, detail: Omit<ErrorDetail, "path">): void => void wrong.push({ ...detail, path: `${within}${path}` });
  if (validFrom !== undefined && validTo !== undefined && validTo < validFrom) add("validTo", { code: "date.order" });
  if (status === "SIGNED") {
    if (!number) add("number", { code: "agreement.number" });
    if (!signedOn) add("signedOn", { code: "agreement.signedOn" });
    if (!validFrom) add("validFrom", { code: "invalid_type", missing: true });
    if (!validTo) add("validTo", { code: "invalid_type", missing: true });
  }
  if (signedOn !== undefined && signedOn > today) add("signedOn", { code: "date.future" });
  return wrong.length > 0 ? refusal("REQUEST_INVALID", wrong) : undefined;
}
