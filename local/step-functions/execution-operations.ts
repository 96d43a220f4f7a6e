/** The API's operations on executions and their histories. */
import { randomUUID } from "node:crypto";
import * as z from "zod";
import { checkArn, cutPage, pageSize, paging, parseInput, readPageToken, seconds, text } from "./api-input.ts";
import { checkInput, checkName } from "./checks.ts";
import { ApiError, type Failure } from "./errors.ts";
import { closeExecution, startExecution } from "./executions.ts";
import * as history from "./history.ts";
import { requireActiveMachine } from "./machine-operations.ts";
import type { Operation, Service } from "./operations.ts";
import {
  appendEvents,
  type EventRow,
  type ExecutionRow,
  executionStatuses,
  findExecution,
  findMachine,
  findRevision,
  listEvents,
  listExecutions,
} from "./store.ts";

const start = z.strictObject({
  stateMachineArn: text(256),
  name: z.string().optional(),
  input: z.string().default("{}"),
  traceHeader: text(256).optional(),
});
const stop = z.strictObject({
  executionArn: text(256),
  error: z.string().max(256, "Member must have length less than or equal to 256").optional(),
  cause: z.string().max(32_768, "Member must have length less than or equal to 32768").optional(),
});
const describe = z.strictObject({
  executionArn: text(256),
  includedData: z.enum(["ALL_DATA", "METADATA_ONLY"]).optional(),
});
const list = z.strictObject({
  stateMachineArn: text(256),
  statusFilter: z.enum([...executionStatuses, "PENDING_REDRIVE"]).optional(),
  redriveFilter: z.enum(["REDRIVEN", "NOT_REDRIVEN"]).optional(),
  ...paging,
});
const historyInput = z.strictObject({
  executionArn: text(256),
  reverseOrder: z.boolean().optional(),
  includeExecutionData: z.boolean().optional(),
  ...paging,
});

function requireExecution(service: Service, arn: string): ExecutionRow {
  const row = findExecution(service.database, checkArn(arn, "execution"));
  if (row === undefined) throw new ApiError("ExecutionDoesNotExist", `Execution Does Not Exist: '${arn}'`);
  return row;
}

function startNew(service: Service, input: z.infer<typeof start>): ExecutionRow {
  const { database, engine } = service;
  const name = checkName(input.name ?? randomUUID());
  checkInput(input.input);
  const row = database.transact(() => {
    const machine = requireActiveMachine(service, input.stateMachineArn);
    const compiled = engine.machineOf(machine.revision);
    return startExecution(database, machine, compiled, {
      name,
      input: input.input,
      trace: input.traceHeader,
      now: service.now(),
    });
  });
  engine.resume(row.arn);
  service.wake();
  return row;
}

/** Aborts a running execution; one that is over is left as it is. @returns when it ended (epoch ms) */
function stopRunning(service: Service, arn: string, failure: Failure): number {
  const { database } = service;
  const stopped = database.transact(() => {
    const row = requireExecution(service, arn);
    if (row.status !== "RUNNING") return row.stopped;
    const at = service.now();
    const events = appendEvents(database, row.arn, row.events, at, [history.executionAborted(failure)]);
    closeExecution(database, row, events, { status: "ABORTED", failure, at });
    return at;
  });
  service.wake();
  return stopped ?? service.now();
}

function describeExecution(row: ExecutionRow, withData: boolean): Record<string, unknown> {
  const included = { included: withData };
  // AWS would let what failed be redriven: there is no RedriveExecution here, so nobody is told that there is.
  const whyNot =
    row.status === "RUNNING" || row.status === "SUCCEEDED" ? "and cannot be redriven" : "and RedriveExecution is not known here";
  return {
    executionArn: row.arn,
    stateMachineArn: row.machine,
    name: row.name,
    status: row.status,
    startDate: seconds(row.started),
    ...(row.stopped === null ? {} : { stopDate: seconds(row.stopped) }),
    ...(withData ? { input: row.input } : {}),
    inputDetails: included,
    ...(row.output === null ? {} : { ...(withData ? { output: row.output } : {}), outputDetails: included }),
    ...(row.error === null || !withData ? {} : { error: row.error }),
    ...(row.cause === null || !withData ? {} : { cause: row.cause }),
    ...(row.trace === null ? {} : { traceHeader: row.trace }),
    redriveCount: 0,
    redriveStatus: "NOT_REDRIVABLE",
    redriveStatusReason: `Execution is ${row.status} ${whyNot}`,
  };
}

