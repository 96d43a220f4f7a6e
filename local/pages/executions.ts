import * as z from "zod";
import type { CloudView } from "./cloud-view.ts";

/** An execution in a list; moments in ISO 8601, cloud time. */
export type ExecutionSummary = {
  readonly arn: string;
  readonly machine: string;
  readonly name: string;
  readonly status: string;
  readonly startedAt: string;
  readonly stoppedAt?: string;
};

/** An event of a history. `details` is AWS's own, without its name. */
export type ExecutionEvent = {
  readonly id: number;
  readonly previousId: number;
  readonly at: string;
  readonly type: string;
  /** The state that the event is about, where it is entered or left. */
  readonly state?: string;
  readonly details: Readonly<Record<string, unknown>>;
};

/** An execution with its whole history, oldest first. */
export type ExecutionDetail = ExecutionSummary & {
  readonly input?: string;
  readonly output?: string;
  readonly error?: string;
  readonly cause?: string;
  readonly events: readonly ExecutionEvent[];
};

export type ExecutionFilter = { readonly machine?: string; readonly status?: string; readonly limit: number };

const epochSeconds = z.number().transform((seconds) => new Date(Math.round(seconds * 1000)).toISOString());
const machineList = z.object({ stateMachines: z.array(z.object({ stateMachineArn: z.string(), name: z.string() })) });
const execution = z.object({
  executionArn: z.string(),
  stateMachineArn: z.string(),
  name: z.string(),
  status: z.string(),
  startDate: epochSeconds,
  stopDate: epochSeconds.optional(),
});
const executionList = z.object({ executions: z.array(execution) });
const description = execution.extend({
  input: z.string().optional(),
  output: z.string().optional(),
  error: z.string().optional(),
  cause: z.string().optional(),
});
const historyEvent = z.looseObject({
  id: z.number(),
  previousEventId: z.number().default(0),
  timestamp: epochSeconds,
  type: z.string(),
});
const historyPage = z.object({ events: z.array(historyEvent), nextToken: z.string().optional() });
const record = z.record(z.string(), z.unknown());
/** The most that ListExecutions and GetExecutionHistory give at once. */
const pageSize = 1000;

async function call<Output>(view: CloudView, operation: string, input: unknown, schema: z.ZodType<Output>): Promise<Output> {
  const response = await view.callStepFunctions(operation, input);
  if (response.status !== 200) throw new Error(`${operation}: ${response.errorType ?? response.status}`);
  return schema.parse(response.body);
}

/** The names of the state machines. */
export async function listMachines(view: CloudView): Promise<readonly { readonly name: string; readonly arn: string }[]> {
  const { stateMachines } = await call(view, "ListStateMachines", {}, machineList);
  return stateMachines.map(({ name, stateMachineArn }) => ({ name, arn: stateMachineArn }));
}

/** Executions of one machine (by name) or of all, newest first. */
export async function listExecutions(view: CloudView, filter: ExecutionFilter): Promise<readonly ExecutionSummary[]> {
  const machines = (await listMachines(view)).filter(({ name }) => filter.machine === undefined || name === filter.machine);
  const maxResults = Math.min(filter.limit, pageSize);
  const lists = machines.map(({ arn }) =>
    call(view, "ListExecutions", { stateMachineArn: arn, maxResults, statusFilter: filter.status }, executionList),
  );
  const all = (await Promise.all(lists)).flatMap((list) => list.executions.map(summarize));
  return all.sort((left, right) => (left.startedAt < right.startedAt ? 1 : -1)).slice(0, filter.limit);
}

/** One execution; undefined: there is none of that ARN. */
export async function readExecution(view: CloudView, arn: string): Promise<ExecutionDetail | undefined> {
  const response = await view.callStepFunctions("DescribeExecution", { executionArn: arn });
  if (response.errorType === "ExecutionDoesNotExist" || response.errorType === "InvalidArn") return undefined;
  if (response.status !== 200) throw new Error(`DescribeExecution: ${response.errorType ?? response.status}`);
  const { input, output, error, cause, ...rest } = description.parse(response.body);
  const told = Object.entries({ input, output, error, cause }).filter(([, value]) => value !== undefined);
  return { ...summarize(rest), ...Object.fromEntries(told), events: await readHistory(view, arn) };
}

function summarize(found: z.infer<typeof execution>): ExecutionSummary {
  const { executionArn: arn, stateMachineArn, name, status, startDate: startedAt, stopDate } = found;
  const machine = stateMachineArn.slice(stateMachineArn.lastIndexOf(":") + 1);
  return { arn, machine, name, status, startedAt, ...(stopDate === undefined ? {} : { stoppedAt: stopDate }) };
}

async function readHistory(view: CloudView, executionArn: string): Promise<ExecutionEvent[]> {
  const events: ExecutionEvent[] = [];
  let nextToken: string | undefined;
  do {
    const input = { executionArn, maxResults: pageSize, ...(nextToken === undefined ? {} : { nextToken }) };
    const page = await call(view, "GetExecutionHistory", input, historyPage);
    events.push(...page.events.map(toEvent));
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return events;
}

function toEvent({
  id,
  previousEventId: previousId,
  timestamp: at,
  type,
  ...rest
}: z.infer<typeof historyEvent>): ExecutionEvent {
  const details = record.safeParse(Object.entries(rest).find(([name]) => name.endsWith("EventDetails"))?.[1]).data ?? {};
  const state = type.endsWith("StateEntered") || type.endsWith("StateExited") ? details.name : undefined;
  return { id, previousId, at, type, details, ...(typeof state === "string" ? { state } : {}) };
}
