/** The one stylesheet of the pages. */
export const styleSheet = `
:root { color-scheme: light dark; --ground: #f5f6f4; --card: #fff; --text: #1d2521; --quiet: #56615b; --line: #d8dedb; --accent: #0b6b4f;
  --on-accent: #fff; --good: #0b6b4f; --bad: #a3261b; --wait: #7a5200; --tint: #eef2f0; }
@media (prefers-color-scheme: dark) { :root { --ground: #141917; --card: #1d2421; --text: #e6ebe8; --quiet: #9fada6; --line: #36413b;
  --accent: #58c39d; --on-accent: #0d1512; --good: #58c39d; --bad: #ff9d92; --wait: #e6b95c; --tint: #26302b; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 0.9375rem/1.5 system-ui, sans-serif; }
a { color: var(--accent); text-underline-offset: 0.15em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 0.25rem; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 0.5rem; background: var(--card); padding: 0.5rem; z-index: 1; }
header { background: var(--card); border-bottom: 1px solid var(--line); }
header > div, main { max-width: 72rem; margin: 0 auto; padding: 0 1rem; }
.top { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0 1rem; padding-top: 0.75rem; }
.top strong { font-size: 1.0625rem; }
.top time { color: var(--quiet); font-variant-numeric: tabular-nums; }
nav { display: flex; overflow-x: auto; gap: 1.25rem; scrollbar-width: thin; }
nav a { padding: 0.5rem 0 0.4375rem; color: var(--quiet); text-decoration: none; white-space: nowrap; border-bottom: 3px solid transparent; }
nav a[aria-current] { color: var(--text); border-color: var(--accent); font-weight: 600; }
main { padding-top: 1.25rem; padding-bottom: 4rem; }
h1 { font-size: 1.375rem; line-height: 1.25; margin: 0 0 1rem; overflow-wrap: anywhere; }
h2 { font-size: 1.0625rem; margin: 2rem 0 0.5rem; }
p { margin: 0 0 1rem; max-width: 44rem; }
.quiet { color: var(--quiet); }
.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); gap: 0.75rem; margin: 0 0 1rem; padding: 0; list-style: none; }
.tiles li { background: var(--card); border: 1px solid var(--line); border-radius: 0.5rem; padding: 0.75rem 1rem; }
.tiles b { display: block; font-size: 1.375rem; font-variant-numeric: tabular-nums; line-height: 1.25; }
.wide { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: 0.5rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.5rem 0.75rem; border-bottom: 1px solid var(--line); }
tr:last-child > td { border-bottom: 0; }
th { font-weight: 600; color: var(--quiet); font-size: 0.8125rem; white-space: nowrap; }
td { overflow-wrap: break-word; min-width: 5rem; }
td code, .line code, .links { overflow-wrap: anywhere; }
td.moment, td.number { white-space: nowrap; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
td.number, th.number { text-align: right; min-width: 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1rem; margin: 0 0 1.5rem; }
dt { color: var(--quiet); }
dd { margin: 0; overflow-wrap: anywhere; }
code, pre { font: 0.8125rem/1.5 ui-monospace, "DejaVu Sans Mono", monospace; }
pre { background: var(--tint); border-radius: 0.5rem; padding: 0.75rem; margin: 0.5rem 0; overflow: auto; max-height: 30rem; white-space: pre-wrap;
  overflow-wrap: anywhere; }
.tag { display: inline-block; border: 1px solid currentColor; border-radius: 1rem; padding: 0 0.5rem; font-size: 0.8125rem; white-space: nowrap; }
.good { color: var(--good); } .bad { color: var(--bad); } .wait { color: var(--wait); }
.line { list-style: none; margin: 0; padding: 0 0 0 1rem; border-left: 2px solid var(--line); }
.line li { position: relative; padding: 0 0 0.875rem; }
.line li::before { content: ""; position: absolute; left: calc(-1rem - 6px); top: 0.4375rem; width: 10px; height: 10px; border-radius: 50%;
  background: var(--ground); border: 2px solid var(--quiet); }
.line li.state::before { background: var(--accent); border-color: var(--accent); }
.line li.bad::before { background: var(--bad); border-color: var(--bad); }
.line time { color: var(--quiet); font-variant-numeric: tabular-nums; font-size: 0.8125rem; margin-left: 0.5rem; white-space: nowrap; }
.line .bad, .line p { margin: 0; }
summary { color: var(--quiet); cursor: pointer; font-size: 0.8125rem; width: max-content; }
form { display: flex; flex-wrap: wrap; align-items: end; gap: 0.5rem 0.75rem; margin: 0 0 1rem; }
form.inline { margin: 0; }
label { display: grid; font-size: 0.8125rem; color: var(--quiet); max-width: 100%; }
input, select { font: inherit; color: var(--text); background: var(--card); border: 1px solid var(--line); border-radius: 0.375rem;
  padding: 0.375rem 0.5rem; max-width: 100%; min-height: 2.375rem; }
button { font: inherit; font-weight: 600; padding: 0.375rem 0.875rem; min-height: 2.375rem; border: 1px solid var(--accent); border-radius: 0.375rem;
  background: var(--card); color: var(--accent); cursor: pointer; white-space: nowrap; }
button.main { background: var(--accent); color: var(--on-accent); }
.moves { display: flex; flex-wrap: wrap; gap: 0.5rem; margin: 0 0 1.5rem; }
pre.log { max-height: none; }
iframe { width: 100%; height: 36rem; border: 1px solid var(--line); border-radius: 0.5rem; resize: vertical; }
@media (max-width: 40rem) {
  dl { grid-template-columns: 1fr; gap: 0 1rem; } dd { margin-bottom: 0.5rem; }
  th, td { padding: 0.4375rem 0.5rem; }
  nav { flex-wrap: wrap; gap: 0 1rem; } nav a { padding: 0.3125rem 0 0.25rem; }
  table.stack thead { display: none; }
  table.stack tr { display: block; padding: 0.5rem 0; border-bottom: 1px solid var(--line); }
  table.stack tr:last-child { border-bottom: 0; }
  table.stack td { display: flex; gap: 0.75rem; padding: 0.125rem 0.75rem; border: 0; text-align: left; white-space: normal; }
  table.stack td > div { min-width: 0; overflow-wrap: anywhere; }
  table.stack td::before { content: attr(data-name); flex: 0 0 6rem; color: var(--quiet); font-size: 0.8125rem; line-height: 1.75; }
}
`;
