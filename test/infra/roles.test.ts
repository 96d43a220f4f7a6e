import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { readProduction } from "./compose-for-test.ts";
import { grantsOf, ofType, type TestResource } from "./read-templates.ts";

let resources: readonly TestResource[] = [];

beforeAll(() => {
  resources = readProduction();
});

test("every grant stands in a policy that these tests read", () => {
  const role = z.strictObject({ AssumeRolePolicyDocument: z.unknown(), Description: z.string().optional() });
  expect(ofType(resources, "AWS::IAM::Role", role).length).toBeGreaterThan(40);
  expect(ofType(resources, "AWS::IAM::ManagedPolicy", z.unknown())).toEqual([]);
});

describe("no role", () => {
  const rolesThatMay = (pattern: RegExp) =>
    [
      ...new Set(
        grantsOf(resources)
          .filter(({ actions }) => actions.some((action) => pattern.test(action)))
          .map(({ role }) => role),
      ),
    ]
      .map((role) => role.replace(/Role[0-9A-F]{8}$/, ""))
      .sort();

  test("answers or starts an execution but the relay and the sweep", () => {
    expect(rolesThatMay(/^states:SendTask/)).toEqual(["RelayOutbox", "SweepOutbox"]);
    expect(rolesThatMay(/^states:StartExecution$/)).toEqual(["RelayOutbox", "SweepOutbox"]);
  });

  test("reads the history of an execution, in which tokens show", () => {
    expect(rolesThatMay(/^states:(GetExecutionHistory|\*|Get\*)$/)).toEqual([]);
  });

  test("sends mail but the relay and the sweep", () => {
    expect(rolesThatMay(/^ses:/)).toEqual(["RelayOutbox", "SweepOutbox"]);
  });

  test("looks up or seals an identity number but those that register, bring in and mend clients and employers, or, to look it up, ask for a transfer; one names candidates by the same key", () => {
    const rolesOf = (key: RegExp): string[] => [
      ...new Set(
        grantsOf(resources)
          .filter(({ resource }) => key.test(resource))
          .map(({ role }) => role.replace(/Role[0-9A-F]{8}$/, "")),
      ),
    ];
    const sealing = grantsOf(resources).filter(({ resource }) => /IdentityKey/.test(resource));
    const rolesWith = (action: string): string[] =>
      sealing
        .filter(({ actions }) => actions.includes(action))
        .map(({ role }) => role.replace(/Role[0-9A-F]{8}$/, ""))
        .sort();
    expect(sealing.flatMap(({ actions }) => actions).filter((action) => !/^kms:(GenerateDataKey|Decrypt)$/.test(action))).toEqual(
      [],
    );
    // A document that was kept in the clear is sealed by whatever writes its client next; who seals cannot open.
    expect(rolesWith("kms:GenerateDataKey")).toEqual([
      "ChangeClient",
      "ChangeEmployer",
      "HandOverClient",
      "ImportClients",
      "RecordConsent",
      "RegisterClient",
      "RegisterEmployer",
    ]);
    expect(rolesWith("kms:Decrypt")).toEqual(["ReadStatusDocument"]);
    expect(rolesOf(/LookupKey/).sort()).toEqual([
      "ChangeClient",
      "ChangeEmployer",
      "ImportClients",
      "ImportVacancies",
      "RegisterClient",
      "RegisterEmployer",
      "RequestTransfer",
    ]);
    expect(rolesOf(/CandidateKey/)).toEqual(["ReadCandidates"]);
  });

  test("makes the secret of a link but what may put a question to an employer, and what opens it by its code", () => {
    const grants = grantsOf(resources).filter(({ resource }) => /LinkKey/.test(resource));
    for (const { actions } of grants) expect(actions).toEqual(["kms:GenerateMac"]);
    expect(grants.map(({ role }) => role.replace(/Role[0-9A-F]{8}$/, "")).sort()).toEqual([
      "AnswerForClient",
      "AnswerForEmployer",
      "AskEmployerAnew",
      "ConfirmStart",
      "ExpireWait",
      "OpenByCode",
      "RecordInterview",
      "RelayOutbox",
      "SweepOutbox",
    ]);
  });

  test("behind a link changes a client, an employer or the audit, and what shows it counts what is wrong alone", () => {
    const changing = /^dynamodb:(Put|Update|Delete|BatchWrite)/;
    const changed = (role: string): string[] => [
      ...new Set(
        grantsOf(resources)
          .filter((grant) => grant.role.startsWith(`${role}Role`) && grant.actions.some((action) => changing.test(action)))
          .flatMap(({ resource }) => Array.from(resource.matchAll(/GetAtt(Clients|Employers|Placements|Staff|Outbox|Audit)/g)))
          .map(([, table]) => table ?? ""),
      ),
    ];
    // That they count wrong secrets and codes and change nothing else is held in `read-only`.
    for (const role of ["ViewLink", "OpenByCode"]) expect(changed(role)).toEqual(["Placements"]);
    expect(changed("UndoLink")).toEqual(["Placements"]);
    for (const role of ["AnswerLink", "ConfirmByLink", "NameColleague"])
      expect(changed(role).sort()).toEqual(["Outbox", "Placements"]);
  });

  test("does anything to the audit but put a row", () => {
    const grants = grantsOf(resources).filter(({ resource }) => /GetAttAudit/.test(resource));
    expect(grants.length).toBeGreaterThan(20);
    // Those that tell the history of a record read it; nobody who reads it may write it, and nobody does anything else.
    for (const { role, actions } of grants)
      expect([role, actions]).toEqual([role, [/^Read\w+HistoryRole/.test(role) ? "dynamodb:Query" : "dynamodb:PutItem"]]);
  });

  test("may do everything, or everything of a service", () => {
    const wide = grantsOf(resources).flatMap(({ role, actions }) =>
      actions.filter((action) => /^(\*|\w+:\*)$/.test(action)).map(() => role),
    );
    expect(wide).toEqual([]);
  });

  test("stands behind the employer's page or the API's document with more than its own log", () => {
    for (const role of ["ShowLinkPage", "ReadOpenapi"]) {
      const grants = grantsOf(resources).filter((grant) => grant.role.startsWith(`${role}Role`));
      expect(grants.flatMap(({ actions }) => actions)).toEqual(["logs:CreateLogStream", "logs:PutLogEvents"]);
    }
  });
});