function listItem(row: ExecutionRow): Record<string, unknown> {
  return {
    executionArn: row.arn,
    stateMachineArn: row.machine,
    name: row.name,
    status: row.status,
    startDate: seconds(row.started),
    ...(row.stopped === null ? {} : { stopDate: seconds(row.stopped) }),
  };
}

const eventDetails = z.record(z.string(), z.record(z.string(), z.unknown()));
const executionData = ["input", "inputDetails", "output", "outputDetails"];

function tellEvent(row: EventRow, withData: boolean): Record<string, unknown> {
  const details = Object.entries(eventDetails.parse(JSON.parse(row.details))).map(([name, fields]) => {
    const told = Object.entries(fields).filter(([field]) => withData || !executionData.includes(field));
    return [name, Object.fromEntries(told)] as const;
  });
  return {
    timestamp: seconds(row.at),
    type: row.type,
    id: row.id,
    previousEventId: row.previous,
    ...Object.fromEntries(details),
  };
}

export const executionOperations: Readonly<Record<string, Operation>> = {
  StartExecution: (service, input) => {
    const row = startNew(service, parseInput(start, input));
    return { executionArn: row.arn, startDate: seconds(row.started) };
  },
  StopExecution: (service, input) => {
    const { executionArn, error, cause } = parseInput(stop, input);
    return { stopDate: seconds(stopRunning(service, executionArn, { error, cause })) };
  },
  DescribeExecution: (service, input) => {
    const { executionArn, includedData } = parseInput(describe, input);
    return describeExecution(requireExecution(service, executionArn), includedData !== "METADATA_ONLY");
  },
  DescribeStateMachineForExecution: (service, input) => {
    const { executionArn, includedData } = parseInput(describe, input);
    const row = requireExecution(service, executionArn);
    const revision = findRevision(service.database, row.revision);
    return {
      stateMachineArn: row.machine,
      name: row.machine.slice(row.machine.lastIndexOf(":") + 1),
      definition: includedData === "METADATA_ONLY" ? "" : revision.definition,
      roleArn: revision.role,
      updateDate: seconds(revision.created),
      loggingConfiguration: { level: "OFF", includeExecutionData: false },
      tracingConfiguration: { enabled: false },
      revisionId: revision.id,
    };
  },
  ListExecutions: (service, input) => {
    const { stateMachineArn, statusFilter, redriveFilter, maxResults, nextToken } = parseInput(list, input);
    const machine = checkArn(stateMachineArn, "stateMachine");
    if (findMachine(service.database, machine) === undefined) {
      throw new ApiError("StateMachineDoesNotExist", `State Machine Does Not Exist: '${machine}'`);
    }
    // Nothing here is ever redriven.
    if (redriveFilter === "REDRIVEN" || statusFilter === "PENDING_REDRIVE") return { executions: [] };
    const [limit, before] = [pageSize(maxResults), readPageToken(nextToken, Number.MAX_SAFE_INTEGER)];
    const found = listExecutions(service.database, { machine, status: statusFilter, before, limit: limit + 1 });
    const { rows, more } = cutPage(found, limit, ({ number }) => number);
    return { executions: rows.map(listItem), ...more };
  },
  GetExecutionHistory: (service, input) => {
    const { executionArn, reverseOrder: reverse = false, ...rest } = parseInput(historyInput, input);
    const execution = requireExecution(service, executionArn).arn;
    const limit = pageSize(rest.maxResults);
    const after = readPageToken(rest.nextToken, reverse ? Number.MAX_SAFE_INTEGER : 0);
    const { rows, more } = cutPage(
      listEvents(service.database, { execution, after, limit: limit + 1, reverse }),
      limit,
      ({ id }) => id,
    );
    return { events: rows.map((row) => tellEvent(row, rest.includeExecutionData !== false)), ...more };
  },
};
