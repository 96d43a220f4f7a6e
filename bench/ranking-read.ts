/**
 * What a ranking costs that looks through the whole country: `npm run bench:ranking`. Open vacancies are put straight into the
 * table of an embedded cloud in a throw-away folder; then the parts of a ranking are measured, and the functions themselves.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient, QueryCommand, type QueryCommandOutput } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import { ensureSynthesised } from "../infra/synth.ts";
import { type Cloud, startCloud } from "../local/cloud.ts";
import type { Deps } from "../shared/commands/deps.ts";
import { readOpenVacancies } from "../shared/commands/matching/open-vacancies.ts";
import { rankForPlacement } from "../shared/commands/matching/rank-placement.ts";
import type { Client } from "../shared/domain/clients/client.ts";
import { provinces } from "../shared/domain/identifiers/regions.ts";
import { certificateAtRest } from "../shared/store/certificates.ts";
import { clientAtRest } from "../shared/store/clients.ts";
import { consentPut } from "../shared/store/consents.ts";
import { everyPage } from "../shared/store/dynamodb.ts";
import { officeAtRest } from "../shared/store/offices.ts";
import { statePut } from "../shared/store/processes.ts";
import { partWrites, recordItem, recordWrites } from "../shared/store/record.ts";
import { staffPut } from "../shared/store/staff.ts";
import { openStore } from "../shared/store/store.ts";
import { perTable, type TableNames } from "../shared/store/tables.ts";
import { vacancyAtRest } from "../shared/store/vacancies.ts";
import { createMarket, today } from "./market.ts";
import * as records from "./ranking-records.ts";

const sizes = [1, 1000, 50_000];
const rounds = 5;

const columns = [
  "open vacancies",
  "pages",
  "KB read",
  "KB of the whole records",
  "read",
  "parse",
  "rank",
  "function",
  "its memory",
  "opportunities",
  "its memory",
  "eligible",
];

const folder = mkdtempSync(join(tmpdir(), "titian-ranking-"));
const { cdkOut } = await ensureSynthesised();
const cloud = await startCloud({ cdkOut, dataFolder: folder, port: 0, startAt: Date.parse(records.benchNow) });
const dynamodb = new DynamoDBClient({
  endpoint: cloud.dynamodbUrl,
  region: "ap-southeast-3",
  credentials: { accessKeyId: "bench", secretAccessKey: "bench" },
});
try {
  const market = createMarket(1);
  const bench = await openBench(cloud, dynamodb, market);
  const vacancies = market.vacancies(sizes.at(-1) ?? 0);
  const lines: string[] = [];
  let written = 0;
  let wholeBytes = 0;
  for (const size of sizes) {
    const rows: Record<string, unknown>[] = [];
    for (; written < size; written += 1) {
      const { value } = vacancies.next();
      if (!value) break;
      const vacancy = { ...records.benchVacancy(value, written), offeredBy: records.benchEmployer(value) };
      rows.push(recordItem(vacancyAtRest, vacancy, "head"));
    }
    wholeBytes += await writeAll(cloud, bench.tables.employers, rows);
    lines.push(await measure(bench, size, wholeBytes));
  }
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "?"}; medians of ${rounds}, ms and MB`);
  console.log(`| ${columns.join(" | ")} |\n|${columns.map(() => "---:").join("|")}|`);
  for (const line of lines) console.log(line);
} finally {
  dynamodb.destroy();
  await cloud.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
}

type Bench = {
  readonly cloud: Cloud;
  readonly dynamodb: DynamoDBClient;
  readonly tables: TableNames;
  readonly deps: Deps;
  readonly askingClient: Client;
};

/** An office, an officer and a client who goes anywhere. */
async function openBench(of: Cloud, client: DynamoDBClient, market: ReturnType<typeof createMarket>): Promise<Bench> {
  const nameOf = (start: string): string => {
    const table = of.model.tables.find(({ logicalId }) => logicalId.toLowerCase().startsWith(start));
    if (!table) throw new Error(`the template has no table ${start}`);
    return table.name;
  };
  const tables = perTable(nameOf);
  const refuse = (): never => {
    throw new Error("nothing is made, sealed or hashed here");
  };
  const deps: Deps = {
    store: openStore(client, tables),
    now: () => records.benchNow,
    newId: refuse,
    keys: { lookup: refuse, candidateName: refuse, linkSecret: refuse, maySeal: false, seal: refuse, unseal: refuse },
    pause: async () => {},
  };
  const person = market.clients(100, "ANYWHERE").find((item) => item.certificates.length === 2 && item.skills.length > 3);
  if (!person) throw new Error("the market has no such client");
  const askingClient = records.benchClient(person);
  const act = { at: records.benchNow, actor: "operator", event: "bench" };
  const result = await deps.store.database.commit([
    ...recordWrites(officeAtRest, undefined, records.benchOffice, act),
    staffPut(records.benchStaff),
    ...recordWrites(clientAtRest, undefined, askingClient, act),
    consentPut(records.benchConsent),
    ...records.benchCertificates(person).flatMap((certificate) => partWrites(certificateAtRest, undefined, certificate)),
  ]);
  if (result.kind !== "committed") throw new Error("the records were refused");
  return { cloud: of, dynamodb: client, tables, deps, askingClient };
}

