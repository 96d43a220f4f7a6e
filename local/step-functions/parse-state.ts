/** One state of a definition, checked and compiled. What this interpreter does not do is refused by name. */
import type { Assignments, Catcher, ChoiceRule, Retrier, Shaping, State, TaskKind, TaskState } from "./definition.ts";
import { type Template, unusableNames } from "./expressions.ts";
import { type Fields, type NumberRule, type Report, readFields, type Visible } from "./fields.ts";
import { isJsonObject, type JsonObject } from "./json.ts";

const common = ["Type", "Comment", "QueryLanguage"];
const shaping = ["Output", "Assign"];
const leading = ["Next", "End"];
const allowedFields: Readonly<Record<State["type"], readonly string[]>> = {
  Pass: [...common, ...shaping, ...leading],
  Task: [...common, ...shaping, ...leading, "Resource", "Arguments", "TimeoutSeconds", "HeartbeatSeconds", "Retry", "Catch"],
  Choice: [...common, ...shaping, "Choices", "Default"],
  Wait: [...common, ...shaping, ...leading, "Seconds", "Timestamp"],
  Succeed: [...common, "Output"],
  Fail: [...common, "Error", "Cause"],
};

const resources = new Map<string, TaskKind>([
  ["arn:aws:states:::lambda:invoke", "invoke"],
  ["arn:aws:states:::lambda:invoke.waitForTaskToken", "invoke.waitForTaskToken"],
  ["arn:aws:states:::states:startExecution", "startExecution"],
]);

const maxSeconds = 99_999_999;
const positiveSeconds: NumberRule = { min: 1, max: maxSeconds, integer: true };
const plain: Visible = { hasResult: false, hasErrorOutput: false };
const afterTask: Visible = { hasResult: true, hasErrorOutput: false };
const afterError: Visible = { hasResult: false, hasErrorOutput: true };
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const variableName = /^[\p{ID_Start}_][\p{ID_Continue}]{0,79}$/u;

function isStateType(type: string): type is State["type"] {
  return Object.hasOwn(allowedFields, type);
}

/** @returns undefined where the state's type is not one that runs here (which has been reported) */
export function parseState(
  name: string,
  object: JsonObject,
  machineLanguage: string | undefined,
  report: Report,
): State | undefined {
  const location = `/States/${name}`;
  const type = object.Type;
  if (typeof type !== "string" || !isStateType(type)) {
    const known = typeof type === "string" && ["Map", "Parallel"].includes(type);
    const message = known
      ? `State type '${type}' is not supported by this interpreter`
      : `Value should be one of the following: [${Object.keys(allowedFields).join(", ")}]`;
    report("SCHEMA_VALIDATION_FAILED", message, `${location}/Type`);
    return undefined;
  }
  const fields = readFields(object, location, allowedFields[type], report);
  fields.text("Comment");
  checkLanguage(fields, machineLanguage, report);
  switch (type) {
    case "Pass":
      return { type, name, ...parseShaping(fields, plain), next: parseNext(fields, report) };
    case "Wait":
      return { type, name, ...parseShaping(fields, plain), next: parseNext(fields, report), ...parseMoment(fields, report) };
    case "Succeed":
      return { type, name, output: fields.template("Output") };
    case "Fail":
      return { type, name, error: fields.textTemplate("Error"), cause: fields.textTemplate("Cause") };
    case "Choice":
      return {
        type,
        name,
        ...parseShaping(fields, plain),
        rules: parseRules(fields, report),
        defaultNext: fields.text("Default"),
      };
    case "Task":
      return parseTask(name, fields, report);
  }
}

function checkLanguage(fields: Fields, machineLanguage: string | undefined, report: Report): void {
  const own = fields.text("QueryLanguage");
  if (own === "JSONPath" && machineLanguage === "JSONata") {
    const message = "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine";
    report("SCHEMA_VALIDATION_FAILED", message, fields.location);
  } else if ((own ?? machineLanguage) !== "JSONata") {
    report(
      "SCHEMA_VALIDATION_FAILED",
      "QueryLanguage must be 'JSONata': JSONPath is not supported by this interpreter",
      fields.location,
    );
  }
}

