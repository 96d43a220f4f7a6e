/** The inputs of API calls, parsed; what does not fit is a ValidationException in AWS's words. */
import * as z from "zod";
import { account, region } from "../part.ts";
import { ApiError } from "./errors.ts";

/** Parses an input. Fields that the embedded cloud does not know are refused by name. @throws ApiError ValidationException */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(input ?? {});
  if (parsed.success) return parsed.data;
  const told = parsed.error.issues.map((issue) => describeIssue(issue, input));
  const many = told.length === 1 ? "1 validation error" : `${told.length} validation errors`;
  throw new ApiError("ValidationException", `${many} detected: ${told.join("; ")}`);
}

function describeIssue(issue: z.core.$ZodIssue, input: unknown): string {
  const path = issue.path.map(String).join(".");
  if (issue.code === "unrecognized_keys")
    return `Value at '${issue.keys.join("', '")}' failed to satisfy constraint: Member is not supported`;
  const opening = `Value at '${path}' failed to satisfy constraint`;
  const value = issue.path.reduce<unknown>(
    (at, key) => (typeof at === "object" && at !== null ? Reflect.get(at, key) : undefined),
    input,
  );
  return value === undefined || value === null ? `${opening}: Member must not be null` : `${opening}: ${issue.message}`;
}

/** A text of at least one and at most `max` characters. */
export function text(max: number): z.ZodString {
  return z
    .string()
    .min(1, "Member must have length greater than or equal to 1")
    .max(max, `Member must have length less than or equal to ${max}`);
}

/** The fields of a call that answers in pages. */
export const paging = {
  maxResults: z
    .int()
    .min(0, "Member must have value greater than or equal to 0")
    .max(1_000, "Member must have value less than or equal to 1000")
    .optional(),
  nextToken: text(3_096).optional(),
};

/** How many rows a page has: AWS takes 0 for the default. */
export function pageSize(maxResults: number | undefined): number {
  return maxResults === undefined || maxResults === 0 ? 100 : maxResults;
}

/** Where a page starts. @throws ApiError InvalidToken */
export function readPageToken(nextToken: string | undefined, start: number): number {
  if (nextToken === undefined) return start;
  const match = /^page:(\d+)$/.exec(Buffer.from(nextToken, "base64url").toString());
  if (match === null) throw new ApiError("InvalidToken", "Invalid Token: 'Invalid token'");
  return Number(match[1]);
}

/** Cuts a list that was read with one row too many, and says where the next page starts. */
export function cutPage<Row>(
  rows: readonly Row[],
  size: number,
  position: (last: Row) => number,
): { rows: readonly Row[]; more: { nextToken?: string } } {
  const page = rows.slice(0, size);
  const last = page.at(-1);
  if (rows.length <= size || last === undefined) return { rows: page, more: {} };
  return { rows: page, more: { nextToken: Buffer.from(`page:${position(last)}`).toString("base64url") } };
}

const arnPattern = /^arn:aws:states:([a-z0-9-]+):(\d{12}):(stateMachine|execution):(.+)$/;

/** An ARN of a state machine or an execution. @throws ApiError InvalidArn */
export function checkArn(arn: string, kind: "stateMachine" | "execution"): string {
  const [, itsRegion, itsAccount, itsKind] = arnPattern.exec(arn) ?? [];
  if (itsKind === undefined) throw new ApiError("InvalidArn", `Invalid Arn: 'Invalid ARN prefix: ${arn}'`);
  if (itsKind !== kind) throw new ApiError("InvalidArn", `Invalid Arn: 'Resource type not valid in this context: ${itsKind}'`);
  if (itsRegion !== region || itsAccount !== account) {
    throw new ApiError("InvalidArn", `Invalid Arn: 'The ARN is of another region or account than ${region}, ${account}: ${arn}'`);
  }
  return arn;
}

/** A moment as the protocol tells it: epoch seconds. */
export function seconds(milliseconds: number): number {
  return milliseconds / 1_000;
}
