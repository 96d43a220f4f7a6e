/**
 * An interpreter in a process of its own, to be killed. Arguments: the database, a file that gets one line an invocation
 * (`name payload`). The function `hang` never answers; every other answers null. Prints its port.
 */
import { appendFileSync } from "node:fs";
import { createServer } from "node:http";
import { openStepFunctions } from "../../../local/step-functions/index.ts";

const [database = "", log = ""] = process.argv.slice(2);
const stepFunctions = openStepFunctions({
  database,
  clock: { now: () => Date.now(), offset: () => 0 },
  invoke: async (name, payload) => {
    appendFileSync(log, `${name} ${payload}\n`);
    if (name === "hang") await new Promise(() => {});
    return { payload: "null" };
  },
});
// The driver: real time, and what is due is run at once.
setInterval(() => void stepFunctions.runDue(), 5);
const server = createServer((request, response) => void stepFunctions.handle(request, response));
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.stdout.write(`${typeof address === "object" && address !== null ? address.port : ""}\n`);
});
