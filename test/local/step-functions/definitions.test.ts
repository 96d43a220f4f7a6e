import { CreateStateMachineCommand, ValidateStateMachineDefinitionCommand } from "@aws-sdk/client-sfn";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { invokeTask, openWorld, roleArn, tokenTask, type World } from "./harness.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const machine = (state: object, more: object = {}) => ({
  QueryLanguage: "JSONata",
  StartAt: "S",
  States: { S: { End: true, ...state } },
  ...more,
});
const pass = (fields: object) => machine({ Type: "Pass", ...fields });
const task = (fields: object) => machine({ ...invokeTask, ...fields });

/** What CreateStateMachine answers to a definition. */
async function refusal(definition: unknown): Promise<string> {
  const text = typeof definition === "string" ? definition : JSON.stringify(definition);
  const creating = world.client.send(new CreateStateMachineCommand({ name: "refused", definition: text, roleArn }));
  const error: unknown = await creating.then(
    () => new Error("was accepted"),
    (thrown: unknown) => thrown,
  );
  expect(error).toMatchObject({ name: "InvalidDefinition" });
  const message = error instanceof Error ? error.message : "";
  return message.replace(/^Invalid State Machine Definition: '(.*)'$/s, "$1");
}

const jsonPath = (field: string) =>
  `SCHEMA_VALIDATION_FAILED: The QueryLanguage is set to 'JSONata', but field '${field}' is only supported for the 'JSONPath' QueryLanguage at /States/S`;
const schema = (message: string, location: string) => `SCHEMA_VALIDATION_FAILED: ${message} at ${location}`;

describe("what does not run here is refused when the machine is created, by state and field", () => {
  test.each<[string, object, string]>([
    ["InputPath", pass({ InputPath: "$.a" }), jsonPath("InputPath")],
    ["Result", pass({ Result: 1 }), jsonPath("Result")],
    ["ResultPath", task({ ResultPath: "$.a" }), jsonPath("ResultPath")],
    ["Parameters", task({ Parameters: {} }), jsonPath("Parameters")],
    ["ResultSelector", task({ ResultSelector: {} }), jsonPath("ResultSelector")],
    ["OutputPath", task({ OutputPath: "$" }), jsonPath("OutputPath")],
    ["TimeoutSecondsPath", task({ TimeoutSecondsPath: "$.t" }), jsonPath("TimeoutSecondsPath")],
    ["Credentials", task({ Credentials: {} }), schema("Field 'Credentials' is not supported", "/States/S/Credentials")],
    ["Retry on Pass", pass({ Retry: [] }), schema("Field 'Retry' is not supported", "/States/S/Retry")],
    ["ItemReader", pass({ ItemReader: {} }), schema("Field 'ItemReader' is not supported", "/States/S/ItemReader")],
    ["Map", machine({ Type: "Map" }), schema("State type 'Map' is not supported by this interpreter", "/States/S/Type")],
    [
      "Parallel",
      machine({ Type: "Parallel" }),
      schema("State type 'Parallel' is not supported by this interpreter", "/States/S/Type"),
    ],
    [
      "Type",
      machine({ Type: "Loop" }),
      schema("Value should be one of the following: [Pass, Task, Choice, Wait, Succeed, Fail]", "/States/S/Type"),
    ],
    [
      "QueryLanguage of the state",
      pass({ QueryLanguage: "JSONPath" }),
      schema("'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine", "/States/S"),
    ],
    [
      "QueryLanguage of the machine",
      { ...pass({}), QueryLanguage: undefined },
      schema("QueryLanguage must be 'JSONata': JSONPath is not supported by this interpreter", "/States/S"),
    ],
    ["a field of the machine", machine({ Type: "Pass" }, { Timeout: 5 }), schema("Field 'Timeout' is not supported", "/Timeout")],
    [
      "aws-sdk",
      task({ Resource: "arn:aws:states:::aws-sdk:sqs:sendMessage" }),
      schema(
        "The resource 'arn:aws:states:::aws-sdk:sqs:sendMessage' is not supported by this interpreter; it runs [arn:aws:states:::lambda:invoke, arn:aws:states:::lambda:invoke.waitForTaskToken, arn:aws:states:::states:startExecution]",
        "/States/S/Resource",
      ),
    ],
    [
      "an argument",
      task({ Arguments: { FunctionName: "f", InvocationType: "Event" } }),
      schema(
        "The field 'InvocationType' is not supported by this interpreter; it knows [FunctionName, Payload]",
        "/States/S/Arguments/InvocationType",
      ),
    ],
    [
      "no argument",
      task({ Arguments: {} }),
      schema("The field 'FunctionName' is required but was missing", "/States/S/Arguments"),
    ],
  ])("%s", async (_, definition, told) => {
    expect(await refusal(definition)).toBe(told);
  });
});

