import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What Node has compiled is kept: the commands that tests start, each in a process of its own, load in half the time. */
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, "build", "compile-cache");

/**
 * The tests of the API go to one worker, which has one cloud for them all, while the other has the longest file. Then the long
 * ones, so that none of them is left to run alone at the end.
 */
const order = [
  "api/read-only",
  "privacy/",
  "web/console/",
  "api/",
  "e2e/grants",
  "web/link-page",
  "e2e/kills-on-the-way",
  "process/recovery-from-every-crash",
  "demo/start-command",
  "demo/demo-left-early",
  "e2e/employer-page",
  "local/lambda/",
  "local/cloud",
  "placements/starts-and-wakes",
  "infra/build",
  "infra/nag",
];

class LongOnesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = order.findIndex((part) => moduleId.includes(`/test/${part}`) || moduleId.includes(`/${part}`));
      return at === -1 ? order.length : at;
    };
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other));
  }
}

/** These run the functions in their own process, whose settings are read once. */
const api = ["test/api/**/*.test.ts"];
/** These share a cloud and a browser, which are more than two processors bear twice. */
const inBrowser = ["test/web/console/**/*.test.ts"];

export default defineConfig({
  test: {
    // At whole length a property tries ten times as many cases, and the machine may be busy.
    testTimeout: process.env.TEST_WHOLE ? 180_000 : 30_000,
    hookTimeout: 60_000,
    pool: "forks",
    maxWorkers: 3,
    // Modules are loaded, and what files share is opened, once a worker and not once a file: no file leaves anything behind.
    isolate: false,
    environment: "./test/builders/worker-environment.ts",
    sequence: { sequencer: LongOnesFirst },
    projects: [
      { extends: true, test: { name: "console", include: inBrowser, maxWorkers: 1, sequence: { groupOrder: 0 } } },
      { extends: true, test: { name: "api", include: api, sequence: { groupOrder: 1 } } },
      {
        extends: true,
        test: { name: "parts", include: ["test/**/*.test.ts"], exclude: [...api, ...inBrowser], sequence: { groupOrder: 1 } },
      },
    ],
  },
});
