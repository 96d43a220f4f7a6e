/**
 * Event filtering as Lambda does it for event source mappings: a pattern is an object whose leaves are lists of what may
 * stand there. https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html
 * Known: exact values, null, `exists`, `prefix`, `suffix`, `anything-but` (values), `equals-ignore-case`, `numeric`, `$or`.
 */
import { isRecord } from "../template/intrinsics.ts";

type Matcher = (value: unknown) => boolean;

/** Turns a pattern into a test. Throws naming what it does not know. */
export function compileFilter(pattern: unknown): Matcher {
  if (!isRecord(pattern)) throw new Error(`A filter pattern is an object, not ${JSON.stringify(pattern)}`);
  const parts = Object.entries(pattern).map(([key, inner]): Matcher => {
    if (key === "$or") {
      if (!Array.isArray(inner)) throw new Error("$or in a filter pattern wants a list");
      const choices = inner.map(compileFilter);
      return (value) => choices.some((choice) => choice(value));
    }
    const test = Array.isArray(inner) ? anyOf(inner.map(compileRule)) : compileFilter(inner);
    return (value) => test(isRecord(value) ? value[key] : undefined);
  });
  return (value) => parts.every((part) => part(value));
}

const anyOf =
  (tests: readonly Matcher[]): Matcher =>
  (value) =>
    tests.some((test) => (Array.isArray(value) ? value.some(test) : test(value)));

function compileRule(rule: unknown): Matcher {
  if (!isRecord(rule)) return (value) => value === rule;
  const [[name, argument] = ["", undefined], ...more] = Object.entries(rule);
  const known = more.length === 0 ? rules[name] : undefined;
  if (known === undefined) throw new Error(`The filter rule ${JSON.stringify(rule)} is not known to the embedded cloud`);
  return known(argument);
}

const rules: Readonly<Record<string, (argument: unknown) => Matcher>> = {
  exists: (wanted) => (value) => (value !== undefined) === wanted,
  prefix: (wanted) => (value) => typeof value === "string" && value.startsWith(String(wanted)),
  suffix: (wanted) => (value) => typeof value === "string" && value.endsWith(String(wanted)),
  "equals-ignore-case": (wanted) => (value) => typeof value === "string" && value.toLowerCase() === String(wanted).toLowerCase(),
  "anything-but": (argument) => {
    const unwanted: readonly unknown[] = Array.isArray(argument) ? argument : [argument];
    if (unwanted.some(isRecord)) throw new Error("The filter rule anything-but knows values only");
    return (value) => value !== undefined && !unwanted.includes(value);
  },
  numeric: (argument) => {
    const pairs: Matcher[] = [];
    const list: readonly unknown[] = Array.isArray(argument) ? argument : [];
    for (let index = 0; index < list.length; index += 2) pairs.push(compare(String(list[index]), Number(list[index + 1])));
    // DynamoDB's numbers are texts.
    return (value) =>
      (typeof value === "number" || (typeof value === "string" && value !== "")) && pairs.every((pair) => pair(Number(value)));
  },
};

function compare(operator: string, limit: number): Matcher {
  const operators: Readonly<Record<string, (value: number) => boolean>> = {
    "=": (value) => value === limit,
    "<": (value) => value < limit,
    "<=": (value) => value <= limit,
    ">": (value) => value > limit,
    ">=": (value) => value >= limit,
  };
  const test = operators[operator];
  if (test === undefined) throw new Error(`The comparison ${operator} in a filter pattern is not known`);
  return (value) => test(Number(value));
}
