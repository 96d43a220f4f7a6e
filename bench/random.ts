/** A small seeded generator of random numbers (sfc32 by Chris Doty-Humphrey, public domain), so that a seed gives one market. */

export type Random = {
  /** A number from 0 up to, but not including, 1. */
  readonly next: () => number;
  /** A whole number from 0 up to, but not including, `end`. */
  readonly below: (end: number) => number;
  /** True in so many of a hundred cases. */
  readonly percent: (share: number) => boolean;
};

/** Random numbers of their own for each triple of seeds: a record does not depend on how many were drawn before it. */
export function seededRandom(seed: number, stream: number, index: number): Random {
  let a = seed | 0;
  let b = stream | 0;
  let c = index | 0;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  // Seeds that differ in a few bits give alike numbers at first.
  for (let round = 0; round < 15; round++) next();
  return { next, below: (end) => Math.floor(next() * end), percent: (share) => next() * 100 < share };
}

/** Draws the places of a list of weights, each as often as its weight says. */
export function weightedPlaces(weights: readonly number[]): (random: Random) => number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  const ends = Float64Array.from(weights, (weight) => {
    sum += weight / total;
    return sum;
  });
  return (random) => {
    const drawn = random.next();
    let low = 0;
    let high = ends.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((ends[middle] ?? 0) > drawn) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

/** So many different whole numbers below `end`, in the order drawn; all of them where there are not more. */
export function drawDistinct(random: Random, count: number, end: number): readonly number[] {
  const drawn: number[] = [];
  while (drawn.length < Math.min(count, end)) {
    const number = random.below(end);
    if (!drawn.includes(number)) drawn.push(number);
  }
  return drawn;
}
