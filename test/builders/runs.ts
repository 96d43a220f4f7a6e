/**
 * How long the tests run: in their whole length with TEST_WHOLE, as `npm run test:whole` and CI have it; else short enough
 * to be waited for: `it.runIf(isWhole)` leaves out what takes longer than a second where something quicker holds the same rule.
 * What a test expects of each case is the same either way.
 */
export const isWhole = Boolean(process.env.TEST_WHOLE);

/**
 * On how many cases a property is tried, as fast-check's parameters: on all of them, drawn anew each time, or on a tenth, which
 * are the same each time so that nobody who waits for the tests meets somebody else's discovery.
 */
export const runs = (whole: number): { readonly numRuns: number; readonly seed?: number } =>
  isWhole ? { numRuns: whole } : { numRuns: Math.ceil(whole / 10), seed: 20260302 };

/** How often a property must have met what it is about, at the least. Half the share of a tenth, since few cases scatter more. */
export const often = (whole: number): number => (isWhole ? whole : Math.floor(whole / 20));

/** After so long a course at whole length hangs, in milliseconds; on a slow machine beside others it may take minutes. */
export const hangsAfter = 900_000;
