/** The body of a request: JSON in UTF-8, no larger and no deeper than what anybody sends, or a refusal that says what is wrong. */
import type { Route } from "../api/routes.ts";
import { refusal } from "../domain/errors.ts";

/** As much as a route takes unless it says otherwise, in characters. */
const usualCharacters = 256 * 1024;
/** Lists within objects within lists: no route's body goes deeper than this by far. */
const deepest = 20;

type Body = { readonly body?: string | undefined; readonly isBase64Encoded: boolean };

/**
 * The parsed body; an empty one is an empty object. Looked at before anything walks through it or makes a hash of it: what calls
 * itself for each level of a value can be brought down by one that is deep enough.
 * Errors: REQUEST_INVALID with `json.large`, `text.encoding`, `json.deep`, `json.invalid`.
 */
export function readJson(route: Pick<Route, "bodyCharacters">, { body = "", isBase64Encoded }: Body): unknown {
  const text = isBase64Encoded ? decode(body) : body;
  if (text.length > (route.bodyCharacters ?? usualCharacters)) throw wrong("json.large");
  if (text === "") return {};
  if (isDeeperThan(text, deepest)) throw wrong("json.deep");
  try {
    return JSON.parse(text);
  } catch {
    throw wrong("json.invalid");
  }
}

const wrong = (code: string) => refusal("REQUEST_INVALID", [{ code, path: "" }]);

function decode(body: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(body, "base64"));
  } catch {
    throw wrong("text.encoding");
  }
}

/** Whether brackets stand in each other more often than that; those within texts do not count. */
function isDeeperThan(text: string, most: number): boolean {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (inText) {
      if (character === "\\") at += 1;
      else if (character === '"') inText = false;
    } else if (character === '"') inText = true;
    else if (character === "[" || character === "{") {
      depth += 1;
      if (depth > most) return true;
    } else if (character === "]" || character === "}") depth -= 1;
  }
  return false;
}
