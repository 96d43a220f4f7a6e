import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { scheduleSpecs } from "../../infra/functions.ts";
import { readProduction } from "./compose-for-test.ts";
import { grantsOf, ofType, ownFunctions, pointedAt, type TestResource } from "./read-templates.ts";

let resources: readonly TestResource[] = [];

beforeAll(() => {
  resources = readProduction();
});

const functions = () => ownFunctions(resources, z.object({ FunctionName: z.string() }));
const short = (name: string) => name.replace(/^titian-prod-/, "");

describe("the stream of the outbox", () => {
  test("gives new rows to the relay, in batches that fail row by row and end in a queue", () => {
    const [only, ...others] = ofType(resources, "AWS::Lambda::EventSourceMapping", z.record(z.string(), z.unknown()));
    expect(others).toEqual([]);
    expect(
      functions().find((model) => model.stack === only?.stack && model.id === pointedAt(only.properties.FunctionName))?.properties
        .FunctionName,
    ).toBe("titian-prod-relay-outbox");
    expect(only?.properties).toMatchObject({
      BatchSize: 25,
      StartingPosition: "TRIM_HORIZON",
      MaximumRetryAttempts: 5,
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ["ReportBatchItemFailures"],
      FilterCriteria: { Filters: [{ Pattern: '{"eventName":["INSERT"]}' }] },
      DestinationConfig: { OnFailure: { Destination: expect.anything() } },
    });
  });
});

describe("a schedule", () => {
  const schedule = z.object({
    Name: z.string(),
    ScheduleExpression: z.string(),
    ScheduleExpressionTimezone: z.string(),
    Target: z.object({
      Arn: z.unknown(),
      Input: z.string().optional(),
      RetryPolicy: z.object({ MaximumRetryAttempts: z.number(), MaximumEventAgeInSeconds: z.number() }),
      DeadLetterConfig: z.object({ Arn: z.unknown() }),
    }),
  });
  const schedules = () => ofType(resources, "AWS::Scheduler::Schedule", schedule);
  const said = () =>
    schedules().map(({ properties: { Name, ScheduleExpression, ScheduleExpressionTimezone, Target } }) =>
      [short(Name), ScheduleExpression, ScheduleExpressionTimezone, Target.Input].filter(Boolean).join(" "),
    );

  test("sweeps each minute, reconciles each night, orders the morning's digests, reports on Monday at seven by the clock of each zone", () => {
    expect(schedules()).toHaveLength(scheduleSpecs.length);
    expect(said().sort()).toEqual([
      "morning-digest cron(0 5 ? * MON-FRI *) Asia/Jakarta",
      "reconcile cron(0 2 * * ? *) Asia/Jakarta",
      "sweep-outbox rate(1 minute) Etc/UTC",
      'weekly-report-wib cron(0 7 ? * MON *) Asia/Jakarta {"zone":"WIB"}',
      'weekly-report-wit cron(0 7 ? * MON *) Asia/Jayapura {"zone":"WIT"}',
      'weekly-report-wita cron(0 7 ? * MON *) Asia/Makassar {"zone":"WITA"}',
    ]);
  });

  test("tries again and ends in a queue, both before its function runs and after it has failed", () => {
    const queues = ofType(resources, "AWS::SQS::Queue", z.unknown()).map(({ stack, id }) => `${stack}/${id}`);
    const after = ofType(
      resources,
      "AWS::Lambda::EventInvokeConfig",
      z.object({
        FunctionName: z.unknown(),
        DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.unknown() }) }),
      }),
    );
    for (const { stack, properties } of schedules()) {
      expect(properties.Target.RetryPolicy.MaximumRetryAttempts).toBeGreaterThan(0);
      expect(queues).toContain(`${stack}/${pointedAt(properties.Target.DeadLetterConfig.Arn)}`);
      const failed = after.find(
        (resource) =>
          resource.stack === stack && pointedAt(resource.properties.FunctionName) === pointedAt(properties.Target.Arn),
      );
      expect(queues).toContain(`${stack}/${pointedAt(failed?.properties.DestinationConfig.OnFailure.Destination)}`);
    }
  });
});

describe("a state machine", () => {
  const machine = z.object({
    StateMachineName: z.string(),
    StateMachineType: z.string(),
    DefinitionString: z.string(),
    DefinitionSubstitutions: z.record(z.string(), z.unknown()),
    LoggingConfiguration: z.object({ IncludeExecutionData: z.boolean(), Level: z.string() }),
  });
  const machines = () => ofType(resources, "AWS::StepFunctions::StateMachine", machine);

  test("is standard, logs errors without data, and stands in the template as it was written", () => {
    expect(machines().map(({ properties }) => short(properties.StateMachineName))).toEqual(["placement", "follow-up"]);
    for (const { properties } of machines()) {
      expect(properties.StateMachineType).toBe("STANDARD");
      expect(properties.LoggingConfiguration).toMatchObject({ IncludeExecutionData: false, Level: "ERROR" });
      expect(JSON.parse(properties.DefinitionString)).toMatchObject({ QueryLanguage: "JSONata" });
    }
  });

  test("may invoke the functions that its definition names, each of them and no other", () => {
    for (const { stack, id, properties } of machines()) {
      const named = Object.values(properties.DefinitionSubstitutions).map((value) => pointedAt(value));
      const role = grantsOf(resources).filter(
        (grant) => grant.stack === stack && grant.role.startsWith(`${id.replace(/[0-9A-F]{8}$/, "")}Role`),
      );
      const invoked = role.filter(({ actions }) => actions.includes("lambda:InvokeFunction")).map(({ resource }) => resource);
      for (const model of functions()) {
        expect(invoked.some((text) => model.stack === stack && text.includes(`"${model.id}"`))).toBe(named.includes(model.id));
      }
    }
  });
});

test("every queue of what could not be delivered raises an alarm", () => {
  const alarm = z.object({
    Dimensions: z.array(z.object({ Name: z.string(), Value: z.unknown() })).default([]),
    AlarmActions: z.array(z.unknown()),
  });
  const watched = ofType(resources, "AWS::CloudWatch::Alarm", alarm).map(({ stack, properties }) => {
    expect(properties.AlarmActions).toHaveLength(1);
    return `${stack}/${pointedAt(z.object({ "Fn::GetAtt": z.unknown() }).safeParse(properties.Dimensions[0]?.Value).data)}`;
  });
  const queues = ofType(resources, "AWS::SQS::Queue", z.unknown());
  expect(queues).toHaveLength(2);
  for (const { stack, id } of queues) expect(watched).toContain(`${stack}/${id}`);
});
