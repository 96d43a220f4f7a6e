/** The house rules that a machine can hold: which way the arrows run, and what no file may do. */
import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const files = globSync(
  [
    "functions/**/*.ts",
    "shared/**/*.ts",
    "infra/**/*.ts",
    "local/**/*.ts",
    "web/**/*.{ts,tsx}",
    "demo/**/*.ts",
    "bench/**/*.ts",
    "docs/**/*.ts",
  ],
  {
    cwd: root,
  },
)
  .map((file) => normalize(file))
  .filter((file) => !file.endsWith(".d.ts"))
  .sort();

type Import = { readonly file: string; readonly to: string };

/** What a file imports: paths of the project, or names of packages. */
function importsOf(file: string): Import[] {
  const text = withoutComments(readFileSync(join(root, file), "utf8"));
  const named = [...text.matchAll(/^(?:import|export)\s(?:[^;]*?from\s+)?"([^"]+)"|\bimport\("([^"]+)"\)/gm)].map(
    (match) => match[1] ?? match[2] ?? "",
  );
  return named.map((name) => ({ file, to: name.startsWith(".") ? normalize(join(dirname(file), name)) : name }));
}

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/[^\n]*/g, "$1");

const imports = files.flatMap(importsOf);

/** For each folder what its files may import; the longest folder that fits decides. */
const arrows: Readonly<Record<string, readonly (string | RegExp)[]>> = {
  "functions/": [
    "shared/api/",
    "shared/commands/",
    "shared/runtime/",
    "shared/domain/",
    "aws-lambda",
    "zod",
    /^link-page-/,
    "openapi-json",
  ],
  "shared/domain/": ["shared/domain/", "zod"],
  // Hashes and the lottery's MAC: pure, too.
  "shared/domain/matching/round/": ["shared/domain/", "zod", "node:crypto"],
  "shared/store/": [
    "shared/store/",
    "shared/domain/",
    "zod",
    "node:crypto",
    "@aws-sdk/client-dynamodb",
    "@aws-sdk/util-dynamodb",
  ],
  "shared/commands/": [
    "shared/commands/",
    "shared/domain/",
    "shared/store/",
    "shared/api/",
    "shared/messages/",
    "shared/reports/",
    "zod",
    "node:crypto",
  ],
  "shared/api/": [
    "shared/api/",
    "shared/domain/",
    "shared/messages/",
    "shared/reports/",
    "shared/store/tables.ts",
    "zod",
    "zod-openapi",
  ],
  "shared/messages/": ["shared/messages/", "shared/domain/"],
  "shared/pictures/": ["shared/pictures/", "shared/domain/", "shared/messages/"],
  "shared/reports/": ["shared/reports/", "shared/messages/", "shared/domain/", "zod"],
  "shared/runtime/": [
    /^shared\//,
    "zod",
    "ulid",
    "@middy/core",
    "aws-lambda",
    /^@aws-sdk\//,
    /^@aws-lambda-powertools\//,
    /^node:/,
  ],
  "infra/": [
    "infra/",
    "shared/api/",
    "shared/store/tables.ts",
    // The API document names the status of each refusal.
    "shared/runtime/problem-status.ts",
    /^aws-cdk-lib/,
    "constructs",
    "cdk-nag",
    "esbuild",
    "vite",
    "zod",
    "@aws-sdk/credential-provider-env",
    /^node:/,
    "idn-area-data",
  ],
  "local/": ["local/", /^(?!functions|shared|infra|demo|web)/],
  "web/": ["web/", "shared/api/", "shared/domain/", "shared/pictures/", "zod"],
  // Of the API's list the types alone: see below.
  "web/console/": [
    "web/console/",
    "shared/domain/",
    "shared/pictures/",
    "shared/api/routes.ts",
    "shared/messages/role-words.ts",
    "shared/messages/status-words.ts",
    // Why a placement was closed, to choose from and to read.
    "shared/messages/closing-words.ts",
    // What the flags of a proposed vacancy say.
    "shared/messages/import-words.ts",
    "shared/messages/text.ts",
    "virtual:routes",
    "zod",
    /^(preact|react|react-dom\/client|idb|oauth4webapi|read-excel-file\/web-worker|write-excel-file\/universal|papaparse)$/,
    /^@tanstack\/react-(router|query|virtual)$/,
    /^workbox-/,
  ],
  "bench/": ["bench/", "local/", "infra/synth.ts", "shared/", /^(?!functions|infra|demo|web)/],
  // Its actors do through the public API what the demo does: they take its client, its data and its way of starting a cloud.
  "bench/load": ["bench/", "local/", "infra/synth.ts", "shared/", "demo/", /^(?!functions|infra|web)/],
  "docs/": ["docs/", "shared/", /^node:/],
  "demo/": ["demo/", "local/", "infra/synth.ts", "shared/domain/", "shared/messages/", /^(?!functions|shared|infra|web)/],
};

