/** Safe to change: what holds state is replaced by nobody who did not mean it, and stays whatever becomes of its stack. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { configOf } from "../../infra/config.ts";
import { composeForTest, operator } from "./compose-for-test.ts";
import { onPurpose, type PinnedState, pinnedStateOf, pinnedTypes } from "./pinned-state.ts";
import { readRegistry } from "./read-registry.ts";
import { ofType, readStackNames, readTemplates, type TestResource } from "./read-templates.ts";

const file = join(import.meta.dirname, "pinned-state.json");
const committed: PinnedState = z
  .record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown())))
  .parse(JSON.parse(readFileSync(file, "utf8")));

describe.each(["dev", "prod"] as const)("in the stage %s", (stage) => {
  const composed = composeForTest(stage);
  let resources: readonly TestResource[] = [];
  let found: PinnedState = {};

  beforeAll(() => {
    const folder = composed.synth();
    resources = readTemplates(folder);
    found = pinnedStateOf(resources, readStackNames(folder), stage, configOf(stage, operator).mailDomain);
  });
  afterAll(composed.remove);

  test.each(
    Object.entries(committed).flatMap(([stack, lines]) => Object.entries(lines).map(([id, line]) => ({ stack, id, line }))),
  )("$stack/$id stands as it was deployed", ({ stack, id, line }) => {
    const { otherwise } = pinnedTypes[String(line.type)] ?? { otherwise: "Its type is not one that is pinned." };
    expect(found[stack]?.[id], `${stack}/${id} is no longer what was deployed. ${otherwise} ${onPurpose}`).toEqual(line);
  });

  test("nothing that holds state is without its line", () => {
    const idsOf = (state: PinnedState) =>
      Object.entries(state).flatMap(([stack, lines]) => Object.keys(lines).map((id) => `${stack}/${id}`));
    const unpinned = idsOf(found).filter((text) => !idsOf(committed).includes(text));
    const lines = unpinned.map((text) => {
      const [stack = "", id = ""] = text.split("/");
      return `"${stack}": { "${id}": ${JSON.stringify(found[stack]?.[id])} }`;
    });
    expect(
      unpinned,
      `Add a line to test/infra/pinned-state.json for each new one. Is it an old one renamed? Then see above.\n${lines.join("\n")}`,
    ).toEqual([]);
  });

  test("a function is told of each table and key by its own name, and of no other", () => {
    const variables = z.object({
      Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }).default({ Variables: {} }),
    });
    const told = new Set(
      ofType(resources, "AWS::Lambda::Function", variables).flatMap(({ properties }) =>
        Object.entries(properties.Environment.Variables)
          .filter(([name]) => /^(TABLE|KEY)_/.test(name))
          .map(
            ([name, value]) =>
              `${name} ${/titian-\w+-data:ExportsOutput(?:Ref|FnGetAtt)(\w+?)[0-9A-F]{8}/.exec(JSON.stringify(value))?.[1]}`,
          ),
      ),
    );
    expect([...told].sort()).toEqual([
      "KEY_CANDIDATE CandidateKey",
      "KEY_IDENTITY IdentityKey",
      "KEY_IDENTITY_OPEN IdentityKey",
      "KEY_LINK LinkKey",
      "KEY_LOOKUP LookupKey",
      "TABLE_AUDIT Audit",
      "TABLE_CLIENTS Clients",
      "TABLE_EMPLOYERS Employers",
      "TABLE_OUTBOX Outbox",
      "TABLE_PLACEMENTS Placements",
      "TABLE_STAFF Staff",
    ]);
  });

  test("a deployment that fails takes back what it made, and nothing else takes anything", () => {
    for (const { stack, id, type, deletionPolicy, updateReplacePolicy } of resources) {
      const where = `${stack}/${id}`;
      const keeps = pinnedTypes[type]?.kept ?? false;
      if (keeps)
        expect({ where, deletionPolicy, updateReplacePolicy }).toEqual({
          where,
          deletionPolicy: "RetainExceptOnCreate",
          updateReplacePolicy: "Retain",
        });
      else expect(["Delete", undefined], where).toContain(deletionPolicy);
    }
  });

  test("nothing holds CloudFormation up where it takes back what it made", () => {
    expect(JSON.stringify(resources.map(({ properties }) => properties))).not.toMatch(/"DeletionProtection(Enabled)?":/);
    for (const { properties } of ofType(resources, "AWS::KMS::Key", z.object({ PendingWindowInDays: z.number() })))
      expect(properties.PendingWindowInDays).toBe(7);
  });
});

test("of each type every property is pinned whose change makes another, as CloudFormation's own registry says", () => {
  const registry = readRegistry();
  for (const [type, { properties }] of Object.entries(pinnedTypes)) {
    expect(
      registry.get(type)?.replacing.filter((name) => !properties.includes(name)),
      type,
    ).toEqual([]);
  }
});
