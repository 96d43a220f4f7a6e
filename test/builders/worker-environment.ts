/** The environment of the tests: Node's own, and at its end what the files of the worker have shared is closed. */
import { builtinEnvironments, type Environment } from "vitest/runtime";
import { endWorker } from "./worker-end.ts";

const environment: Environment = {
  name: "node-shared",
  viteEnvironment: "ssr",
  async setup(global, options) {
    const node = await builtinEnvironments.node.setup(global, options);
    return {
      async teardown() {
        await endWorker();
        await node.teardown(global);
      },
    };
  },
};

export default environment;