/** The levels of the domain, lowest first: each imports itself and those before it. */
const domainLevels: readonly (readonly string[])[] = [
  ["shared/domain/errors.ts", "shared/domain/issues.ts", "shared/domain/registers.ts", "shared/domain/calendar/"],
  ["shared/domain/identifiers/"],
  ["shared/domain/reference/", "shared/domain/record/"],
  // The records of the areas.
  [
    "shared/domain/offices/",
    "shared/domain/clients/",
    "shared/domain/certificates/",
    "shared/domain/employers/",
    "shared/domain/organisations/",
    "shared/domain/agreements/",
    "shared/domain/vacancies/",
    "shared/domain/training/",
  ],
  ["shared/domain/process/"],
  ["shared/domain/placements/"],
  ["shared/domain/follow-ups/"],
  ["shared/domain/processes.ts", "shared/domain/acts.ts", "shared/domain/asks.ts"],
  ["shared/domain/matching/"],
];

/** Circles among imports, each as the places that reach each other (Tarjan). */
function circlesIn(edges: readonly Import[]): readonly (readonly string[])[] {
  const targets = new Map<string, string[]>();
  for (const { file, to } of edges) targets.set(file, [...(targets.get(file) ?? []), to]);
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const path: string[] = [];
  const found: string[][] = [];
  const visit = (place: string): void => {
    order.set(place, order.size);
    lowest.set(place, order.get(place) ?? 0);
    path.push(place);
    for (const to of targets.get(place) ?? []) {
      if (!order.has(to)) visit(to);
      if (path.includes(to)) lowest.set(place, Math.min(lowest.get(place) ?? 0, lowest.get(to) ?? 0));
    }
    if (lowest.get(place) !== order.get(place)) return;
    const circle = path.splice(path.indexOf(place));
    if (circle.length > 1) found.push(circle.toSorted());
  };
  for (const place of targets.keys()) if (!order.has(place)) visit(place);
  return found;
}

const allowedFor = (file: string): readonly (string | RegExp)[] => {
  const folder = Object.keys(arrows)
    .filter((known) => file.startsWith(known))
    .sort((a, b) => b.length - a.length)[0];
  return arrows[folder ?? ""] ?? [];
};

const fits = (to: string, rule: string | RegExp): boolean =>
  typeof rule === "string" ? to === rule || (rule.endsWith("/") && to.startsWith(rule)) : rule.test(to);

