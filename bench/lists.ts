/**
 * Whether a list grows with the tables behind it: `npm run bench:lists`. Every list of the API is asked of two embedded clouds in
 * turn, one with few clients and one with very many; first and second page. The few are all of the office that is asked, so that
 * its pages are as full as those of the other, where that office has a fifth of all: a short page is quick and says nothing.
 * Prints `bench: N lists, worst growth N×` and fails where a p99 grows to more than twice.
 */
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import * as z from "zod";
import { ensureSynthesised } from "../infra/synth.ts";
import { type Country, openCountry } from "./lists/country.ts";
import { type Question, questions } from "./lists/questions.ts";
import { askerOf } from "./lists/records.ts";
import { quantile } from "./statistics.ts";

const { values } = parseArgs({
  options: {
    few: { type: "string", default: "1000" },
    many: { type: "string", default: "100000" },
    rounds: { type: "string", default: "200" },
    only: { type: "string", default: "" },
  },
});
const rounds = Number(values.rounds);
/** The p99 in the large cloud by that in the small one, at most. */
const mostGrowth = 2;
const warmUps = 5;

const answer = z.object({ statusCode: z.int().optional(), body: z.string().optional() });
const page = z.object({ cursor: z.string().optional() });

type Timed = { readonly name: string; readonly few: readonly number[]; readonly many: readonly number[] };

const { cdkOut } = await ensureSynthesised();
const countries: Country[] = [];
try {
  for (const [clients, where] of [
    [values.few, "ofTheOffice"],
    [values.many, "everywhere"],
  ] as const) {
    const began = performance.now();
    countries.push(await openCountry(cdkOut, Number(clients), where));
    console.log(`${clients} clients stand in the tables after ${((performance.now() - began) / 1000).toFixed(0)} s`);
  }
  process.exitCode = (await measure()) ? 0 : 1;
} finally {
  for (const country of countries) await country.close();
}

/** Answers whether no list grows. */
async function measure(): Promise<boolean> {
  const [few, many] = countries;
  if (!few || !many) throw new Error("two clouds are compared");
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "?"}; ${rounds} rounds, ms`);
  console.log(`| list | p50 of ${few.clients} | p50 of ${many.clients} | p99 | p99 | growth |\n|---|---:|---:|---:|---:|---:|`);
  const growths: number[] = [];
  for (const question of questions.filter(({ name }) => name.includes(values.only)))
    for (const timed of await compare(question, few, many)) growths.push(tell(timed));
  const worst = Math.max(...growths);
  console.log(`bench: ${growths.length} lists, worst growth ${worst.toFixed(2)}×`);
  return worst <= mostGrowth;
}

/** Prints a list as soon as it is measured; answers how it grew. */
function tell({ name, few: short, many: long }: Timed): number {
  const growth = quantile(long, 0.99) / quantile(short, 0.99);
  const cells = [quantile(short, 0.5), quantile(long, 0.5), quantile(short, 0.99), quantile(long, 0.99)];
  console.log(`| ${name} | ${cells.map((cell) => cell.toFixed(1)).join(" | ")} | ${growth.toFixed(2)}× |`);
  return growth;
}

/** Asks both clouds in turn, so that whatever else the machine does is felt by both: the first page, and the one after it. */
async function compare(question: Question, few: Country, many: Country): Promise<readonly Timed[]> {
  const first = await timeBoth(question, [few, many], []);
  const cursors = question.paged ? [await ask(few, question), await ask(many, question)] : [];
  if (cursors.length === 0 || cursors.includes(undefined)) return [{ name: question.name, ...first }];
  const second = await timeBoth(question, [few, many], cursors);
  return [
    { name: question.name, ...first },
    { name: `${question.name}, second page`, ...second },
  ];
}

/** @param cursors of the few and of the many, where it is not the first page that is asked for */
async function timeBoth(
  question: Question,
  pair: readonly [Country, Country],
  cursors: readonly (string | undefined)[],
): Promise<Omit<Timed, "name">> {
  const times: [number[], number[]] = [[], []];
  for (let round = -warmUps; round < rounds; round += 1)
    for (const at of [0, 1] as const) {
      const began = performance.now();
      await ask(pair[at], question, cursors[at]);
      if (round >= 0) times[at].push(performance.now() - began);
    }
  return { few: times[0], many: times[1] };
}

/** Calls the function behind a route as the gateway does; answers the cursor. Throws where the answer is no success. */
async function ask(
  { cloud }: Country,
  { functionName, role, query, about }: Question,
  cursor?: string,
): Promise<string | undefined> {
  const found = cloud.model.functions.find(({ name }) => name.endsWith(`-${functionName}`));
  if (!found) throw new Error(`the app has no function ${functionName}`);
  const event = {
    requestContext: { requestId: "bench", authorizer: { jwt: { claims: askerOf(role) } } },
    ...(about === undefined ? {} : { pathParameters: { id: about } }),
    queryStringParameters: { ...query, ...(cursor === undefined ? {} : { cursor }) },
    headers: {},
  };
  const { functionError, payload } = await cloud.functions.invoke(found.name, JSON.stringify(event));
  const { statusCode, body } = answer.parse(JSON.parse(payload));
  if (functionError || statusCode !== 200 || body === undefined)
    throw new Error(`${functionName} ${JSON.stringify(query)}: ${payload}\n${cloud.functions.tail(found.name, 5).join("\n")}`);
  return page.parse(JSON.parse(body)).cursor;
}
