/**
 * Brings very many items into the tables of an embedded cloud that is not running: as an export of DynamoDB, which Dynoxide reads
 * about thirty times as quickly as it takes the same by BatchWriteItem.
 */
import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { marshall } from "@aws-sdk/util-dynamodb";
import type { Cloud } from "../../local/cloud.ts";
import type { Item } from "../../shared/store/dynamodb.ts";
import { perTable, type TableName } from "../../shared/store/tables.ts";

/** What DescribeTable says of a table, with the name that it bears in a cloud. */
export type Schema = { readonly name: string; readonly described: unknown };
export type Schemas = Readonly<Record<TableName, Schema>>;

/** So many items stand in a file of the export. */
const itemsOfFile = 20_000;

export async function describeTables(cloud: Cloud): Promise<Schemas> {
  const described = new Map<string, Schema>();
  for (const { logicalId, name } of cloud.model.tables)
    described.set(logicalId.toLowerCase(), { name, described: await cloud.dynamodb("DescribeTable", { TableName: name }) });
  return perTable((start) => {
    const found = [...described].find(([logicalId]) => logicalId.startsWith(start));
    if (!found) throw new Error(`the template has no table ${start}`);
    return found[1];
  });
}

/**
 * Makes a database of Dynoxide that holds the items, in the tables that they name; whoever starts on it makes the others.
 * @param file where it is to stand
 * @param folder where the export may stand meanwhile
 */
export async function importItems(
  file: string,
  folder: string,
  schemas: Schemas,
  items: Iterable<readonly [TableName, Item]>,
): Promise<void> {
  const source = join(folder, "export");
  const tables = await writeExport(source, schemas, items);
  const schemaFile = join(folder, "schema.json");
  writeFileSync(schemaFile, JSON.stringify([...tables].map((table) => schemas[table].described)));
  const binary = createRequire(import.meta.url).resolve(`@dynoxide/${process.platform}-${process.arch}/dynoxide`);
  await run(binary, ["import", "--source", source, "--schema", schemaFile, "--output", file]);
}

/** As DynamoDB exports: a folder a table, with lines of items in compressed files. Answers which tables have any. */
async function writeExport(
  source: string,
  schemas: Schemas,
  items: Iterable<readonly [TableName, Item]>,
): Promise<ReadonlySet<TableName>> {
  const lines = new Map<TableName, string[]>();
  let files = 0;
  const write = async (table: TableName, some: readonly string[]): Promise<void> => {
    const data = join(source, schemas[table].name, "data");
    mkdirSync(data, { recursive: true });
    files += 1;
    await pipeline(Readable.from(some), createGzip({ level: 1 }), createWriteStream(join(data, `${files}.json.gz`)));
  };
  for (const [table, item] of items) {
    const some = lines.get(table) ?? [];
    lines.set(table, some);
    some.push(`${JSON.stringify({ Item: marshall(item, { removeUndefinedValues: true }) })}\n`);
    if (some.length === itemsOfFile) await write(table, some.splice(0));
  }
  for (const [table, some] of lines) if (some.length > 0) await write(table, some);
  return new Set(lines.keys());
}

async function run(binary: string, args: readonly string[]): Promise<void> {
  const child = spawn(binary, args, { stdio: ["ignore", "pipe", "pipe"] });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (some: Buffer) => said.push(some.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code !== 0) throw new Error(`Dynoxide did not import: ${said.join("")}`);
}
