/** Why a posting is not taken at all. */
export const refusalCodes = [
  "vacancy.malformed",
  "vacancy.no-id",
  "vacancy.duplicate",
  "vacancy.closed",
  "vacancy.no-title",
  "vacancy.overseas",
  "vacancy.no-region",
  "vacancy.no-seats",
] as const;

/** Why a person should look at a posting before it is used. */
export const flagCodes = [
  "vacancy.region-unknown",
  "vacancy.region-papua",
  "vacancy.region-renumbered",
  "vacancy.employer-missing",
  "vacancy.employer-hidden",
  "vacancy.seats-unknown",
  "vacancy.many-seats",
  "vacancy.expired",
  "vacancy.no-validity",
  "vacancy.no-description",
  "vacancy.education-unknown",
  "vacancy.wage-missing",
  "vacancy.wage-implausible",
  "vacancy.wage-range",
  "vacancy.wage-currency",
  "vacancy.wage-below-minimum",
  "vacancy.unpaid",
  "vacancy.fee",
  "vacancy.sex",
  "vacancy.sex-in-text",
  "vacancy.age",
  "vacancy.age-in-text",
  "vacancy.physical-condition",
  "vacancy.physical-condition-in-text",
  "vacancy.marital-status",
  "vacancy.marital-status-in-text",
  "vacancy.religion-in-text",
  "vacancy.record-check-in-text",
] as const;

export type RefusalCode = (typeof refusalCodes)[number];
export type FlagCode = (typeof flagCodes)[number];

/** Some refusals, each once, in the order of the list: the same posting always reads the same. */
export const sortRefusals = (codes: readonly RefusalCode[]): readonly RefusalCode[] => inOrder(codes, refusalCodes);

/** Some flags, each once, in the order of the list. */
export const sortFlags = (codes: readonly FlagCode[]): readonly FlagCode[] => inOrder(codes, flagCodes);

const inOrder = <Code extends string>(codes: readonly Code[], order: readonly Code[]): readonly Code[] =>
  order.filter((code) => codes.includes(code));
