/** The page on the data model, from the list of tables. */
import { expiryAttribute, type ItemKind, type Table, tables } from "../../shared/store/tables.ts";
import { code, table } from "./markdown.ts";

const all: Readonly<Record<string, Table>> = tables;

/** The whole page. */
export function dataModelPage(): string {
  return [
    "# The data model",
    "",
    "Made by `npm run docs` from `shared/store/tables.ts`; a test holds it to the keys that `shared/store/keys.ts` makes. Change it there.",
    "",
    "Base keys go by aggregate and not by office: people move, and neither links nor running executions may break by it. The office",
    "stands in the indexes, and is checked on the row that was loaded. Every item is parsed when it is read, and no folder but",
    "`shared/store` writes an expression.",
    "",
    `Each table has the keys \`pk\` and \`sk\`, is encrypted under a key of ours, and loses an item some time after its \`${expiryAttribute}\`, where it has one.`,
    "`<…>` stands for what differs from item to item.",
    "",
    table(
      ["Table", "Holds", "Indexes"],
      Object.entries(all).map(([name, { holds, indexes }]) => [
        `[${name}](#${name})`,
        holds,
        Object.keys(indexes).map(code).join(" "),
      ]),
    ),
    ...Object.entries(all).flatMap(([name, row]) => ["", ...sectionOf(name, row)]),
    "",
  ].join("\n");
}

function sectionOf(name: string, { holds, indexes, stream, due, items }: Table): readonly string[] {
  const indexRows = Object.entries(indexes).map(([index, { keys, include }]) => [
    code(index),
    keys.map(code).join(" "),
    include === undefined ? "all attributes" : include.map(code).join(" "),
  ]);
  return [
    `## ${name}`,
    "",
    holds,
    ...(stream ? ["Its stream carries the new image of each item to the relay."] : []),
    ...(due ? [`The clock of the embedded cloud stops at ${code(due.attribute)} of ${code(due.index)}.`] : []),
    ...(indexRows.length === 0 ? [] : ["", table(["Index", "Keys", "Holds"], indexRows)]),
    "",
    table(["Item", "pk", "sk", "In the indexes", "Is"], Object.entries(items).map(itemRow)),
  ];
}

function itemRow([name, { pk, sk, indexes = {}, is, expires }]: readonly [string, ItemKind]): readonly string[] {
  const places = Object.entries(indexes).map(([index, keys]) => `${index}: ${(keys ?? []).map(code).join(" / ")}`);
  return [code(name), code(pk), code(sk), places.join("<br>"), expires === undefined ? is : `${is} Goes: ${expires}`];
}
