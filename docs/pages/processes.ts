/** The processes as pictures and tables, from their statuses and transitions. */

import type { StatusRow } from "../../shared/domain/process/status.ts";
import type { Way } from "../../shared/domain/process/transition.ts";
import { entryOf, type ProcessKind } from "../../shared/domain/processes.ts";
import { statusWords } from "../../shared/messages/status-words.ts";
import { code, mermaid, table } from "./markdown.ts";

/** Every status as a box, every transition as an arrow; what only amends draws none. */
export function pictureOf(kind: ProcessKind): string {
  const { statuses, transitions } = entryOf(kind);
  const arrows = Object.entries(transitions).flatMap(([name, { from, to }]) =>
    (name === "start" ? ["[*]"] : from).flatMap((source) => to.map((target) => ({ name, source, target }))),
  );
  const byPair = new Map<string, string[]>();
  for (const { name, source, target } of arrows) {
    const pair = `${source} --> ${target}`;
    byPair.set(pair, [...(byPair.get(pair) ?? []), name]);
  }
  const ends = Object.entries(statuses).filter(([, row]) => row.kind === "ENDED");
  return mermaid([
    "stateDiagram-v2",
    ...[...byPair].map(([pair, names]) => `  ${pair}: ${names.join(", ")}`),
    ...ends.map(([status]) => `  ${status} --> [*]`),
  ]);
}

/** A row a status: whom it waits for, until when, and what happens when that expires. */
export const statusTable = (kind: ProcessKind): string =>
  table(
    ["Status", "In words", "Waits for", "Deadline", "When it expires"],
    Object.entries(entryOf(kind).statuses).map(([status, row]) => [code(status), statusWords[status]?.en ?? "", ...waitOf(row)]),
  );

function waitOf(row: StatusRow): readonly [waitsFor: string, deadline: string, expiry: string] {
  if (row.kind === "TASK") return ["a task", "", ""];
  if (row.kind === "ENDED") return ["nobody: an end", "", ""];
  const { by, again, leadsTo } = row.expires;
  const asked = again ? `once more: ${code(again.message)} to the ${again.to}` : "";
  const after = leadsTo === undefined ? "" : typeof leadsTo === "string" ? leadsTo : wordsOf(leadsTo);
  return [
    row.waitsFor.join(", "),
    row.deadline === "GIVEN" ? "said by the transition" : `setting ${code(row.deadline)}`,
    [code(by), asked, after].filter((part) => part !== "").join("; "),
  ];
}

/** `{ review: "NO_VACANCY" }` → `review: NO_VACANCY`. */
const wordsOf = (leadsTo: unknown): string =>
  Object.entries(typeof leadsTo === "object" && leadsTo !== null ? leadsTo : {})
    .map(([what, value]) => `${what}: ${code(String(value))}`)
    .join(", ");

/** A row a transition: from where, to where, and who takes it by what. */
export const transitionTable = (kind: ProcessKind): string =>
  table(
    ["Transition", "From", "To", "Taken by"],
    Object.entries(entryOf(kind).transitions).map(([name, { from, to, amends = [], by }]) => [
      code(name),
      [from.map(code).join(" "), amends.length > 0 ? `amends ${amends.map(code).join(" ")}` : ""].filter(Boolean).join("; "),
      to.map(code).join(" "),
      by.map(wayOf).join(", "),
    ]),
  );

function wayOf(way: Way): string {
  if (way === "system") return "the system";
  return "act" in way ? `staff: ${code(way.act)}` : `link: ${code(way.link)}`;
}
