import { describe, expect, it } from "vitest";
import { compileFilter } from "../../../local/events/pattern.ts";

const record = {
  eventName: "INSERT",
  dynamodb: { NewImage: { kind: { S: "MAIL" }, tries: { N: "3" }, done: { BOOL: false } } },
};

describe("a filter", () => {
  it.each([
    [{ eventName: ["INSERT"] }, true],
    [{ eventName: ["MODIFY", "REMOVE"] }, false],
    [{ dynamodb: { NewImage: { kind: { S: ["MAIL"] } } } }, true],
    [{ dynamodb: { NewImage: { kind: { S: [{ prefix: "MA" }] } } } }, true],
    [{ dynamodb: { NewImage: { kind: { S: [{ "anything-but": ["MAIL", "START"] }] } } } }, false],
    [{ dynamodb: { NewImage: { tries: { N: [{ numeric: [">", 2, "<=", 3] }] } } } }, true],
    [{ dynamodb: { OldImage: { kind: { S: [{ exists: false }] } } } }, true],
    [{ dynamodb: { NewImage: { done: { BOOL: [true] } } } }, false],
    [{ $or: [{ eventName: ["REMOVE"] }, { eventName: [{ "equals-ignore-case": "insert" }] }] }, true],
    [{ eventName: ["INSERT"], dynamodb: { NewImage: { kind: { S: ["START"] } } } }, false],
  ])("%j lets the record pass: %s", (pattern, passes) => {
    expect(compileFilter(pattern)(record)).toBe(passes);
  });
  it("refuses a rule that is not known, by name", () => {
    expect(() => compileFilter({ eventName: [{ wildcard: "IN*" }] })).toThrow("wildcard");
  });
});
