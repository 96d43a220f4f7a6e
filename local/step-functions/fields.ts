/** Reads the fields of one object of a definition, and reports what is missing, unknown or of a wrong type. */
import type { Diagnostic } from "./definition.ts";
import { type Compiling, compileTemplate, isExpression, type Template } from "./expressions.ts";
import { isJsonObject, type Json, type JsonObject } from "./json.ts";

const jsonPathFields = new Set([
  "InputPath",
  "OutputPath",
  "ResultPath",
  "ResultSelector",
  "Parameters",
  "Result",
  "ItemsPath",
  "MaxConcurrencyPath",
  "TimeoutSecondsPath",
  "HeartbeatSecondsPath",
  "SecondsPath",
  "TimestampPath",
  "ErrorPath",
  "CausePath",
  "Variable",
]);

export type Visible = { readonly hasResult: boolean; readonly hasErrorOutput: boolean };
const nothingVisible: Visible = { hasResult: false, hasErrorOutput: false };

export type Fields = {
  readonly location: string;
  readonly has: (name: string) => boolean;
  readonly value: (name: string) => Json | undefined;
  readonly fail: (name: string, message: string) => void;
  readonly text: (name: string) => string | undefined;
  readonly requiredText: (name: string) => string;
  readonly number: (name: string, rule: NumberRule) => number | undefined;
  readonly texts: (name: string) => readonly string[];
  readonly list: (name: string) => readonly { readonly item: JsonObject; readonly location: string }[];
  readonly template: (name: string, visible?: Visible) => Template | undefined;
  /** A field that is a number by itself or by an expression. */
  readonly numberTemplate: (name: string, rule: NumberRule) => Template | undefined;
  /** A field that is a text by itself or by an expression. */
  readonly textTemplate: (name: string) => Template | undefined;
};

export type NumberRule = { readonly min: number; readonly max: number; readonly integer: boolean };
export type Report = (code: string, message: string, location?: string) => void;

/** Collects findings. */
export function createReport(diagnostics: Diagnostic[]): Report {
  return (code, message, location) => {
    diagnostics.push({ severity: "ERROR", code, message, ...(location === undefined ? {} : { location }) });
  };
}

/** @param allowed every field that the object may have; all others are refused by name */
export function readFields(object: JsonObject, location: string, allowed: readonly string[], report: Report): Fields {
  const schema = (message: string, at: string) => report("SCHEMA_VALIDATION_FAILED", message, at === "" ? "/" : at);
  const at = (name: string) => `${location}/${name}`;
  for (const name of Object.keys(object)) {
    if (allowed.includes(name)) continue;
    if (jsonPathFields.has(name)) {
      schema(
        `The QueryLanguage is set to 'JSONata', but field '${name}' is only supported for the 'JSONPath' QueryLanguage`,
        location,
      );
    } else {
      schema(`Field '${name}' is not supported`, at(name));
    }
  }
  const fail = (name: string, message: string) => schema(message, at(name));
  const template = (name: string, visible: Visible = nothingVisible): Template | undefined => {
    const value = object[name];
    if (value === undefined) return undefined;
    const compiling: Compiling = { ...visible, location: at(name), report };
    return compileTemplate(value, compiling);
  };
  const text = (name: string): string | undefined => {
    const value = object[name];
    if (value === undefined || typeof value === "string") return value;
    fail(name, "Expected value of type [STRING]");
    return undefined;
  };
  const number = (name: string, rule: NumberRule): number | undefined => {
    const value = object[name];
    if (value === undefined) return undefined;
    if (typeof value !== "number") fail(name, `Expected value of type ${rule.integer ? "Integer" : "Number"}`);
    else if (rule.integer && !Number.isInteger(value)) fail(name, "Expected value of type Integer");
    else if (value < rule.min) fail(name, `Minimum value is ${rule.min}`);
    else if (value > rule.max) fail(name, `Maximum value is ${rule.max}`);
    else return value;
    return undefined;
  };
  return {
    location,
    fail,
    text,
    number,
    template,
    has: (name) => object[name] !== undefined,
    value: (name) => object[name],
    requiredText: (name) => {
      if (object[name] === undefined) schema(`These fields are required: [${name}]`, location);
      return text(name) ?? "";
    },
    texts: (name) => {
      const value = object[name];
      const texts = Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
      if (!Array.isArray(value) || texts.length === 0 || texts.length < value.length) {
        fail(name, "Expected a non-empty array of strings");
      }
      return texts;
    },
    list: (name) => {
      const value = object[name];
      if (value === undefined) return [];
      if (!Array.isArray(value) || !value.every(isJsonObject)) {
        fail(name, "Expected an array of objects");
        return [];
      }
      return value.map((item, index) => ({ item, location: `${at(name)}[${index}]` }));
    },
    numberTemplate: (name, rule) => {
      const value = object[name];
      if (typeof value === "string" && isExpression(value)) return template(name);
      const literal = number(name, rule);
      return literal === undefined ? undefined : { kind: "literal", value: literal };
    },
    textTemplate: (name) => {
      const value = object[name];
      if (value !== undefined && typeof value !== "string") fail(name, "Expected value of type [STRING]");
      return typeof value === "string" ? template(name) : undefined;
    },
  };
}
