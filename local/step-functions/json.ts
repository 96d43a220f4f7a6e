/** Plain JSON values and the few things that are done with them. */

export type JsonObject = { [key: string]: Json };
export type Json = null | boolean | number | string | Json[] | JsonObject;

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Copies a value as plain JSON. JSONata hands out arrays with properties of its own and shares parts of its input, so
 * every result is copied. Numbers that JSON cannot say become the strings that AWS writes ("Infinity", "NaN").
 * @throws TypeError where the value holds a function or is undefined.
 */
export function toJson(value: unknown): Json {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (Array.isArray(value)) return value.map((item: unknown) => (item === undefined ? null : toJson(item)));
  if (typeof value === "object") {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    return Object.fromEntries(entries.map(([key, item]) => [key, toJson(item)]));
  }
  throw new TypeError(`a value of type ${typeof value} is not JSON`);
}

/** Parses JSON text. @throws SyntaxError */
export function parseJson(text: string): Json {
  return toJson(JSON.parse(text));
}

/** The name that JSONata's $type gives to a value. */
export function typeName(value: Json): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
