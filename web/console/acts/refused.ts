/** What a refusal of an act says, each detail with the field that it is about. */
import type { Refused } from "../outbox/row.ts";
import { said } from "../words/language.ts";
import { actWords } from "./words.ts";

/** The last part of a path that is a field of a sheet: `answer.times.0` is about the times. */
export function useRefused(): (refused: Refused | undefined) => string {
  const fields: Readonly<Record<string, string>> = actWords.use().fields;
  return (refused) => {
    if (refused === undefined) return "";
    const details = refused.details.map((message, at) => {
      const parts = (refused.paths?.[at] ?? "").split(".");
      const field =
        fields[parts.findLast((part) => part in fields && part !== "at") ?? parts.findLast((part) => part in fields) ?? ""];
      return field === undefined ? message : `${field}: ${message}`;
    });
    return [refused.words ? said(refused.words) : refused.code, details.join("; ")].filter(Boolean).join(". ");
  };
}
