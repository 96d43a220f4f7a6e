/** What a schema found, as details of a refusal. */
import type * as z from "zod";
import type { ErrorDetail } from "./errors.ts";

/**
 * Our schemas' messages are codes; those of the library are prose, and are replaced by the issue's own code.
 * @param within the path of the parsed part within the request
 */
export const detailsOf = (issues: readonly z.core.$ZodIssue[], within: readonly string[] = []): readonly ErrorDetail[] =>
  issues.map((issue) => ({
    code: /^[\w.-]+$/.test(issue.message) ? issue.message : issue.code,
    path: [...within, ...issue.path.map(String)].join("."),
  }));