type Row = NonNullable<QueryCommandOutput["Items"]>[number];

/** Writes rows and returns how many bytes they are. */
async function writeAll(of: Cloud, table: string, rows: readonly Record<string, unknown>[]): Promise<number> {
  let bytes = 0;
  for (let from = 0; from < rows.length; from += 25) {
    const items = rows.slice(from, from + 25).map((row) => marshall(row, { removeUndefinedValues: true }));
    for (const item of items) bytes += sizeOf(item);
    await of.dynamodb("BatchWriteItem", { RequestItems: { [table]: items.map((Item) => ({ PutRequest: { Item } })) } });
  }
  return bytes;
}

/** The bytes by which DynamoDB charges: names and values in UTF-8, of a number one for two digits and one more. */
function sizeOf(item: Row): number {
  const ofValue = (value: Row[string]): number => {
    if (value.S !== undefined) return Buffer.byteLength(value.S);
    if (value.N !== undefined) return Math.ceil(value.N.length / 2) + 1;
    if (value.L !== undefined) return value.L.reduce((sum, element) => sum + 1 + ofValue(element), 3);
    return value.M === undefined ? 1 : sizeOf(value.M) + 3;
  };
  return Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + ofValue(value), 0);
}

async function measure(bench: Bench, size: number, wholeBytes: number): Promise<string> {
  const { deps, askingClient } = bench;
  const placement = records.benchPlacement(askingClient, 0);
  const { officeId, willingness, domicile } = askingClient;
  const anywhere = { officeId, regencyCode: domicile.regencyCode, willingness };
  const raw: number[] = [];
  const parsed: number[] = [];
  const ranked: number[] = [];
  let read = { pages: 0, bytes: 0 };
  let eligible = 0;
  for (let round = 0; round <= rounds; round += 1) {
    raw.push(
      await timed(async () => {
        read = await readRaw(bench);
      }),
    );
    parsed.push(await timed(() => readOpenVacancies(deps, anywhere, today, () => {})));
  }
  const atHand = await holdPages(deps);
  for (let round = 0; round <= rounds; round += 1)
    ranked.push(
      await timed(async () => {
        eligible = (await rankForPlacement(atHand, placement, records.benchOffice)).eligible;
      }),
    );
  const rank = await callRanking(bench, size);
  const opportunities = await callOpportunities(bench);
  const readMs = median(raw);
  const parts = [readMs, Math.max(0, median(parsed) - readMs), median(ranked), rank.ms];
  return `| ${[
    size,
    read.pages,
    Math.round(read.bytes / 1000),
    Math.round(wholeBytes / 1000),
    ...parts.map((ms) => ms.toFixed(0)),
    rank.megabytes,
    opportunities.ms.toFixed(0),
    opportunities.megabytes,
    eligible,
  ].join(" | ")} |`;
}

