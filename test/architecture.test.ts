/** The house rules that a machine can hold: which way the arrows run, and what no file may do. */
import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const files = globSync(
  ["functions/**/*.ts", "shared/**/*.ts", "infra/**/*.ts", "local/**/*.ts", "web/**/*.ts", "demo/**/*.ts", "bench/**/*.ts"],
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
  "shared/api/": ["shared/api/", "shared/domain/", "shared/messages/", "shared/store/tables.ts", "zod", "zod-openapi"],
  "shared/messages/": ["shared/messages/", "shared/domain/"],
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
    /^aws-cdk-lib/,
    "constructs",
    "cdk-nag",
    "esbuild",
    "zod",
    "@aws-sdk/credential-provider-env",
    /^node:/,
    "idn-area-data",
  ],
  "local/": ["local/", /^(?!functions|shared|infra|demo|web)/],
  "web/": ["web/", "shared/api/", "shared/domain/", "zod"],
  "bench/": ["bench/", "local/", "infra/synth.ts", "shared/", /^(?!functions|infra|demo|web)/],
  "demo/": ["demo/", "local/", "infra/synth.ts", "shared/domain/", /^(?!functions|shared|infra|web)/],
};

const allowedFor = (file: string): readonly (string | RegExp)[] => {
  const folder = Object.keys(arrows)
    .filter((one) => file.startsWith(one))
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

  test("of what runs in a function writes to the console", () => {
    const running = files.filter((file) => file.startsWith("shared/") || file.startsWith("functions/"));
    expect(offenders(/\bconsole\./, running)).toEqual([]);
  });

  test("is longer than 300 lines, but for tables of data", () => {
    const tables = ["shared/messages/mails.ts", "shared/api/routes.ts", "shared/api/schemas.ts", "shared/messages/problems.ts"];
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