function parseNext(fields: Fields, report: Report): string | undefined {
  const next = fields.text("Next");
  const end = fields.value("End");
  if (end !== undefined && typeof end !== "boolean") fields.fail("End", "Expected value of type [BOOLEAN]");
  if ((next === undefined) === (end !== true)) {
    report("SCHEMA_VALIDATION_FAILED", "Exactly one of the fields is required: [Next, End]", fields.location);
  }
  return next;
}

function parseShaping(fields: Fields, visible: Visible): Shaping {
  return { output: fields.template("Output", visible), assign: parseAssign(fields, visible) };
}

function parseAssign(fields: Fields, visible: Visible): Assignments {
  const value = fields.value("Assign");
  if (value === undefined) return [];
  if (!isJsonObject(value)) {
    fields.fail("Assign", "Expected value of type [OBJECT]");
    return [];
  }
  for (const name of Object.keys(value)) {
    if (unusableNames.has(name)) fields.fail(`Assign/${name}`, `'${name}' is not known here as a variable name`);
    if (!variableName.test(name) || name === "states") fields.fail(`Assign/${name}`, `'${name}' is not a valid variable name`);
  }
  const compiled = fields.template("Assign", visible);
  return compiled?.kind === "object" ? compiled.entries : [];
}

function parseMoment(fields: Fields, report: Report): { until: "Seconds" | "Timestamp"; moment: Template } {
  if (fields.has("Seconds") === fields.has("Timestamp")) {
    report("SCHEMA_VALIDATION_FAILED", "Exactly one of the fields is required: [Seconds, Timestamp]", fields.location);
  }
  const none: Template = { kind: "literal", value: null };
  if (fields.has("Seconds")) {
    const seconds = fields.numberTemplate("Seconds", { min: 0, max: maxSeconds, integer: true });
    return { until: "Seconds", moment: seconds ?? none };
  }
  const timestamp = fields.textTemplate("Timestamp");
  if (timestamp?.kind === "literal" && !instant.test(String(timestamp.value))) {
    fields.fail("Timestamp", "Expected a timestamp in the form of RFC 3339");
  }
  return { until: "Timestamp", moment: timestamp ?? none };
}

/** Whether a text is a timestamp as the states language wants it (RFC 3339, capital T and Z). */
export function isTimestamp(text: string): boolean {
  return instant.test(text) && !Number.isNaN(Date.parse(text));
}

function parseRules(fields: Fields, report: Report): ChoiceRule[] {
  const rules = fields.list("Choices");
  if (rules.length === 0) fields.fail("Choices", "Expected a non-empty array of choice rules");
  return rules.map(({ item, location }) => {
    const rule = readFields(item, location, ["Condition", "Next", "Comment", ...shaping], report);
    const condition = item.Condition;
    if (condition === undefined) report("SCHEMA_VALIDATION_FAILED", "These fields are required: [Condition]", location);
    const compiled = typeof condition === "boolean" ? rule.template("Condition") : rule.textTemplate("Condition");
    if (compiled?.kind === "literal" && typeof compiled.value !== "boolean") {
      rule.fail("Condition", "Expected a boolean or a JSONata expression");
    }
    return {
      ...parseShaping(rule, plain),
      condition: compiled ?? { kind: "literal", value: false },
      next: rule.requiredText("Next"),
    };
  });
}

function parseTask(name: string, fields: Fields, report: Report): TaskState {
  const resource = fields.requiredText("Resource");
  const kind = resources.get(resource);
  if (kind === undefined && resource !== "") {
    fields.fail(
      "Resource",
      `The resource '${resource}' is not supported by this interpreter; it runs [${[...resources.keys()].join(", ")}]`,
    );
  }
  checkArguments(fields, kind, report);
  const timeoutSeconds = fields.numberTemplate("TimeoutSeconds", positiveSeconds);
  const heartbeatSeconds = fields.numberTemplate("HeartbeatSeconds", positiveSeconds);
  const [timeout, heartbeat] = [fields.value("TimeoutSeconds"), fields.value("HeartbeatSeconds")];
  if (typeof timeout === "number" && typeof heartbeat === "number" && heartbeat >= timeout) {
    fields.fail("HeartbeatSeconds", "'HeartbeatSeconds' must be smaller than 'TimeoutSeconds'");
  }
  return {
    type: "Task",
    name,
    kind: kind ?? "invoke",
    ...parseShaping(fields, afterTask),
    next: parseNext(fields, report),
    arguments: fields.template("Arguments") ?? { kind: "object", entries: [] },
    timeoutSeconds,
    heartbeatSeconds,
    retriers: parseRetriers(fields, report),
    catchers: parseCatchers(fields, report),
  };
}

