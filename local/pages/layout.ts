import type { ClockView } from "./cloud-view.ts";
import { type Html, html, rawHtml } from "./html.ts";

/** A page before its frame is put around it. */
export type Page = { readonly title: string; readonly section: Section; readonly body: Html };

export type Section = keyof typeof sections;

const sections = {
  "": "Overview",
  mails: "Mails",
  executions: "Executions",
  schedules: "Schedules",
  outbox: "Outbox",
  clock: "Clock",
  "dead-letters": "Dead letters",
  logs: "Logs",
} as const;

/** A whole page: the frame with the app's name, the cloud's time and the way to the other pages. */
export function renderPage(page: Page, app: string, clock: ClockView): string {
  const links = Object.entries(sections).map(([section, name]) => {
    const current = section === page.section ? rawHtml(' aria-current="page"') : undefined;
    return html`<a href="/_cloud${section === "" ? "" : `/${section}`}"${current}>${name}</a>`;
  });
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title} – ${app}</title>
<link rel="stylesheet" href="/_cloud/style.css">
<link rel="icon" href="data:,">
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header><div>
<div class="top"><strong>${app}, embedded cloud</strong>${momentTag(clock.now)}</div>
<nav aria-label="Parts of the cloud">${links}</nav>
</div></header>
<main id="main"><h1>${page.title}</h1>
${page.body}</main>
</body>
</html>`.markup;
}

const moments = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Asia/Jakarta",
  year: "numeric",
  month: "short",
  day: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});

/** A moment in Western Indonesian Time; the exact one in UTC stands in its title. */
export function momentTag(time: number | undefined): Html {
  if (time === undefined || Number.isNaN(new Date(time).getTime())) return html`–`;
  const iso = new Date(time).toISOString();
  return html`<time datetime="${iso}" title="${iso}">${moments.format(time)} WIB</time>`;
}

/** `2 d 3 h`, `4 min 5 s`, `120 ms`: the two largest units. */
export function spellDuration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  const units = [
    ["d", 86_400_000],
    ["h", 3_600_000],
    ["min", 60_000],
    ["s", 1000],
  ] as const;
  const parts: string[] = [];
  let rest = milliseconds;
  for (const [name, size] of units) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${count} ${name}`);
    if (parts.length === 2 || (parts.length === 1 && count === 0)) break;
  }
  return parts.join(" ");
}

/** A column of a table: its heading, and what stands in a row's cell. */
export type Column<Row> = {
  readonly name: string;
  readonly cell: (row: Row) => Html | string;
  readonly kind?: "moment" | "number";
};

/** A table that becomes a list of cards on a narrow screen; `empty` stands there where it has no rows. */
export function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[], empty: string): Html {
  if (rows.length === 0) return html`<p class="quiet">${empty}</p>`;
  const heads = columns.map((column) => html`<th scope="col" class="${column.kind ?? ""}">${column.name}</th>`);
  const lines = rows.map((row) => {
    const cells = columns.map(
      (column) => html`<td data-name="${column.name}" class="${column.kind ?? ""}"><div>${column.cell(row)}</div></td>`,
    );
    return html`<tr>${cells}</tr>`;
  });
  return html`<div class="wide"><table class="stack"><thead><tr>${heads}</tr></thead><tbody>${lines}</tbody></table></div>`;
}

/** JSON text (or any value) that is folded until asked for, indented where it is JSON. */
export function folded(name: string, value: unknown): Html | undefined {
  if (value === undefined) return undefined;
  return html`<details><summary>${name}</summary><pre>${indentJson(value)}</pre></details>`;
}

/** Text as it is, or indented where it is JSON. */
export function indentJson(value: unknown): string {
  if (typeof value !== "string") return JSON.stringify(value, null, 2) ?? "";
  try {
    return JSON.stringify(JSON.parse(value), null, 2);
  } catch {
    return value;
  }
}

/** A word in a coloured frame. */
export function tag(text: string, mood: "good" | "bad" | "wait" | "quiet"): Html {
  return html`<span class="tag ${mood}">${text}</span>`;
}
