import { GetExecutionHistoryCommand } from "@aws-sdk/client-sfn";
import { afterEach, describe, expect, test } from "vitest";
import { isWhole } from "../../builders/runs.ts";
import { openWorld, type World } from "./harness.ts";

let world: World;
afterEach(() => world.close());

/** Runs a machine of JSONata states to its end (or rest), and gives its parsed output. */
async function run(definition: object, input: unknown = {}): Promise<unknown> {
  const execution = await world.start(await world.create("m", definition), input, "run");
  await world.settle();
  const { status, output, error, cause } = await world.describe(execution);
  return status === "SUCCEEDED" ? JSON.parse(output ?? "") : { status, error, cause };
}

/** A machine whose one state puts out what an expression comes to. */
const evaluate = (output: unknown) => ({ StartAt: "E", States: { E: { Type: "Pass", Output: output, End: true } } });

describe("JSONata", () => {
  test.each([
    ["{% $parse('{\"a\":[1,2]}').a[1] %}", 2],
    ["{% $partition([1,2,3,4,5], 2) %}", [[1, 2], [3, 4], [5]]],
    ["{% $range(1, 9, 3) %}", [1, 4, 7]],
    ["{% $range(3, 1, -1) %}", [3, 2, 1]],
    ["{% $hash('abc', 'SHA-256') %}", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
    ["{% $random(7) = $random(7) and $random(7) < 1 %}", true],
    ["{% $length($uuid()) %}", 36],
    ["{% $millis() %}", Date.parse("2026-01-05T02:00:00.000Z")],
    ["{% $now() %}", "2026-01-05T02:00:00.000Z"],
    ["{% $now('[Y0001]-[M01]-[D01] [H01]:[m01]', '+0700') %}", "2026-01-05 09:00"],
    ["{% $fromMillis($millis() + 86400000) %}", "2026-01-06T02:00:00.000Z"],
    ["{% $states.input.list[n > 1].n %}", [2, 3]],
    ["{% $map($states.input.list, function($item) { $item.n * 2 }) %}", [2, 4, 6]],
    ["{% [$states.input.list[n = 1]] %}", [{ n: 1 }]],
    ["{% $states.input.nothing %}", null],
    ["{% $string(1/3) %}", "0.333333333333333"],
  ])("%s", async (expression, expected) => {
    world = await openWorld();
    expect(await run(evaluate(expression), { list: [{ n: 1 }, { n: 2 }, { n: 3 }], nothing: null })).toEqual(expected);
  });

  test.each(["range", "hash", "parse", "random", "partition", "uuid", "now", "millis", "sum", "constructor", "x"])(
    "a variable may be called %s, and is read back",
    async (name) => {
      world = await openWorld();
      const states = {
        A: { Type: "Pass", Assign: { [name]: 5 }, Next: "B" },
        B: { Type: "Pass", Output: `{% $${name} %}`, End: true },
      };
      expect(await run({ StartAt: "A", States: states })).toBe(5);
    },
  );

  test.each([
    [
      { a: ["{% $states.input.missing %}"] },
      "Output/a[0]",
      "The JSONata expression '$states.input.missing' specified for the field 'Output/a[0]' returned nothing (undefined).",
    ],
    [
      "{% $abs('x') %}",
      "Output",
      "The JSONata expression '$abs('x')' specified for the field 'Output' threw an error during evaluation. T0410: Argument 1 of function \"abs\" does not match function signature",
    ],
    [
      "{% $hash('abc', 'CRC') %}",
      "Output",
      "The JSONata expression '$hash('abc', 'CRC')' specified for the field 'Output' threw an error during evaluation: $hash: the algorithm must be one of MD5, SHA-1, SHA-256, SHA-384, SHA-512",
    ],
  ])("a failed expression fails the state, and tells the expression and the field: %j", async (output, location, cause) => {
    world = await openWorld();
    const told = `An error occurred while executing the state 'E' (entered at the event id #2). ${cause}`;
    expect(await run(evaluate(output))).toEqual({ status: "FAILED", error: "States.QueryEvaluationError", cause: told });
    const executionArn = "arn:aws:states:ap-southeast-3:000000000000:execution:m:run";
    const { events = [] } = await world.client.send(new GetExecutionHistoryCommand({ executionArn }));
    expect(events.map(({ type }) => type)).toEqual([
      "ExecutionStarted",
      "PassStateEntered",
      "EvaluationFailed",
      "ExecutionFailed",
    ]);
    expect(events[2]?.evaluationFailedEventDetails).toEqual({
      error: "States.QueryEvaluationError",
      cause: told,
      location,
      state: "E",
    });
  });

  test.runIf(isWhole)("a recursion without end is stopped before it takes the memory", async () => {
    world = await openWorld();
    const recursion = "{% ($f := function($n) { 1 + $f($n + 1) }; $f(1)) %}";
    expect(await run(evaluate(recursion))).toMatchObject({
      error: "States.QueryEvaluationError",
      cause: expect.stringContaining("threw an error during evaluation: Stack overflow error"),
    });
  });

  test("a long list is no recursion", async () => {
    world = await openWorld();
    expect(await run(evaluate("{% $sum($map([1..20000], function($n) { $n })) %}"))).toBe(200_010_000);
  });

  test.runIf(isWhole)("an expression without end is stopped after five seconds", async () => {
    world = await openWorld();
    const execution = await world.start(await world.create("m", evaluate("{% ($f := function($n) { $f($n + 1) }; $f(1)) %}")));
    await expect.poll(async () => (await world.describe(execution)).status, { timeout: 12_000 }).toBe("FAILED");
    expect((await world.describe(execution)).cause).toContain("Expression evaluation timeout");
  });
});
