import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The long ones first, so that none of them is left to run alone at the end. */
const longOnes = ["e2e/kill", "e2e/grants", "privacy/", "crash-points", "web/link-page", "e2e/employer-page", "api/bad-input"];

class LongOnesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = (file: TestSpecification): number => {
      const at = longOnes.findIndex((part) => file.moduleId.includes(`/test/${part}`) || file.moduleId.includes(part));
      return at === -1 ? longOnes.length : at;
    };
    return [...files].sort((one, other) => rank(one) - rank(other));
  }
}

/** These run the functions in their own process, whose settings are read once: each file needs a process to itself. */
const apart = ["test/api/**/*.test.ts", "test/privacy/**/*.test.ts", "test/e2e/**/*.test.ts"];

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: "forks",
    maxWorkers: 2,
    sequence: { sequencer: LongOnesFirst },
    projects: [
      { extends: true, test: { name: "whole", include: apart } },
      // Nothing here leaves anything behind, so modules are loaded once a worker and not once a file.
      { extends: true, test: { name: "parts", include: ["test/**/*.test.ts"], exclude: apart, isolate: false } },
    ],
  },
});
