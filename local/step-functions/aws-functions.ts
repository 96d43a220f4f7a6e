/**
 * The functions that Step Functions adds to JSONata, and the ones that must follow the cloud's clock.
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html#jsonata-functions-provided-by-sfn
 */
import { createHash, randomUUID } from "node:crypto";
import jsonata from "jsonata";
import { parseJson } from "./json.ts";

const algorithms = new Map([
  ["MD5", "md5"],
  ["SHA-1", "sha1"],
  ["SHA-256", "sha256"],
  ["SHA-384", "sha384"],
  ["SHA-512", "sha512"],
]);

/** AWS keeps an array that $range makes under this length. */
const rangeLimit = 360_145;

function parseText(text: unknown): unknown {
  if (text === undefined) return undefined;
  if (typeof text !== "string") throw new Error("$parse: the argument must be a string");
  return parseJson(text);
}

function partition(list: unknown, size: unknown): unknown {
  if (list === undefined || size === undefined) return undefined;
  if (typeof size !== "number") throw new Error("$partition: the chunk size must be a number");
  const items: unknown[] = Array.isArray(list) ? list : [list];
  const step = Math.trunc(size);
  if (step < 0) throw new Error("$partition: the chunk size must be positive");
  if (step === 0 || items.length === 0) return undefined;
  return Array.from({ length: Math.ceil(items.length / step) }, (_, chunk) => items.slice(chunk * step, (chunk + 1) * step));
}

function range(first: unknown, last: unknown, delta: unknown): unknown {
  if (first === undefined || last === undefined || delta === undefined) return undefined;
  if (typeof first !== "number" || typeof last !== "number" || typeof delta !== "number") {
    throw new Error("$range: the arguments must be numbers");
  }
  const [from, to, step] = [Math.trunc(first), Math.trunc(last), Math.trunc(delta)];
  if (step === 0) throw new Error("$range: the step must not be zero");
  const length = Math.floor((to - from) / step) + 1;
  if (length <= 0) return undefined;
  if (length > rangeLimit) throw new Error("Expression evaluation memory limit exceeded");
  if (length === 1) return from;
  return Array.from({ length }, (_, index) => from + index * step);
}

function hash(text: unknown, algorithm: unknown): unknown {
  if (text === undefined || algorithm === undefined) return undefined;
  const known = typeof algorithm === "string" ? algorithms.get(algorithm) : undefined;
  if (known === undefined) throw new Error(`$hash: the algorithm must be one of ${[...algorithms.keys()].join(", ")}`);
  return createHash(known)
    .update(typeof text === "string" ? text : JSON.stringify(text))
    .digest("hex");
}

function random(seed: unknown): number {
  if (seed === undefined) return Math.random();
  if (typeof seed !== "number") throw new Error("$random: the seed must be a number");
  // mulberry32: one step of a small generator is enough for a number that the seed decides.
  let mixed = (Math.trunc(seed) + 0x6d2b79f5) | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
}

const plainNow = jsonata("$fromMillis($millis)");
const picturedNow = jsonata("$fromMillis($millis, $picture)");
const zonedNow = jsonata("$fromMillis($millis, $picture, $zone)");

/** The functions for one evaluation at `now` (epoch milliseconds). `$eval` is bound to nothing: AWS has none. */
export function awsFunctions(now: number): Record<string, unknown> {
  return {
    parse: parseText,
    uuid: () => randomUUID(),
    hash,
    random,
    partition,
    range,
    eval: undefined,
    millis: () => now,
    now: (picture?: unknown, zone?: unknown) => {
      if (picture === undefined) return plainNow.evaluate(undefined, { millis: now });
      if (zone === undefined) return picturedNow.evaluate(undefined, { millis: now, picture });
      return zonedNow.evaluate(undefined, { millis: now, picture, zone });
    },
  };
}
