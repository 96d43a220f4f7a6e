/** What the server says about the question behind a link, read before it is believed. */
import type * as z from "zod";
import type { linkView } from "../../shared/api/links.ts";
import type { LinkAction } from "../../shared/domain/process/effect.ts";

export type LinkView = Omit<z.input<typeof linkView>, "action"> & { readonly action: LinkAction };

/** Whether a value is an object whose fields can be looked at. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isText = (value: unknown): value is string => typeof value === "string";
const isMaybeText = (value: unknown): boolean => value === undefined || isText(value);
const isMoment = (value: unknown): boolean => isText(value) && !Number.isNaN(Date.parse(value));
const isReason = (value: unknown): boolean => isRecord(value) && isText(value.source) && typeof value.points === "number";
const isIdentity = (value: unknown): boolean => isRecord(value) && isText(value.name) && isMaybeText(value.phone);

const isInterview = (value: unknown): boolean =>
  isRecord(value) &&
  (value.at === undefined || isMoment(value.at)) &&
  [value.place, value.number, value.askFor].every(isMaybeText) &&
  typeof value.mayMove === "boolean";

const isAction = (value: unknown): value is LinkAction =>
  value === "ANSWER" || value === "INTERVIEW_RESULT" || value === "CONFIRMATION" || value === "FOLLOW_UP";

/** Whether a response has the shape of `linkView`; the page shows nothing else. */
export const isLinkView = (value: unknown): value is LinkView =>
  isRecord(value) &&
  isAction(value.action) &&
  typeof value.open === "boolean" &&
  isMaybeText(value.closedBecause) &&
  (value.given === undefined || isRecord(value.given)) &&
  (value.undoUntil === undefined || isMoment(value.undoUntil)) &&
  (value.deadline === undefined || isMoment(value.deadline)) &&
  isMoment(value.now) &&
  (value.zone === "WIB" || value.zone === "WITA" || value.zone === "WIT") &&
  isText(value.asker) &&
  isMaybeText(value.askerNumber) &&
  isText(value.employer) &&
  isText(value.vacancy) &&
  isText(value.candidate) &&
  (value.identity === undefined || isIdentity(value.identity)) &&
  isMaybeText(value.accompaniedBy) &&
  Array.isArray(value.competences) &&
  value.competences.every(isText) &&
  Array.isArray(value.reasons) &&
  value.reasons.every(isReason) &&
  (value.day === undefined || typeof value.day === "number") &&
  (value.interview === undefined || isInterview(value.interview));
