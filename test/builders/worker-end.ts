/**
 * What the test files of one worker share (a cloud, a Dynoxide, a browser) and who ends it. Opened by the first file that needs
 * it, it is closed when the worker has run its last file: `worker-environment.ts` says when.
 */
import { channel, subscribe } from "node:diagnostics_channel";

/** A name in the process, since the environment and the tests load this module once each. */
const ending = "titian.tests.worker-ends";

/** Closes something when the worker ends. */
export function onWorkerEnd(close: () => unknown): void {
  subscribe(ending, (closing) => {
    if (Array.isArray(closing)) closing.push(close());
  });
}

/** Closes everything that is shared; rejects where something could not be closed. */
export async function endWorker(): Promise<void> {
  const closing: unknown[] = [];
  channel(ending).publish(closing);
  await Promise.all(closing);
}

/** What is opened once in a worker. Throws what its opening throws, each time. */
export function sharedInWorker<T>(open: () => Promise<T>, close: (opened: T) => unknown): () => Promise<T> {
  let opening: Promise<T> | undefined;
  return () => {
    if (!opening) {
      const opened = open();
      opening = opened;
      onWorkerEnd(() =>
        opened.then(close, () => {
          // What never opened needs no end: who asked for it was told.
        }),
      );
    }
    return opening;
  };
}
