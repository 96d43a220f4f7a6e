/** Codes of matching with the words that staff read. */
import { refusalText, sourceText } from "../../messages/matching.ts";

/** Points with what gave them. */
export const reasonsInWords = (reasons: readonly { readonly source: string; readonly points: number }[]) =>
  reasons.map(({ source, points }) => ({ source, points, text: sourceText(source) }));

/** Why a vacancy is nothing for a client. */
export const refusalInWords = (code: string) => ({ code, text: refusalText(code) });