describe("the arrows", () => {
  test("run one way", () => {
    const wrong = imports.filter(({ file, to }) => !allowedFor(file).some((rule) => fits(to, rule)));
    expect(wrong).toEqual([]);
  });

  test("reach the functions from infra by path only", () => {
    expect(imports.filter(({ file, to }) => file.startsWith("infra/") && to.startsWith("functions/"))).toEqual([]);
  });

  test("of the domain lead up nowhere: a folder imports its own level and those below", () => {
    const levelOf = (path: string): number => domainLevels.findIndex((level) => level.some((place) => path.startsWith(place)));
    const inside = imports.filter(({ file, to }) => file.startsWith("shared/domain/") && to.startsWith("shared/domain/"));
    expect(inside.filter(({ file }) => levelOf(file) === -1)).toEqual([]);
    expect(inside.filter(({ file, to }) => levelOf(to) > levelOf(file))).toEqual([]);
  });

  test("close no circle, neither of files nor of the rooms of a layer", () => {
    expect(circlesIn(imports)).toEqual([]);
    // A room with the folders within it is one: `shared/domain/matching`, `shared/commands/relay`.
    const roomOf = (path: string): string => path.split("/").slice(0, 3).join("/");
    const within = /^shared\/(domain|commands)\/[^/]+\//;
    const rooms = imports
      .filter(({ file, to }) => within.test(file) && within.test(to))
      .map(({ file, to }) => ({ file: roomOf(file), to: roomOf(to) }))
      .filter(({ file, to }) => file !== to && file.split("/")[1] === to.split("/")[1]);
    expect(rooms.length).toBeGreaterThan(20);
    expect(circlesIn(rooms)).toEqual([]);
  });

  test("bring neither the list of routes nor schemas into the console: types alone", () => {
    const console = files.filter((file) => file.startsWith("web/console/"));
    const heavy = /^import (?!type )[^;]*from "(?:[./]*shared\/(?:api|store|commands|runtime)\/[^"]*|zod)"/m;
    expect(console.length).toBeGreaterThan(20);
    expect(console.filter((file) => heavy.test(readFileSync(join(root, file), "utf8")))).toEqual([]);
  });

  test("are looked at at all", () => {
    expect(imports.length).toBeGreaterThan(500);
  });
});

/** Code without comments, strings and import or export lists. */
const codeOf = (file: string): string =>
  withoutComments(readFileSync(join(root, file), "utf8"))
    .replace(/^(import|export)\s[^;]*?from\s+"[^"]*";/gm, "")
    .replace(/`(?:\\.|[^`\\])*`|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g, '""');

const offenders = (pattern: RegExp, among = files): string[] => among.filter((file) => pattern.test(codeOf(file)));

describe("no file", () => {
  test("asserts a type", () => {
    expect(offenders(/[\w)\]}>"]\s+as\s+(?!const\b)[A-Za-z{[(]/)).toEqual([]);
  });

  test("of the domain or the commands reads a clock, randomness or the environment", () => {
    const pure = files.filter((file) => file.startsWith("shared/domain/") || file.startsWith("shared/commands/"));
    expect(offenders(/\bDate\.now\(|new Date\(\)|Math\.random\(|process\.env|randomUUID/, pure)).toEqual([]);
  });

  test("but those of the store writes an expression of DynamoDB, or to a table", () => {
    const outside = files.filter((file) => /^(shared|functions)\//.test(file) && !file.startsWith("shared/store/"));
    const expression = /\b(attribute_(not_)?exists|begins_with)\b|\b(update|condition): ["`]|\btable: "|\bkind: "(put|append)"/;
    const found = outside.filter((file) => expression.test(withoutComments(readFileSync(join(root, file), "utf8"))));
    expect(found).toEqual([]);
  });

  test("but those of the runtime says with which HTTP status a refusal travels", () => {
    const outside = files.filter((file) => file.startsWith("shared/") && !file.startsWith("shared/runtime/"));
    // What a request that is granted travels with stands in the table of routes.
    expect(offenders(/\b(status|statusCode): [3-5]\d\d\b/, outside)).toEqual([]);
  });

  test("of what runs in a function writes to the console", () => {
    const running = files.filter((file) => file.startsWith("shared/") || file.startsWith("functions/"));
    expect(offenders(/\bconsole\./, running)).toEqual([]);
  });

  test("is longer than 300 lines, but for tables of data", () => {
    const tables = ["shared/store/tables.ts", "shared/api/routes.ts", "shared/messages/problems.ts"];
    const long = files.filter(
      (file) => !tables.includes(file) && readFileSync(join(root, file), "utf8").split("\n").length > 310,
    );
    expect(long).toEqual([]);
  });

  test("of the functions is longer than 40 lines", () => {
    const long = files.filter(
      (file) => file.startsWith("functions/") && readFileSync(join(root, file), "utf8").split("\n").length > 40,
    );
    expect(long).toEqual([]);
  });
});
