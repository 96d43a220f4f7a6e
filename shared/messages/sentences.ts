/** A refusal in whole sentences: which field is missing, and why a step cannot be taken. */
import type { ErrorCode, ErrorDetail } from "../domain/errors.ts";
import { fieldText } from "./field-words.ts";
import { detailText, problems } from "./problems.ts";
import type { Text } from "./text.ts";

/** What a detail says; a field that was not given is named as people call it, or else by its path. */
export function sentenceOf({
  code,
  path,
  missing,
}: Omit<ErrorDetail, "missing"> & { readonly missing?: true | undefined }): Text {
  if (!missing || !path) return detailText(code);
  const last = path.slice(path.lastIndexOf(".") + 1);
  const name = fieldText(last);
  const [id, en] = name.id === last ? [path, path] : [raised(name.id), raised(name.en)];
  return { id: `${id} belum diisi`, en: `${en} is missing` };
}

/** The refusal in one line: a step that does not fit is followed by its reason, anything else is said by what stands in the way. */
export function detailOf(code: ErrorCode, messages: readonly string[]): Text {
  const { id, en } = problems[code];
  if (messages.length === 0) return { id, en };
  const all = messages.join("; ");
  return code === "STATUS_CONFLICT" ? { id: `${id}: ${lowered(all)}`, en: `${en}: ${lowered(all)}` } : { id: all, en: all };
}

const raised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
const lowered = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
