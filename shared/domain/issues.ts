/** What a schema found, as details of a refusal. */
import type * as z from "zod";
import type { ErrorDetail } from "./errors.ts";

/**
 * Our schemas' messages are codes; those of the library are prose, and are replaced by the issue's own code.
 * @param within the path of the parsed part within the request
 * @param given what was parsed: what it has nothing of is told as missing
 */
export const detailsOf = (
  issues: readonly z.core.$ZodIssue[],
  within: readonly string[] = [],
  given?: unknown,
): readonly ErrorDetail[] =>
  issues.flatMap((issue) => {
    const path = [...within, ...issue.path.map(String)];
    const nearest = nearestOf(issue);
    const there = valueAt(given, issue.path);
    const missing = given !== undefined && ((ofAbsence.includes(issue.code) && isNothing(there)) || isBlank(there));
    if (nearest && !missing) return detailsOf(nearest, path, there);
    const value = helpIn(issue);
    return {
      code: /^[\w.-]+$/.test(issue.message) ? issue.message : issue.code,
      path: path.join("."),
      ...(missing ? { missing: true as const } : {}),
      ...(value === undefined ? {} : { value }),
    };
  });

/** The issues that a value has that is not there. */
const ofAbsence: readonly string[] = ["invalid_type", "invalid_value", "invalid_union"];
const isNothing = (value: unknown): boolean => value === undefined || value === null;
/** A field that was left empty: whatever a shape says of it, it is not filled in. */
const isBlank = (value: unknown): boolean => typeof value === "string" && value.trim() === "";
const valueAt = (given: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined),
    given,
  );

/** Of several shapes that something may have: what is wrong with it as the one that it is nearest to. */
const nearestOf = (issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] | undefined =>
  issue.code === "invalid_union" ? issue.errors.toSorted((one, other) => one.length - other.length)[0] : undefined;

/** The most entries of a list that a detail shows. */
const mostKeys = 5;
const mostChoices = 40;

/**
 * What helps to mend an issue: the fields that are not known, or the choices that there are. Never what was given: that may be
 * somebody's name or number. A field's name is the caller's own too, and is shown only where it looks like one.
 */
function helpIn(issue: z.core.$ZodIssue): string | undefined {
  if (issue.code === "unrecognized_keys")
    return listed(
      issue.keys.filter((key) => /^[a-zA-Z][\w-]{0,39}$/.test(key)),
      mostKeys,
    );
  if (issue.code === "invalid_value") return listed(issue.values, mostChoices);
  if (issue.code === "invalid_union" && "options" in issue) return listed(issue.options ?? [], mostChoices);
  return undefined;
}

const listed = (all: readonly unknown[], most: number): string | undefined =>
  all.length === 0 ? undefined : `${all.slice(0, most).map(String).join(", ")}${all.length > most ? ", …" : ""}`;
