/** Stages lie side by side in one account: nothing that AWS holds once an account, a region or the world is made by two of them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { configOf, settingsOf, stages } from "../../infra/config.ts";
import { composeConfig, operator, operatorsDomain } from "./compose-for-test.ts";
import { readRegistry } from "./read-registry.ts";
import { readStackNames, readTemplates } from "./read-templates.ts";

// All under the same domain, as one operator has it.
const configs = [configOf("dev", operator), configOf("prod", operator), settingsOf("uji", stages.prod, operator)];
const composed = configs.map((config) => ({ config, app: composeConfig(config) }));
afterAll(() => {
  for (const { app } of composed) app.remove();
});

/** Properties by which a resource belongs to another one, so that its name counts only within that. */
const within = [
  "ApiId",
  "UserPoolId",
  "Roles",
  "LogGroupName",
  "FunctionName",
  "ConfigurationSetName",
  "Bucket",
  "DestinationBucketName",
];
/** What tells a thing from others and is no name of it: where it stands, and of which kind it is. */
const kinds = ["HostedZoneId", "Type", "Scope"];
const registry = readRegistry();

/** Whatever the templates of a stage give a name to: `type: name`. */
function namesIn(folder: string): readonly string[] {
  const names = readTemplates(folder).flatMap(({ type, properties }) => {
    const all = z.record(z.string(), z.unknown()).parse(properties);
    if (within.some((name) => all[name] !== undefined && typeof all[name] !== "string")) return [];
    const isName = (name: string): boolean => registry.get(type)?.identifier.includes(name) || /(?<!Metric)Name$/.test(name);
    // A metric is named by its namespace; those of AWS are read, not made.
    const isMade = (name: string): boolean => name === "Namespace" && !String(all[name]).startsWith("AWS/");
    // A name that is taken from another resource of the stage is that one's.
    const isTaken = (name: string): boolean => JSON.stringify(all[name]).includes('"Fn::GetAtt"');
    const naming = Object.keys(all).filter((name) => (isName(name) || isMade(name)) && !kinds.includes(name) && !isTaken(name));
    return naming.map((name) => `${type}: ${JSON.stringify(all[name])}`);
  });
  const outputs = z.object({
    Outputs: z.record(z.string(), z.object({ Export: z.object({ Name: z.string() }).optional() })).default({}),
  });
  const exported = readdirSync(folder)
    .filter((name) => name.endsWith(".template.json"))
    .flatMap((name) => Object.values(outputs.parse(JSON.parse(readFileSync(join(folder, name), "utf8"))).Outputs))
    .flatMap((output) => (output.Export === undefined ? [] : [`export: ${output.Export.Name}`]));
  return [...names, ...exported, ...[...readStackNames(folder).values()].map((name) => `stack: ${name}`)];
}

describe("dev, production and a stage that there is not yet", () => {
  let named: readonly { readonly stage: string; readonly names: readonly string[] }[] = [];
  beforeAll(() => {
    named = composed.map(({ config, app }) => ({ stage: config.stage, names: namesIn(app.synth()) }));
  });

  test("share no name of a stack, an export, a function, a log, a machine, a schedule, a login page or a sender", () => {
    const owners = Map.groupBy(
      named.flatMap(({ stage, names }) => names.map((name) => ({ stage, name }))),
      ({ name }) => name,
    );
    const shared = [...owners].filter(([, of]) => new Set(of.map(({ stage }) => stage)).size > 1).map(([name]) => name);
    expect(shared).toEqual([]);
  });

  test("carry their stage in every name, but for those in the domain that is production's own", () => {
    for (const { stage, names } of named) {
      const without = names.filter((name) => !new RegExp(`\\b${stage}\\b`).test(name));
      const ofDomain = new RegExp(`: "(origin\\.)?${operatorsDomain.replace(".", "\\.")}\\.?"$`);
      expect(without.filter((name) => stage !== "prod" || !ofDomain.test(name))).toEqual([]);
      expect(without.length).toBe(stage === "prod" ? 7 : 0);
    }
  });

  test("name a hundred things each, of at least ten kinds", () => {
    for (const { names } of named) {
      expect(names.length).toBeGreaterThan(100);
      expect(new Set(names.map((name) => name.split(":").slice(0, -1).join(":"))).size).toBeGreaterThanOrEqual(10);
    }
  });
});

describe("a stage beyond dev", () => {
  test.each(["titian.example", "kerja.example", "example.org", "titian.test", "localhost.invalid"])(
    "does not live under %s",
    (domain) => {
      expect(() => configOf("prod", { domain })).toThrow(
        `The stage prod cannot live under ${domain}, a domain that is nobody's: set TITIAN_DOMAIN`,
      );
      expect(configOf("dev", { domain }).mailDomain).toBe(`dev.${domain}`);
    },
  );

  test("lives nowhere until its operator says where", () => {
    expect(() => configOf("prod")).toThrow("set TITIAN_DOMAIN to one whose DNS you hold");
    expect(() => configOf("prod", { domain: "" })).toThrow('TITIAN_DOMAIN is "", which is no domain');
    expect(() => configOf("prod", { domain: "https://titian-uji.id" })).toThrow("which is no domain");
    expect(configOf("dev").mailDomain).toBe("dev.titian.example");
  });

  test("lives nowhere before its zone, and what the distribution shows to the API, are there", () => {
    expect(() => configOf("prod", { domain: operatorsDomain, zone: operator.zone })).toThrow(
      "Beside TITIAN_DOMAIN, set TITIAN_ORIGIN_CERTIFICATE, TITIAN_ORIGIN_AUTHORITY",
    );
    expect(() => configOf("dev", { ...operator, originCertificate: "arn:aws:acm:ap-southeast-3:1:certificate/a" })).toThrow();
  });

  test("has all that is its own under its operator's domain", () => {
    expect(configOf("prod", operator)).toMatchObject({
      domain: "titian-uji.id",
      zone: { id: operator.zone, name: "titian-uji.id" },
      mailDomain: "titian-uji.id",
      mailSender: "Titian Kerja <kerja@titian-uji.id>",
      console: { callbackUrls: ["https://titian-uji.id/konsol/masuk"], logoutUrls: ["https://titian-uji.id/konsol/"] },
      operatorsMail: "operasi@titian-uji.id",
    });
  });

  test("is one that there is", () => {
    expect(() => configOf("uji", operator)).toThrow("There is no stage uji: the stages are dev, prod");
  });
});
