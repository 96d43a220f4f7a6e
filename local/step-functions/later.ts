/** Work that the database did not let through: somebody else held it, or the disk was full. It is done again a little later. */
import type { Wake } from "../part.ts";

/** How long the interpreter waits where the database could not be written, in real milliseconds. */
const retryMilliseconds = 500;

export type Later = {
  /** Does work again later, under a name: what is put off already is not put off twice. */
  readonly tryLater: (what: string, thrown: unknown, work: () => void) => void;
  readonly waiting: () => number;
  /** Gives up what waits; nothing is put off any more. */
  readonly stop: () => void;
};

export function createLater(wake: Wake): Later {
  const retries = new Map<string, NodeJS.Timeout>();
  let stopped = false;
  const tryLater = (what: string, thrown: unknown, work: () => void): void => {
    if (stopped || retries.has(what)) return;
    console.error(`step-functions: the database did not take ${what}; it is tried again`, thrown);
    const again = (): void => {
      retries.delete(what);
      try {
        work();
      } catch (error) {
        tryLater(what, error, work);
      }
      wake();
    };
    retries.set(what, setTimeout(again, retryMilliseconds));
  };
  return {
    tryLater,
    waiting: () => retries.size,
    stop: () => {
      stopped = true;
      for (const timer of retries.values()) clearTimeout(timer);
      retries.clear();
    },
  };
}
