/**
 * Names of things that only layers above know in full. Each enters its table here by declaration merging, so that what is
 * named in the domain or the store is checked by the compiler, although no arrow leads up: a name that is not there does not
 * compile.
 */

/** The mails that there are: the keys of `shared/messages/mails.ts`. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the layer above
export interface MessageRegister {}
export type MessageName = keyof MessageRegister & string;

/** The reports that there are: the keys of `shared/reports/reports.ts`. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the layer above
export interface ReportRegister {}
export type ReportName = keyof ReportRegister & string;
