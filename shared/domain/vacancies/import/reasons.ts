/** Why a posting is not taken at all. */
export const refusalCodes = [
  "vacancy.malformed",
  "vacancy.no-id",
  "vacancy.duplicate",
  "vacancy.closed",
  "vacancy.no-title",
  "vacancy.title-corrections",
  "vacancy.overseas",
  "vacancy.no-region",
  "vacancy.no-seats",
] as const;

/** Why a person should look at a posting before it is used: each names something to ask for, or to have dropped. */
export const flagCodes = [
  "vacancy.region-unknown",
  "vacancy.region-papua",
  "vacancy.region-renumbered",
  "vacancy.employer-missing",
  "vacancy.employer-hidden",
  "vacancy.seats-unknown",
  "vacancy.many-seats",
  "vacancy.expired",
  "vacancy.education-unknown",
  "vacancy.wage-currency",
  "vacancy.unpaid",
  "vacancy.fee",
  "vacancy.sex",
  "vacancy.sex-in-text",
  "vacancy.physical-condition",
  "vacancy.physical-condition-in-text",
  "vacancy.marital-status-in-text",
  "vacancy.religion-in-text",
  "vacancy.record-check-in-text",
  "vacancy.text-corrections",
] as const;

/**
 * What is worth knowing of a posting and asks for nothing now: it is common, or the rules meet it by themselves where it matters
 * (a wage that is missing or too low is said beside the proposal, and can be agreed there). A note makes no flag.
 */
export const noteCodes = [
  "vacancy.contact-missing",
  "vacancy.open-to-disabled",
  "vacancy.part-time",
  "vacancy.no-description",
  "vacancy.no-validity",
  "vacancy.wage-missing",
  "vacancy.wage-implausible",
  "vacancy.wage-basis-unclear",
  "vacancy.wage-range",
  "vacancy.wage-below-minimum",
  "vacancy.age",
  "vacancy.age-in-text",
  "vacancy.marital-status",
] as const;

export type RefusalCode = (typeof refusalCodes)[number];
export type FlagCode = (typeof flagCodes)[number];
export type NoteCode = (typeof noteCodes)[number];

/** Some refusals, each once, in the order of the list: the same posting always reads the same. */
export const sortRefusals = (codes: readonly RefusalCode[]): readonly RefusalCode[] => inOrder(codes, refusalCodes);

/** Some flags, each once, in the order of the list. */
export const sortFlags = (codes: readonly FlagCode[]): readonly FlagCode[] => inOrder(codes, flagCodes);

/** Some notes, each once, in the order of the list. */
export const sortNotes = (codes: readonly NoteCode[]): readonly NoteCode[] => inOrder(codes, noteCodes);

/** Flags and notes, as they were found side by side. */
export const isFlag = (code: FlagCode | NoteCode): code is FlagCode => flagCodes.some((flag) => flag === code);
export const isNote = (code: FlagCode | NoteCode): code is NoteCode => noteCodes.some((note) => note === code);

const inOrder = <Code extends string>(codes: readonly Code[], order: readonly Code[]): readonly Code[] =>
  order.filter((code) => codes.includes(code));
