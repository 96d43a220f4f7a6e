/** What AWS's own services need beside our functions: without it alarms and undelivered events are lost, and nothing says so. */
import { beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { readProduction } from "./compose-for-test.ts";
import { grantsOf, ofType, pointedAt, type TestResource } from "./read-templates.ts";

let resources: readonly TestResource[] = [];

beforeAll(() => {
  resources = readProduction();
});

const actions = z.union([z.string().transform((text) => [text]), z.array(z.string())]);
const statement = z.looseObject({
  Effect: z.string(),
  Action: actions,
  Principal: z.unknown(),
  Condition: z.unknown().optional(),
});
const document = z.object({ Statement: z.array(statement) });
/** CloudWatch, and only where it acts for this account. */
const accountsAlarms = {
  Effect: "Allow",
  Principal: { Service: "cloudwatch.amazonaws.com" },
  Condition: { StringEquals: { "aws:SourceAccount": { Ref: "AWS::AccountId" } } },
};

test("an alarm may publish to its topic, and use the key that encrypts the topic", () => {
  const [topic, ...others] = ofType(resources, "AWS::SNS::Topic", z.object({ KmsMasterKeyId: z.unknown() }));
  expect(others).toEqual([]);
  const [policy] = ofType(
    resources,
    "AWS::SNS::TopicPolicy",
    z.object({ PolicyDocument: document, Topics: z.array(z.unknown()) }),
  );
  expect(policy?.properties.Topics.map(pointedAt)).toEqual([topic?.id]);
  expect(policy?.properties.PolicyDocument.Statement).toContainEqual(
    expect.objectContaining({ ...accountsAlarms, Action: ["sns:Publish"] }),
  );
  const keyId = pointedAt(topic?.properties.KmsMasterKeyId);
  const key = ofType(resources, "AWS::KMS::Key", z.object({ KeyPolicy: document })).find(({ id }) => id === keyId);
  expect(key?.properties.KeyPolicy.Statement).toContainEqual(
    expect.objectContaining({ ...accountsAlarms, Action: expect.arrayContaining(["kms:Decrypt", "kms:GenerateDataKey*"]) }),
  );
});

test("every alarm tells that topic", () => {
  const alarms = ofType(resources, "AWS::CloudWatch::Alarm", z.object({ AlarmActions: z.array(z.unknown()).min(1) }));
  expect(alarms.length).toBeGreaterThan(10);
  for (const { properties } of alarms) expect(JSON.stringify(properties.AlarmActions)).toContain("RefAlarms");
});

test("whoever sends to a queue may use the key that encrypts it", () => {
  const grants = grantsOf(resources);
  const rolesThatMay = (action: string, resource: RegExp): ReadonlySet<string> =>
    new Set(
      grants
        .filter((grant) => grant.actions.includes(action) && resource.test(grant.resource))
        .map(({ stack, role }) => `${stack}/${role}`),
    );
  const senders = rolesThatMay("sqs:SendMessage", /Undelivered/);
  expect(senders.size).toBeGreaterThan(6);
  expect(senders.difference(rolesThatMay("kms:GenerateDataKey*", /OperationsKey/))).toEqual(new Set());
  expect(senders.difference(rolesThatMay("kms:Decrypt", /OperationsKey/))).toEqual(new Set());
});
