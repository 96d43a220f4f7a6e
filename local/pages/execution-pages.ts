import type { CloudView } from "./cloud-view.ts";
import { type ExecutionDetail, type ExecutionEvent, type ExecutionSummary, listExecutions, listMachines } from "./executions.ts";
import { type Html, html, rawHtml } from "./html.ts";
import { folded, momentTag, type Page, spellDuration, table, tag } from "./layout.ts";

/** How many events a page shows; the JSON twin has all. */
const shownEvents = 2000;

export const executionStatuses = ["RUNNING", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED"] as const;

/** Executions by machine and status, newest first. */
export async function executionListPage(
  view: CloudView,
  filter: { readonly machine?: string; readonly status?: string },
): Promise<Page> {
  const [machines, executions] = await Promise.all([listMachines(view), listExecutions(view, { ...filter, limit: 200 })]);
  const machineNames = machines.map(({ name }) => name);
  const list = table(
    [
      { name: "Started", cell: (execution) => momentTag(Date.parse(execution.startedAt)), kind: "moment" },
      {
        name: "Execution",
        cell: (execution) => html`<a href="/_cloud/executions/${encodeURIComponent(execution.arn)}">${execution.name}</a>`,
      },
      { name: "Machine", cell: (execution) => execution.machine },
      { name: "Status", cell: (execution) => statusTag(execution.status) },
      { name: "Lasted", cell: (execution) => lasted(execution), kind: "number" },
    ],
    executions,
    "There is no such execution.",
  );
  return {
    title: "Executions",
    section: "executions",
    body: html`<form method="get">${choice("machine", "Machine", machineNames, filter.machine)}
${choice("status", "Status", executionStatuses, filter.status)}<button>Show</button></form>
${list}`,
  };
}

function choice(name: string, label: string, values: readonly string[], chosen: string | undefined): Html {
  const options = values.map((value) => {
    const selected = value === chosen ? rawHtml(" selected") : undefined;
    return html`<option${selected}>${value}</option>`;
  });
  return html`<label>${label} <select name="${name}"><option value="">all</option>${options}</select></label>`;
}

function statusTag(status: string): Html {
  if (status === "SUCCEEDED") return tag(status, "good");
  return tag(status, status === "RUNNING" ? "wait" : "bad");
}

function lasted({ startedAt, stoppedAt }: ExecutionSummary): string {
  return stoppedAt === undefined ? "–" : spellDuration(Date.parse(stoppedAt) - Date.parse(startedAt));
}

/** One execution: where it stands, and its history as a timeline. */
export function executionPage(execution: ExecutionDetail): Page {
  const { error, cause } = execution;
  const events = execution.events.slice(-shownEvents);
  const hidden = execution.events.length - events.length;
  const waiting = execution.status === "RUNNING" ? openStates(execution.events) : [];
  const rows: readonly (readonly [string, Html | string])[] = [
    ["Status", statusTag(execution.status)],
    ...(waiting.length > 0 ? [["Stands in", waiting.join("; ")] as const] : []),
    ["Machine", execution.machine],
    ["Started", momentTag(Date.parse(execution.startedAt))],
    ...(execution.stoppedAt === undefined ? [] : [["Ended", momentTag(Date.parse(execution.stoppedAt))] as const]),
    ...(execution.stoppedAt === undefined ? [] : [["Lasted", lasted(execution)] as const]),
    ...(error === undefined ? [] : [["Error", error] as const]),
    ...(cause === undefined ? [] : [["Cause", cause] as const]),
  ];
  return {
    title: execution.name,
    section: "executions",
    body: html`<dl>${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
${folded("Input", execution.input)}${folded("Output", execution.output)}
<h2>History</h2>
${hidden === 0 ? undefined : html`<p><a href="/_cloud/api/executions/${encodeURIComponent(execution.arn)}">${hidden} earlier events</a></p>`}
<ol class="line">${events.map((event, index) => timelineItem(event, events[index - 1]))}</ol>`,
  };
}

/** The states that were entered and not left, oldest first. */
export function openStates(events: readonly ExecutionEvent[]): string[] {
  const open: string[] = [];
  for (const { type, state } of events) {
    if (state === undefined) continue;
    if (type.endsWith("StateEntered")) open.push(state);
    else if (open.includes(state)) open.splice(open.lastIndexOf(state), 1);
  }
  return open;
}

function timelineItem(event: ExecutionEvent, before: ExecutionEvent | undefined): Html {
  const { details } = event;
  const bad = /(Failed|TimedOut|Aborted)$/.test(event.type);
  const elapsed = before === undefined ? 0 : Date.parse(event.at) - Date.parse(before.at);
  const problem = [details.error, details.cause].filter((detail) => typeof detail === "string").join(": ");
  const rest = Object.entries(details).filter(([name]) => !told.has(name));
  return html`<li class="${bad ? "bad" : event.state === undefined ? "" : "state"}"><p>${describe(event)} ${momentTag(Date.parse(event.at))}${
    elapsed >= 1000 ? html` <span class="quiet">after ${spellDuration(elapsed)}</span>` : undefined
  }</p>
${problem === "" ? undefined : html`<p class="bad">${problem}</p>`}
${folded("Input", details.input ?? details.parameters)}${folded("Output", details.output)}
${rest.length === 0 ? undefined : folded("More", Object.fromEntries(rest))}</li>`;
}

/** Details that the timeline shows by themselves, or that only say that nothing was cut off. */
const told = new Set(
  "name input output parameters error cause inputDetails outputDetails assignedVariablesDetails resource resourceType region roleArn".split(
    " ",
  ),
);

function describe({ type, state, details }: ExecutionEvent): Html {
  const resource = [details.resourceType, details.resource].filter((detail) => typeof detail === "string").join(":");
  if (state !== undefined) {
    const kind = type.replace(/State(Entered|Exited)$/, "");
    return type.endsWith("StateEntered")
      ? html`<b>${state}</b> <span class="quiet">${kind} begins</span>`
      : html`<b>${state}</b> <span class="quiet">ends</span>`;
  }
  const words = type.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  return html`${words.charAt(0).toUpperCase()}${words.slice(1)} ${resource === "" ? undefined : html`<code>${resource}</code>`}`;
}
