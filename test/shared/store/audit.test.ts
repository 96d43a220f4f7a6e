/** An entry of the audit is put where none is, and nothing else can be done to one. */
import { expect, it } from "vitest";
import { auditPut } from "../../../shared/store/audit.ts";
import type { Write } from "../../../shared/store/dynamodb.ts";
import { keys } from "../../../shared/store/keys.ts";
import { startOfTest } from "../../builders/records.ts";
import { useWorlds } from "../../builders/use-worlds.ts";

const open = useWorlds();
const key = keys.audit("cl_test", 1);
const base = { label: "audit", table: "audit" } as const;

/** Each is a write that the compiler refuses. */
const forbidden: readonly Write[] = [
  // @ts-expect-error an entry is never written over
  { ...base, kind: "put", item: { ...key } },
  // @ts-expect-error nor on a condition of somebody's own
  { ...base, kind: "put", item: { ...key }, condition: "attribute_not_exists(pk)" },
  // @ts-expect-error nor changed
  { ...base, kind: "update", key, update: "SET actor = :actor" },
  // @ts-expect-error nor deleted
  { ...base, kind: "delete", key },
  // @ts-expect-error nor given a condition that lets it replace another
  { ...base, kind: "append", item: { ...key }, condition: "attribute_exists(pk)" },
];

it("the compiler refuses every other write to its table", () => {
  expect(new Set(forbidden.map(({ table }) => table))).toEqual(new Set(["audit"]));
});

it("an entry stays as it was appended", async () => {
  const world = await open();
  const entry = { aggregate: "cl_test", version: 1, at: startOfTest, actor: "officer:st", event: "first" };
  const { commit, writeOne } = world.deps.store.database;
  expect(await commit([auditPut("", entry).write])).toEqual({ kind: "committed" });
  const second = auditPut("", { ...entry, event: "second" }).write;
  expect(await commit([second])).toEqual({ kind: "refused", labels: ["audit"] });
  expect(await writeOne(second)).toBe(false);
});

it("the names of fields are part of the chain", () => {
  const entry = { aggregate: "cl_test", version: 1, at: startOfTest, actor: "officer:st", event: "changeClient" };
  const heads = [undefined, [], ["phone"], ["phone", "name"]].map((fields) => auditPut("", { ...entry, fields }).head);
  expect(new Set(heads).size).toBe(4);
});
