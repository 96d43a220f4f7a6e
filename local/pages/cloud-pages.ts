import type { CloudView, ScheduleView } from "./cloud-view.ts";
import { listExecutions } from "./executions.ts";
import { type Html, html, rawHtml } from "./html.ts";
import { folded, momentTag, type Page, spellDuration, table, tag } from "./layout.ts";
import { listOutbox } from "./outbox.ts";

const mebibyte = 1024 * 1024;

/** What the cloud is about at this moment. */
export async function overviewPage(view: CloudView): Promise<Page> {
  const [running, rows, memory, clock] = await Promise.all([
    listExecutions(view, { status: "RUNNING", limit: 1000 }),
    listOutbox(view, 1000),
    view.memory(),
    view.clock(),
  ]);
  const tiles: readonly (readonly [string, string, string])[] = [
    [atMost(running.length, 1000), "executions running", "executions?status=RUNNING"],
    [atMost(rows.length, 1000), "rows waiting", "outbox"],
    [atMost(view.mails.list({ limit: 1000 }).length, 1000), "mails sent", "mails"],
    [atMost(view.deadLetters(1000).length, 1000), "dead letters", "dead-letters"],
    [`${Math.round(memory.totalBytes / mebibyte)} MB`, "memory", ""],
  ];
  const addresses = view.addresses.map(({ label, url }) => html`<dt>${label}</dt><dd><a href="${url}">${url}</a></dd>`);
  const parts = table(
    [
      { name: "Part", cell: (part) => part.name },
      { name: "MB", cell: (part) => (part.bytes / mebibyte).toFixed(1), kind: "number" },
    ],
    memory.parts,
    "Nothing is known about it.",
  );
  return {
    title: "Overview",
    section: "",
    body: html`<ul class="tiles">${tiles.map(([count, name, path]) => html`<li><b>${count}</b>${path === "" ? name : html`<a href="/_cloud/${path}">${name}</a>`}</li>`)}</ul>
${clockLine(clock.offset)}
<h2>Addresses</h2><dl>${addresses}</dl>
<h2>What runs here</h2><p>${view.functionNames.length} functions, ${view.tables.length} tables.</p>
<h2>Memory</h2>${parts}`,
  };
}

function atMost(count: number, limit: number): string {
  return count >= limit ? `${limit}+` : String(count);
}

function clockLine(offset: number): Html {
  return html`<p>${offset < 1000 ? "The cloud keeps real time." : `The cloud is ${spellDuration(offset)} ahead of real time.`}</p>`;
}

/** The schedules, each with a button that fires it now. */
export async function schedulesPage(view: CloudView): Promise<Page> {
  const fireButton = ({ name }: ScheduleView) =>
    html`<form class="inline" method="post" action="/_cloud/schedules/${encodeURIComponent(name)}/fire"><button>Fire now</button></form>`;
  const list = table(
    [
      { name: "Schedule", cell: (schedule) => html`${schedule.name} ${schedule.enabled ? undefined : tag("off", "quiet")}` },
      { name: "Expression", cell: (schedule) => html`<code>${schedule.expression}</code>` },
      { name: "Zone", cell: (schedule) => schedule.timeZone },
      { name: "Function", cell: (schedule) => schedule.functionName },
      { name: "Next", cell: (schedule) => momentTag(schedule.nextAt), kind: "moment" },
      { name: "Last", cell: (schedule) => momentTag(schedule.lastAt), kind: "moment" },
      { name: "", cell: fireButton },
    ],
    await view.schedules(),
    "The app has no schedules.",
  );
  return { title: "Schedules", section: "schedules", body: list };
}

/** The rows that wait for a moment. */
export async function outboxPage(view: CloudView): Promise<Page> {
  const list = table(
    [
      {
        name: "Due",
        cell: (row) => (Number.isNaN(Date.parse(row.dueAt)) ? row.dueAt : momentTag(Date.parse(row.dueAt))),
        kind: "moment",
      },
      { name: "Kind", cell: (row) => row.kind ?? "–" },
      { name: "Status", cell: (row) => row.status ?? "–" },
      { name: "Tries", cell: (row) => String(row.tries ?? "–"), kind: "number" },
      { name: "Table", cell: (row) => row.table },
      { name: "Key", cell: (row) => html`<code>${row.key}</code>` },
    ],
    await listOutbox(view, 500),
    "Nothing waits for a moment.",
  );
  return {
    title: "Outbox",
    section: "outbox",
    body: html`<p class="quiet">Rows that wait for a moment, the soonest first.</p>${list}`,
  };
}

/** The clock, and the buttons that move it. */
export async function clockPage(view: CloudView): Promise<Page> {
  const clock = await view.clock();
  const button = (name: string, value: string, label: string) =>
    html`<form class="inline" method="post" action="/_cloud/clock"><input type="hidden" name="${name}" value="${value}"><button>${label}</button></form>`;
  const { next } = clock;
  const local = new Date(clock.now + 7 * 3_600_000).toISOString().slice(0, 16);
  return {
    title: "Clock",
    section: "clock",
    body: html`<dl><dt>Now</dt><dd>${momentTag(clock.now)}</dd>
<dt>Next moment</dt><dd>${next === undefined ? "nothing waits" : html`${momentTag(next.at)} <span class="quiet">${next.part}</span>`}</dd></dl>
${clockLine(clock.offset)}
<div class="moves">${button("settle", "true", "Let run what is ready")}
${next === undefined ? undefined : button("to", new Date(Math.max(next.at, clock.now)).toISOString(), "To the next moment")}
${button("by", "3600000", "+1 hour")}${button("by", "86400000", "+1 day")}${button("by", String(7 * 86_400_000), "+1 week")}</div>
<form method="post" action="/_cloud/clock"><label>A moment (WIB) <input type="datetime-local" name="local" min="${local}" value="${local}" required></label>
<button class="main">Go there</button></form>
<p class="quiet">Time goes forward only. On the way, everything that becomes due runs in its order.</p>`,
  };
}

/** What failed for good. */
export function deadLettersPage(view: CloudView): Page {
  const list = table(
    [
      { name: "Sent", cell: (letter) => momentTag(Date.parse(letter.sentAt)), kind: "moment" },
      { name: "Queue", cell: (letter) => letter.queueArn.slice(letter.queueArn.lastIndexOf(":") + 1) },
      {
        name: "Message",
        cell: (letter) =>
          html`${folded("Body", letter.body)}${folded("Attributes", Object.keys(letter.attributes).length === 0 ? undefined : letter.attributes)}`,
      },
    ],
    view.deadLetters(200),
    "There are no dead letters.",
  );
  return { title: "Dead letters", section: "dead-letters", body: list };
}

/** The last lines that a function has logged. */
export function logsPage(view: CloudView, functionName: string | undefined): Page {
  const options = view.functionNames.map((name) => {
    const selected = name === functionName ? rawHtml(" selected") : undefined;
    return html`<option${selected}>${name}</option>`;
  });
  const known = functionName !== undefined && view.functionNames.includes(functionName);
  const lines = known ? view.logTail(functionName, 300) : [];
  return {
    title: "Logs",
    section: "logs",
    body: html`<form method="get"><label>Function <select name="function">${options}</select></label><button>Show</button></form>
${known && lines.length === 0 ? html`<p class="quiet">${functionName} has logged nothing.</p>` : undefined}
${lines.length === 0 ? undefined : html`<pre class="log">${lines.join("\n")}</pre>`}`,
  };
}