const taskArguments: Readonly<Record<TaskKind, { required: string; allowed: readonly string[] }>> = {
  invoke: { required: "FunctionName", allowed: ["FunctionName", "Payload"] },
  "invoke.waitForTaskToken": { required: "FunctionName", allowed: ["FunctionName", "Payload"] },
  startExecution: { required: "StateMachineArn", allowed: ["StateMachineArn", "Name", "Input"] },
};

/** Arguments that are one expression are known only when the state runs, and are checked then. */
function checkArguments(fields: Fields, kind: TaskKind | undefined, report: Report): void {
  const value = fields.value("Arguments");
  if (kind === undefined || typeof value === "string") return;
  if (!isJsonObject(value)) {
    report("SCHEMA_VALIDATION_FAILED", "These fields are required: [Arguments]", fields.location);
    return;
  }
  const { required, allowed } = taskArguments[kind];
  for (const name of unknownArguments(kind, value)) {
    fields.fail(
      `Arguments/${name}`,
      `The field '${name}' is not supported by this interpreter; it knows [${allowed.join(", ")}]`,
    );
  }
  if (value[required] === undefined) {
    report("SCHEMA_VALIDATION_FAILED", `The field '${required}' is required but was missing`, `${fields.location}/Arguments`);
  }
}

/** The arguments that a kind of task does not know here. */
export function unknownArguments(kind: TaskKind, value: JsonObject): string[] {
  return Object.keys(value).filter((name) => !taskArguments[kind].allowed.includes(name));
}

function parseRetriers(fields: Fields, report: Report): Retrier[] {
  const list = fields.list("Retry");
  return list.map(({ item, location }, index) => {
    const known = [
      "ErrorEquals",
      "IntervalSeconds",
      "MaxAttempts",
      "BackoffRate",
      "MaxDelaySeconds",
      "JitterStrategy",
      "Comment",
    ];
    const retrier = readFields(item, location, known, report);
    const intervalSeconds = retrier.number("IntervalSeconds", positiveSeconds) ?? 1;
    const maxDelaySeconds = retrier.number("MaxDelaySeconds", { min: 1, max: 31_622_400, integer: true });
    if (maxDelaySeconds !== undefined && maxDelaySeconds <= intervalSeconds) {
      retrier.fail("MaxDelaySeconds", "'MaxDelaySeconds' must be greater than 'IntervalSeconds'");
    }
    const jitter = retrier.text("JitterStrategy");
    if (jitter !== undefined && jitter !== "FULL" && jitter !== "NONE") {
      retrier.fail("JitterStrategy", "Value should be one of the following: [FULL, NONE]");
    }
    return {
      errorEquals: parseErrorEquals(retrier, index === list.length - 1),
      intervalSeconds,
      maxAttempts: retrier.number("MaxAttempts", { min: 0, max: maxSeconds, integer: true }) ?? 3,
      backoffRate: retrier.number("BackoffRate", { min: 1, max: Number.MAX_SAFE_INTEGER, integer: false }) ?? 2,
      maxDelaySeconds,
      jitter: jitter === "FULL",
    };
  });
}

function parseCatchers(fields: Fields, report: Report): Catcher[] {
  const list = fields.list("Catch");
  return list.map(({ item, location }, index) => {
    const catcher = readFields(item, location, ["ErrorEquals", "Next", "Comment", ...shaping], report);
    return {
      ...parseShaping(catcher, afterError),
      errorEquals: parseErrorEquals(catcher, index === list.length - 1),
      next: catcher.requiredText("Next"),
    };
  });
}

function parseErrorEquals(fields: Fields, isLast: boolean): readonly string[] {
  const names = fields.texts("ErrorEquals");
  if (names.includes("States.ALL") && names.length > 1) fields.fail("ErrorEquals", "'States.ALL' must appear alone");
  if (names.includes("States.ALL") && !isLast) fields.fail("ErrorEquals", "'States.ALL' is only allowed in the last entry");
  return names;
}
