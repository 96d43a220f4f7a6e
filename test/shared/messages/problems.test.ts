/** Every code that a refusal can carry has words in both languages: a code alone tells a person nothing. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { followUpStatuses } from "../../../shared/domain/follow-ups/statuses.ts";
import { idPrefixes } from "../../../shared/domain/identifiers/ids.ts";
import { closeReasons, reviewReasons } from "../../../shared/domain/placements/reasons.ts";
import { placementStatuses } from "../../../shared/domain/placements/statuses.ts";
import { detailText } from "../../../shared/messages/problems.ts";

const shared = join(import.meta.dirname, "../../../shared");

/** What a pattern's group finds in the files of a folder. */
const found = (pattern: RegExp, ...files: readonly string[]): readonly string[] =>
  files
    .flatMap((glob) => globSync(glob, { cwd: shared }))
    .flatMap((file) => [...readFileSync(join(shared, file), "utf8").matchAll(pattern)].map((match) => match[1] ?? ""));

const ofDetails = found(/(?:\{ code: |\binvalid\()"([^"]+)"/g, "commands/**/*.ts", "domain/**/*.ts");
const ofSchemas = found(
  /"([a-z]+\.[a-z-]+)"/g,
  "api/*.ts",
  "domain/{clients,certificates,employers,agreements,vacancies}/*.ts",
  "domain/reference/skills.ts",
  "domain/identifiers/email.ts",
);
/** Warnings go by their code alone: `warnings: ["vacancy.known"]`, `? ["wage.slip"] : []`; an import's have words by their type. */
const ofWarnings = found(/(?:warnings: |\? )\["([a-z]+\.[a-z-]+)"\]/g, "commands/**/*.ts", "domain/*/*.ts");
const ofRecords = found(/(?:notFound\(|requireReach\([^)]*, |\bwhat: )"([a-zA-Z]+)"/g, "commands/**/*.ts");
const ofIds = Object.keys(idPrefixes).map((kind) => `id.${kind}`);
/** A refusal for its status names the status: a placement's, a follow-up's, a closed vacancy's, a terminated agreement's. */
const ofStatuses = [...placementStatuses, ...followUpStatuses, ...reviewReasons, ...closeReasons, "CLOSED", "TERMINATED"];

describe("the words of a refusal's details", () => {
  it("are found for codes of every origin", () => {
    expect(ofDetails.length).toBeGreaterThan(20);
    expect(ofSchemas).toContain("email.format");
    expect(ofWarnings).toEqual(expect.arrayContaining(["wage.slip", "description.corrections", "scheme.corrections"]));
    expect(new Set(ofRecords).size).toBeGreaterThan(5);
  });

  it.each([...new Set([...ofDetails, ...ofSchemas, ...ofWarnings, ...ofRecords, ...ofIds, ...ofStatuses])].sort())(
    "%s",
    (code) => {
      const { id, en } = detailText(code);
      expect([id, en]).not.toContain(code);
    },
  );
});