describe("mistakes are told by AWS's codes, at their place", () => {
  const unsupported = (message: string, location: string) => `UNSUPPORTED_JSONATA_EXPRESSION: ${message} at ${location}`;
  test.each<[string, unknown, string]>([
    ["no JSON", "{", "INVALID_JSON_DESCRIPTION: Expected property name or '}' in JSON at position 1 (line 1 column 2)"],
    ["no object", "[]", "SCHEMA_VALIDATION_FAILED: Definition must be a valid JSON object"],
    ["nothing", {}, schema("These fields are required: [States, StartAt]", "/")],
    [
      "syntax",
      pass({ Output: { a: ["{% a[1,2) %}"] } }),
      'INVALID_JSONATA_EXPRESSION: Expected "]", got "," at /States/S/Output/a[0]',
    ],
    [
      "top level",
      pass({ Output: "{% phone %}" }),
      unsupported("Reference to 'phone' at the top level is not supported.", "/States/S/Output"),
    ],
    ["context", pass({ Output: "{% $$.a %}" }), unsupported("Reference to '$$' is not supported.", "/States/S/Output")],
    [
      "$eval",
      pass({ Assign: { x: "{% $eval('1') %}" } }),
      unsupported("Function '$eval' is not supported.", "/States/S/Assign/x"),
    ],
    [
      "$states.result",
      pass({ Output: "{% $states.result %}" }),
      unsupported("Reference to '$states.result' is not supported.", "/States/S/Output"),
    ],
    [
      "$states.errorOutput",
      task({ Output: "{% $states.errorOutput.Error %}" }),
      unsupported("Reference to '$states.errorOutput' is not supported.", "/States/S/Output"),
    ],
    [
      "both ways on",
      { ...pass({}), States: { S: { Type: "Pass", End: true, Next: "T" }, T: { Type: "Succeed" } } },
      schema("Exactly one of the fields is required: [Next, End]", "/States/S"),
    ],
    ["no way on", pass({ End: undefined }), schema("Exactly one of the fields is required: [Next, End]", "/States/S")],
    [
      "start",
      { ...pass({}), StartAt: "T" },
      "MISSING_TRANSITION_TARGET: Missing 'StartAt' target: T at /StartAt, MISSING_TRANSITION_TARGET: State \"S\" is not reachable. at /States/S, MISSING_END_STATE: The state machine has no state that ends it at /States",
    ],
    [
      "next",
      machine({ Type: "Choice", End: undefined, Choices: [{ Condition: "{% true %}", Next: "T" }], Default: "U" }, {}),
      "MISSING_TRANSITION_TARGET: Missing 'Next' target: T at /States/S/Choices[0]/Next, MISSING_TRANSITION_TARGET: Missing 'Default' target: U at /States/S/Default, MISSING_END_STATE: The state machine has no state that ends it at /States",
    ],
    [
      "catch",
      task({ Catch: [{ ErrorEquals: ["States.ALL"], Next: "T" }] }),
      "MISSING_TRANSITION_TARGET: Missing 'Next' target: T at /States/S/Catch[0]/Next",
    ],
    [
      "unreachable",
      { ...pass({}), States: { S: { Type: "Pass", End: true }, T: { Type: "Fail" } } },
      'MISSING_TRANSITION_TARGET: State "T" is not reachable. at /States/T',
    ],
    ["no end", pass({ End: undefined, Next: "S" }), "MISSING_END_STATE: The state machine has no state that ends it at /States"],
    [
      "ALL with others",
      task({ Retry: [{ ErrorEquals: ["States.ALL", "E"] }] }),
      schema("'States.ALL' must appear alone", "/States/S/Retry[0]/ErrorEquals"),
    ],
    [
      "ALL not last",
      task({ Retry: [{ ErrorEquals: ["States.ALL"] }, { ErrorEquals: ["E"] }] }),
      schema("'States.ALL' is only allowed in the last entry", "/States/S/Retry[0]/ErrorEquals"),
    ],
    [
      "backoff",
      task({ Retry: [{ ErrorEquals: ["E"], BackoffRate: 0.5 }] }),
      schema("Minimum value is 1", "/States/S/Retry[0]/BackoffRate"),
    ],
    [
      "heartbeat over time-out",
      task({ TimeoutSeconds: 5, HeartbeatSeconds: 5 }),
      schema("'HeartbeatSeconds' must be smaller than 'TimeoutSeconds'", "/States/S/HeartbeatSeconds"),
    ],
    ["TimeoutSeconds", task({ TimeoutSeconds: 0 }), schema("Minimum value is 1", "/States/S/TimeoutSeconds")],
    [
      "Seconds and Timestamp",
      machine({ Type: "Wait", Seconds: 1, Timestamp: "2026-01-01T00:00:00Z" }),
      schema("Exactly one of the fields is required: [Seconds, Timestamp]", "/States/S"),
    ],
    [
      "Timestamp",
      machine({ Type: "Wait", Timestamp: "2026-01-01" }),
      schema("Expected a timestamp in the form of RFC 3339", "/States/S/Timestamp"),
    ],
    ["variable", pass({ Assign: { states: 1 } }), schema("'states' is not a valid variable name", "/States/S/Assign/states")],
  ])("%s", async (_, definition, told) => {
    expect(await refusal(definition)).toBe(told);
  });

  test.each(["__proto__", "hasOwnProperty", "__bounds"])("a variable %s, which could not be read", async (name) => {
    const definition = pass({ Assign: JSON.parse(`{"${name}":1}`) });
    expect(await refusal(definition)).toBe(schema(`'${name}' is not known here as a variable name`, `/States/S/Assign/${name}`));
  });

  test("every finding is told, not the first alone", async () => {
    const { result, diagnostics, truncated } = await world.client.send(
      new ValidateStateMachineDefinitionCommand({ definition: JSON.stringify(pass({ InputPath: "$", Output: "{% ) %}" })) }),
    );
    expect([result, truncated, diagnostics?.map(({ code, severity, location }) => [code, severity, location])]).toEqual([
      "FAIL",
      false,
      [
        ["SCHEMA_VALIDATION_FAILED", "ERROR", "/States/S"],
        ["INVALID_JSONATA_EXPRESSION", "ERROR", "/States/S/Output"],
      ],
    ]);
  });

  test.each<[string, object]>([
    ["a predicate", pass({ Output: "{% $states.input.items[value > 3 and $exists(name)] %}" })],
    ["an order", pass({ Output: "{% $states.input.items^(>price).name %}" })],
    ["a grouping", pass({ Output: "{% $states.input.items{name: $sum(price)} %}" })],
    ["a chain", pass({ Output: "{% $states.input ~> $keys() ~> $join(', ') %}" })],
    [
      "an error's output where there is one",
      task({ Catch: [{ ErrorEquals: ["E"], Next: "S", Output: "{% $states.errorOutput.Cause %}" }] }),
    ],
    ["a token", machine({ ...tokenTask, TimeoutSeconds: "{% $states.input.left %}", HeartbeatSeconds: 5 })],
    ["a language of each state", { ...pass({ QueryLanguage: "JSONata" }), QueryLanguage: undefined }],
  ])("%s is right", async (_, definition) => {
    const validated = await world.client.send(
      new ValidateStateMachineDefinitionCommand({ definition: JSON.stringify(definition) }),
    );
    expect(validated).toMatchObject({ result: "OK", diagnostics: [], truncated: false });
  });
});
