/** JSON templates with `{% JSONata %}` strings inside: compiled and checked once, evaluated at each visit of a state. */
import jsonata from "jsonata";
import { awsFunctions } from "./aws-functions.ts";
import { StateFailed } from "./errors.ts";
import { type Json, type JsonObject, toJson } from "./json.ts";

export type Template =
  | { readonly kind: "literal"; readonly value: Json }
  | { readonly kind: "expression"; readonly source: string; readonly expression: jsonata.Expression }
  | { readonly kind: "array"; readonly items: readonly Template[] }
  | { readonly kind: "object"; readonly entries: readonly (readonly [string, Template])[] };

/** What an expression can see. `states` is `$states`; each variable is `$name`. */
export type Scope = {
  readonly states: JsonObject;
  readonly variables: Readonly<Record<string, Json>>;
  /** Epoch milliseconds, for `$millis` and `$now`. */
  readonly now: number;
};

/** Where a template stands: what of `$states` exists there, and how to tell what is wrong with it. */
export type Compiling = {
  readonly location: string;
  readonly hasResult: boolean;
  readonly hasErrorOutput: boolean;
  readonly report: (code: string, message: string, location: string) => void;
};

/** AWS gives an evaluation five seconds. */
const evaluationLimit = 5_000;
/**
 * How many nodes of one expression may be under way at once. AWS stops a recursion far earlier (at a depth of 100), which
 * cannot be counted here, since JSONata takes the parts of an object or a list side by side. This one saves the memory.
 */
const nodeLimit = 50_000;
const boundsVariable = "__bounds";
/** Names that the interpreter of JSONata, or this one, needs for itself: a variable of such a name would be lost or harm others. */
export const unusableNames: ReadonlySet<string> = new Set([boundsVariable, "__proto__", "hasOwnProperty"]);

/** The bounds of one evaluation, handed to its hooks as a variable. */
class Bounds {
  nodes = 0;
  visits = 0;
  readonly deadline = performance.now() + evaluationLimit;
}

export function isExpression(text: string): boolean {
  return text.startsWith("{%") && text.endsWith("%}") && text.length >= 4;
}

/** Compiles a template. What is wrong is reported, and stands in the result as a literal. */
export function compileTemplate(value: Json, compiling: Compiling): Template {
  const { location } = compiling;
  if (typeof value === "string" && isExpression(value)) return compileExpression(value, compiling);
  if (Array.isArray(value)) {
    const items = value.map((item, index) => compileTemplate(item, { ...compiling, location: `${location}[${index}]` }));
    return { kind: "array", items };
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).map(
      ([key, item]) => [key, compileTemplate(item, { ...compiling, location: `${location}/${key}` })] as const,
    );
    return { kind: "object", entries };
  }
  return { kind: "literal", value };
}

function compileExpression(text: string, compiling: Compiling): Template {
  const source = text.slice(2, -2).trim();
  try {
    const expression = jsonata(source);
    checkReferences(expression.ast(), compiling, true);
    boundEvaluation(expression);
    return { kind: "expression", source, expression };
  } catch (thrown) {
    compiling.report("INVALID_JSONATA_EXPRESSION", messageOf(thrown), compiling.location);
    return { kind: "literal", value: text };
  }
}

/** An expression that never ends would hold up every execution, or take all memory. */
function boundEvaluation(expression: jsonata.Expression): void {
  const hook = (name: string, run: (bounds: Bounds) => void) => {
    const called = (_node: unknown, _input: unknown, environment: jsonata.Environment) => {
      const bounds: unknown = environment.lookup(boundsVariable);
      if (bounds instanceof Bounds) run(bounds);
    };
    // The hooks are looked up under symbols, which the declared type of `assign` does not know.
    Reflect.apply(expression.assign, expression, [Symbol.for(`jsonata.${name}`), called]);
  };
  hook("__evaluate_entry", (bounds) => {
    bounds.nodes += 1;
    bounds.visits += 1;
    if (bounds.nodes > nodeLimit) throw new Error("Stack overflow error: Check for non-terminating recursive function.");
    if (bounds.visits % 256 === 0 && performance.now() > bounds.deadline) {
      throw new Error(`Expression evaluation timeout: ${evaluationLimit}ms. Check for infinite loop`);
    }
  });
  hook("__evaluate_exit", (bounds) => {
    bounds.nodes -= 1;
  });
}