/** Dependencies for which every page of open vacancies is read and parsed already. */
async function holdPages(deps: Deps): Promise<Deps> {
  const { vacancies } = deps.store;
  const pages = new Map<string, Awaited<ReturnType<typeof vacancies.openIn>>["items"][number][]>();
  for (const { code } of provinces) {
    const items = [...(await everyPage((cursor) => vacancies.openIn(code, cursor)))];
    pages.set(code, items);
  }
  const openIn = async (region: string) => ({ items: pages.get(region) ?? [] });
  return { ...deps, store: { ...deps.store, vacancies: { ...vacancies, openIn } } };
}

/** Every page of the index as the SDK hands it over, eight provinces at a time. */
async function readRaw(bench: Bench): Promise<{ pages: number; bytes: number }> {
  const queue = provinces.map((province) => province.code);
  let pages = 0;
  let bytes = 0;
  const worker = async (): Promise<void> => {
    for (let province = queue.shift(); province !== undefined; province = queue.shift()) {
      let from: QueryCommandOutput["LastEvaluatedKey"];
      do {
        const page: QueryCommandOutput = await bench.dynamodb.send(
          new QueryCommand({
            TableName: bench.tables.employers,
            IndexName: "open",
            KeyConditionExpression: "openPk = :pk",
            ExpressionAttributeValues: { ":pk": { S: `OPEN#${province}` } },
            ExclusiveStartKey: from,
          }),
        );
        if (page.Items?.length) pages += 1;
        for (const item of page.Items ?? []) bytes += sizeOf(item);
        from = page.LastEvaluatedKey;
      } while (from);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return { pages, bytes };
}

/** The function behind the state RANKING in its own process, each time for a placement of its own. */
async function callRanking({ cloud: of, deps, askingClient }: Bench, size: number) {
  const name = functionOf(of, "rank-placement");
  const times: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const placement = records.benchPlacement(askingClient, size * 10 + round);
    await deps.store.database.commit([statePut(undefined, placement, "head", records.benchNow)]);
    times.push(await timed(() => succeed(of, name, { placementId: placement.id })));
  }
  return { ms: median(times), megabytes: highest(of, name) };
}

/** The function behind `GET /clients/{id}/opportunities`, as the gateway calls it. */
async function callOpportunities({ cloud: of, askingClient }: Bench) {
  const name = functionOf(of, "read-opportunities");
  const claims = { iss: records.benchStaff.issuer, sub: records.benchStaff.subject, token_use: "access" };
  const event = {
    requestContext: { requestId: "bench", authorizer: { jwt: { claims } } },
    pathParameters: { id: askingClient.id },
    headers: {},
  };
  const times: number[] = [];
  for (let round = 0; round <= rounds; round += 1) times.push(await timed(() => succeed(of, name, event)));
  return { ms: median(times), megabytes: highest(of, name) };
}

function functionOf(of: Cloud, name: string): string {
  const found = of.model.functions.find((model) => model.name.endsWith(name));
  if (!found) throw new Error(`the app has no function ${name}`);
  return found.name;
}

async function succeed(of: Cloud, name: string, payload: unknown): Promise<void> {
  const result = await of.functions.invoke(name, JSON.stringify(payload));
  if (result.functionError || /"statusCode":[45]/.test(result.payload)) throw new Error(`${name}: ${result.payload}`);
}

/** The most memory that a function's process has ever taken, in MB; 0 where the machine does not say. */
function highest(of: Cloud, name: string): number {
  const found = of.functions
    .pids()
    .filter((child) => child.functionName === name)
    .map(({ pid }) => Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0));
  return Math.round(Math.max(0, ...found) / 1024);
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await run();
  return performance.now() - began;
}

/** Without the first one, which loads and warms. */
function median(times: readonly number[]): number {
  const sorted = times.slice(1).toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
