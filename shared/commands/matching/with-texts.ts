/** Codes of matching with their texts for staff. */
import { refusalText, sourceText } from "../../messages/matching.ts";

/** Points with what gave them. */
export const reasonsWithTexts = (reasons: readonly { readonly source: string; readonly points: number }[]) =>
  reasons.map(({ source, points }) => ({ source, points, text: sourceText(source) }));

/** Why a vacancy is nothing for a client. */
export const refusalWithText = (code: string) => ({ code, text: refusalText(code) });