/**
 * Refuses, as AWS does, what can only be a mistake: names read from a context that Step Functions leaves empty, `$$`,
 * `$eval`, and parts of `$states` that do not exist where the expression stands.
 */
function checkReferences(node: unknown, compiling: Compiling, atTop: boolean): void {
  if (Array.isArray(node)) {
    for (const item of node) checkReferences(item, compiling, atTop);
    return;
  }
  if (typeof node !== "object" || node === null) return;
  const fields = new Map<string, unknown>(Object.entries(node));
  const [type, value] = [fields.get("type"), fields.get("value")];
  const refuse = (message: string) => compiling.report("UNSUPPORTED_JSONATA_EXPRESSION", message, compiling.location);
  if (type === "variable" && value === "$") refuse("Reference to '$$' is not supported.");
  if (type === "variable" && value === "eval") refuse("Function '$eval' is not supported.");
  if (type === "name" && atTop) refuse(`Reference to '${String(value)}' at the top level is not supported.`);
  const steps: unknown = fields.get("steps");
  if (type === "path" && Array.isArray(steps)) {
    const [first, second] = steps.map((step: unknown) => nameOf(step));
    if (first === "$states" && second === "result" && !compiling.hasResult) {
      refuse("Reference to '$states.result' is not supported.");
    }
    if (first === "$states" && second === "errorOutput" && !compiling.hasErrorOutput) {
      refuse("Reference to '$states.errorOutput' is not supported.");
    }
    for (const [index, step] of steps.entries()) checkReferences(step, compiling, atTop && index === 0);
    checkReferences(fields.get("group"), compiling, false);
    return;
  }
  // Predicates, groupings and transforms have a context of their own.
  const inner = new Set(["stages", "predicate", "group", "pattern", "update", "delete"]);
  for (const [key, child] of fields) checkReferences(child, compiling, atTop && !inner.has(key));
}

function nameOf(step: unknown): string {
  if (typeof step !== "object" || step === null || !("type" in step) || !("value" in step)) return "";
  return step.type === "variable" ? `$${String(step.value)}` : String(step.value);
}

function messageOf(thrown: unknown): string {
  if (typeof thrown === "object" && thrown !== null && "message" in thrown) return String(thrown.message);
  return String(thrown);
}

/**
 * Evaluates a template.
 * @param field the field's name relative to the state, as causes tell it (`Output/a[0]`)
 * @throws StateFailed States.QueryEvaluationError
 */
export async function evaluateTemplate(template: Template, field: string, scope: Scope): Promise<Json> {
  switch (template.kind) {
    case "literal":
      return template.value;
    case "expression":
      return evaluateExpression(template, field, scope);
    case "array": {
      const items: Json[] = [];
      for (const [index, item] of template.items.entries()) items.push(await evaluateTemplate(item, `${field}[${index}]`, scope));
      return items;
    }
    case "object": {
      const entries: [string, Json][] = [];
      for (const [key, item] of template.entries) entries.push([key, await evaluateTemplate(item, `${field}/${key}`, scope)]);
      return Object.fromEntries(entries);
    }
  }
}

async function evaluateExpression(
  template: Extract<Template, { kind: "expression" }>,
  field: string,
  scope: Scope,
): Promise<Json> {
  const opening = `The JSONata expression '${template.source}' specified for the field '${field}'`;
  let result: unknown;
  try {
    result = await template.expression.evaluate(undefined, {
      ...awsFunctions(scope.now),
      // A variable by the name of a function hides it, as it does one of JSONata's own.
      ...scope.variables,
      states: scope.states,
      [boundsVariable]: new Bounds(),
    });
    if (result !== undefined) return toJson(result);
  } catch (thrown) {
    const code = typeof thrown === "object" && thrown !== null && "code" in thrown ? String(thrown.code) : undefined;
    const tail = code === undefined ? `: ${messageOf(thrown)}` : `. ${code}: ${messageOf(thrown)}`;
    throw queryFailure(`${opening} threw an error during evaluation${tail}`, field);
  }
  throw queryFailure(`${opening} returned nothing (undefined).`, field);
}

/** A failure to evaluate a field, or a value that is of no use in it. */
export function queryFailure(cause: string, location: string): StateFailed {
  return new StateFailed({ error: "States.QueryEvaluationError", cause, location, raised: true });
}
