/** Times of single calls, and what is said of many of them. */
import type { Search } from "./peers/definitions.ts";

/** How many interleaved rounds are measured; what is said of them is their median. */
export const roundsOfTiming = 3;

/** The middle of several numbers, the lower one of two. Throws where there is none. */
export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);

/** The number below which a share of all numbers lies. Throws where there is none. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = Float64Array.from(numbers).sort();
  const found = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  if (found === undefined) throw new Error("no numbers to take a quantile of");
  return found;
}

/** Milliseconds that half and ninety-nine of a hundred single questions stay below. */
export type Spread = { readonly p50: number; readonly p99: number };

/** Milliseconds of each of so many questions, asked one after another. */
function timeQuestions(search: Search, questions: number): Float64Array {
  const times = new Float64Array(questions);
  for (let at = 0; at < questions; at++) {
    const began = performance.now();
    search(at);
    times[at] = performance.now() - began;
  }
  return times;
}

/** Times so many questions once each. */
export const timeSearch = (search: Search, questions: number): Spread => spreadOf([timeQuestions(search, questions)]);

/** What the clock itself costs: the time of a question that does nothing. It is in every figure, and not taken off. */
export const timeNothing = (): Spread => timeSearch(() => [], 20_000);

/** How long each peer is asked before it is timed, in milliseconds: code that is asked often is compiled better. */
const warmUpMilliseconds = 1000;

function warmUp(search: Search, questions: number): void {
  const began = performance.now();
  for (let at = 0; performance.now() - began < warmUpMilliseconds; at++) search(at % questions);
}

/** Times all peers in turn, several rounds of it, each warmed up as long as the others. */
export function timeInterleaved<Name extends string>(
  peers: ReadonlyMap<Name, Search>,
  questions: number,
): ReadonlyMap<Name, Spread> {
  const rounds = new Map(Array.from(peers.keys(), (name): [Name, Float64Array[]] => [name, []]));
  for (const search of peers.values()) warmUp(search, questions);
  for (let round = 0; round < roundsOfTiming; round++)
    for (const [name, search] of peers) rounds.get(name)?.push(timeQuestions(search, questions));
  return new Map(Array.from(rounds, ([name, times]) => [name, spreadOf(times)]));
}

/** A question's time is the middle one of all rounds, so that the machine's other business does not stand in the p99. */
function spreadOf(rounds: readonly Float64Array[]): Spread {
  const times = Array.from(rounds[0] ?? [], (_, at) => median(rounds.map((round) => round[at] ?? 0)));
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

/** Seconds that a call took, and what it answered. */
export function timed<T>(call: () => T): { readonly seconds: number; readonly result: T } {
  const began = performance.now();
  const result = call();
  return { seconds: (performance.now() - began) / 1000, result };
}

/** How many records are made at a time: to read the clock before and after each would cost as much as to file some. */
const madeTogether = 64;

/** Hands on what a source yields and measures the seconds that the source itself took. */
export function metered<T>(source: Iterable<T>): { readonly records: Iterable<T>; readonly seconds: () => number } {
  let spent = 0;
  function* handOn(): Generator<T> {
    const iterator = source[Symbol.iterator]();
    for (let isOver = false; !isOver; ) {
      const made: T[] = [];
      const began = performance.now();
      while (made.length < madeTogether && !isOver) {
        const next = iterator.next();
        if (next.done) isOver = true;
        else made.push(next.value);
      }
      spent += performance.now() - began;
      for (const item of made) yield item;
    }
  }
  return { records: handOn(), seconds: () => spent / 1000 };
}
