/** A definition in the Amazon States Language (JSONata), checked whole before it may run. */
import type { Diagnostic, Machine, State } from "./definition.ts";
import { createReport, type Report, readFields } from "./fields.ts";
import { isJsonObject, type Json, parseJson } from "./json.ts";
import { parseState } from "./parse-state.ts";

export type ParsedDefinition = { readonly diagnostics: readonly Diagnostic[]; readonly machine: Machine | undefined };

/** What was parsed last, by its text: putting a machine, running it and describing it all ask for the same. */
const parsedBefore = new Map<string, ParsedDefinition>();
const mostParsed = 16;

/**
 * Parses and checks a definition: fields, query language, expressions, transitions.
 * @see https://states-language.net/spec.html
 */
export function parseDefinition(text: string): ParsedDefinition {
  const known = parsedBefore.get(text);
  if (known !== undefined) return known;
  const definition = parseAnew(text);
  for (const oldest of parsedBefore.keys()) {
    if (parsedBefore.size < mostParsed) break;
    parsedBefore.delete(oldest);
  }
  parsedBefore.set(text, definition);
  return definition;
}

function parseAnew(text: string): ParsedDefinition {
  const diagnostics: Diagnostic[] = [];
  const machine = parseMachine(text, createReport(diagnostics));
  return { diagnostics, machine: diagnostics.length === 0 ? machine : undefined };
}

function parseMachine(text: string, report: Report): Machine | undefined {
  let definition: Json;
  try {
    definition = parseJson(text);
  } catch (thrown) {
    report("INVALID_JSON_DESCRIPTION", thrown instanceof Error ? thrown.message : String(thrown));
    return undefined;
  }
  if (!isJsonObject(definition)) {
    report("SCHEMA_VALIDATION_FAILED", "Definition must be a valid JSON object");
    return undefined;
  }
  const missing = ["States", "StartAt"].filter((name) => definition[name] === undefined);
  if (missing.length > 0) {
    report("SCHEMA_VALIDATION_FAILED", `These fields are required: [${missing.join(", ")}]`, "/");
    return undefined;
  }
  const fields = readFields(
    definition,
    "",
    ["Comment", "StartAt", "States", "QueryLanguage", "TimeoutSeconds", "Version"],
    report,
  );
  fields.text("Comment");
  const version = fields.text("Version");
  if (version !== undefined && version !== "1.0") fields.fail("Version", "Value should be one of the following: [1.0]");
  const language = fields.text("QueryLanguage");
  if (language !== undefined && language !== "JSONata" && language !== "JSONPath") {
    fields.fail("QueryLanguage", "Value should be one of the following: [JSONPath, JSONata]");
  }
  const startAt = fields.text("StartAt") ?? "";
  const timeoutSeconds = fields.number("TimeoutSeconds", { min: 1, max: 99_999_999, integer: true });
  const { States: states } = definition;
  if (!isJsonObject(states) || Object.keys(states).length === 0) {
    fields.fail("States", "Expected a non-empty object of states");
    return undefined;
  }
  const parsed = new Map<string, State>();
  const names = Object.keys(states);
  for (const [name, object] of Object.entries(states)) {
    if (name.length > 80) report("SCHEMA_VALIDATION_FAILED", "A state's name has at most 80 characters", `/States/${name}`);
    if (!isJsonObject(object)) {
      report("SCHEMA_VALIDATION_FAILED", "Expected value of type [OBJECT]", `/States/${name}`);
      continue;
    }
    const state = parseState(name, object, language, report);
    if (state !== undefined) parsed.set(name, state);
  }
  // Transitions can be told only where every state is known.
  if (parsed.size === names.length) checkTransitions(startAt, parsed, report);
  return { startAt, timeoutSeconds, states: parsed };
}

function checkTransitions(startAt: string, states: ReadonlyMap<string, State>, report: Report): void {
  const missing = (field: string, target: string, location: string) =>
    report("MISSING_TRANSITION_TARGET", `Missing '${field}' target: ${target}`, location);
  if (!states.has(startAt)) missing("StartAt", startAt, "/StartAt");
  for (const state of states.values()) {
    for (const { field, target } of exitsOf(state)) {
      if (!states.has(target)) missing(field.split("/").at(-1) ?? field, target, `/States/${state.name}/${field}`);
    }
  }
  const reached = new Set<string>();
  const toVisit = [startAt];
  for (let name = toVisit.pop(); name !== undefined; name = toVisit.pop()) {
    const state = states.get(name);
    if (state === undefined || reached.has(name)) continue;
    reached.add(name);
    toVisit.push(...exitsOf(state).map(({ target }) => target));
  }
  for (const name of states.keys()) {
    if (!reached.has(name)) report("MISSING_TRANSITION_TARGET", `State "${name}" is not reachable.`, `/States/${name}`);
  }
  const ends = [...states.values()].some((state) => reached.has(state.name) && isTerminal(state));
  if (!ends) report("MISSING_END_STATE", "The state machine has no state that ends it", "/States");
}

function isTerminal(state: State): boolean {
  if (state.type === "Succeed" || state.type === "Fail") return true;
  return state.type !== "Choice" && state.next === undefined;
}

function exitsOf(state: State): { field: string; target: string }[] {
  switch (state.type) {
    case "Succeed":
    case "Fail":
      return [];
    case "Choice": {
      const rules = state.rules.map(({ next }, index) => ({ field: `Choices[${index}]/Next`, target: next }));
      return state.defaultNext === undefined ? rules : [...rules, { field: "Default", target: state.defaultNext }];
    }
    case "Task":
      return [
        ...nextOf(state.next),
        ...state.catchers.map(({ next }, index) => ({ field: `Catch[${index}]/Next`, target: next })),
      ];
    default:
      return nextOf(state.next);
  }
}

function nextOf(next: string | undefined): { field: string; target: string }[] {
  return next === undefined ? [] : [{ field: "Next", target: next }];
}
