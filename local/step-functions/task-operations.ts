/** The API's operations on task tokens. */
import * as z from "zod";
import { parseInput, text } from "./api-input.ts";
import { ApiError, isOverPayloadLimit, payloadLimit } from "./errors.ts";
import { parseJson } from "./json.ts";
import type { Operation, Service } from "./operations.ts";
import { type ExecutionRow, findExecution, findTask, type TaskRow } from "./store.ts";
import { endTask, fail, findOpenTask, succeed, type TaskEnd } from "./tasks.ts";
import { isToken } from "./tokens.ts";

const taskToken = text(2_048);
const success = z.strictObject({
  taskToken,
  // AWS counts bytes of UTF-8.
  output: z
    .string()
    .refine((output) => !isOverPayloadLimit(output), `Member must have length less than or equal to ${payloadLimit}`),
});
const failure = z.strictObject({
  taskToken,
  error: z.string().max(256, "Member must have length less than or equal to 256").optional(),
  cause: z.string().max(32_768, "Member must have length less than or equal to 32768").optional(),
});
const heartbeat = z.strictObject({ taskToken });

/** The task that waits for a token. @throws ApiError InvalidToken, TaskDoesNotExist, TaskTimedOut */
function requireOpenTask(service: Service, token: string): { task: TaskRow; execution: ExecutionRow } {
  if (!isToken(token)) throw new ApiError("InvalidToken", "Invalid Token: 'Invalid token'");
  const { database } = service;
  const task = findTask(database, token);
  if (task === undefined || task.kind !== "invoke.waitForTaskToken" || findExecution(database, task.execution) === undefined) {
    throw new ApiError("TaskDoesNotExist", "Task Does Not Exist: 'Provided task does not exist'");
  }
  const open = findOpenTask(database, token);
  if (open === undefined) throw new ApiError("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");
  return open;
}

function end(service: Service, token: string, ending: (task: TaskRow) => TaskEnd): void {
  const arn = service.database.transact(() => {
    const { task, execution } = requireOpenTask(service, token);
    endTask(service.database, execution, task, ending(task), service.now());
    return execution.arn;
  });
  service.engine.resume(arn);
  service.wake();
}

export const taskOperations: Readonly<Record<string, Operation>> = {
  SendTaskSuccess: (service, input) => {
    const { taskToken: token, output } = parseInput(success, input);
    try {
      parseJson(output);
    } catch (thrown) {
      throw new ApiError("InvalidOutput", `Invalid Output: '${thrown instanceof Error ? thrown.message : String(thrown)}'`);
    }
    end(service, token, (task) => succeed(task, output));
    return {};
  },
  SendTaskFailure: (service, input) => {
    const { taskToken: token, error, cause } = parseInput(failure, input);
    end(service, token, (task) => fail(task, { error, cause }));
    return {};
  },
  SendTaskHeartbeat: (service, input) => {
    const { taskToken: token } = parseInput(heartbeat, input);
    service.database.transact(() => {
      const { task } = requireOpenTask(service, token);
      if (task.heartbeat_seconds === null) return;
      const due = service.now() + task.heartbeat_seconds * 1_000;
      service.database.run("UPDATE tasks SET heartbeat_due = ? WHERE token = ?", due, token);
    });
    service.wake();
    return {};
  },
};
