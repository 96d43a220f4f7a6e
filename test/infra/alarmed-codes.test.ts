/** A code that is logged raises its alarm: the counting of log lines, the alarm on the count, and the code in the code. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { alarmedCodes } from "../../infra/alarmed-codes.ts";
import { readProduction, root } from "./compose-for-test.ts";
import { ofType, pointedAt, type TestResource } from "./read-templates.ts";

let resources: readonly TestResource[] = [];

beforeAll(() => {
  resources = readProduction();
});

const filter = z.object({
  FilterPattern: z.string(),
  LogGroupName: z.unknown(),
  MetricTransformations: z.array(z.record(z.string(), z.unknown())),
});
const alarm = z.looseObject({ MetricName: z.string().optional(), Namespace: z.string().optional() });

describe.each(alarmedCodes)("$code", ({ code, loggedBy, description }) => {
  test("is counted in the log of each function that logs it", () => {
    const groups = ofType(resources, "AWS::Logs::LogGroup", z.object({ LogGroupName: z.string() }));
    const counted = ofType(resources, "AWS::Logs::MetricFilter", filter).filter(
      ({ properties }) => properties.FilterPattern === `{ $.message = "${code}" }`,
    );
    for (const { properties } of counted)
      expect(properties.MetricTransformations).toEqual([{ MetricName: code, MetricNamespace: "Titian/prod", MetricValue: "1" }]);
    const logs = counted.map(({ stack, properties }) => {
      const group = groups.find((resource) => resource.stack === stack && resource.id === pointedAt(properties.LogGroupName));
      return group?.properties.LogGroupName;
    });
    expect(logs.sort()).toEqual(loggedBy.map((name) => `/titian/prod/${name}`).sort());
  });

  test("raises an alarm at its first line, and none while nothing is logged", () => {
    const alarms = ofType(resources, "AWS::CloudWatch::Alarm", alarm).filter(({ properties }) => properties.MetricName === code);
    expect(alarms.map(({ properties }) => properties)).toEqual([
      expect.objectContaining({
        Namespace: "Titian/prod",
        Statistic: "Sum",
        Threshold: 0,
        ComparisonOperator: "GreaterThanThreshold",
        EvaluationPeriods: 1,
        TreatMissingData: "notBreaching",
        AlarmDescription: description,
        AlarmActions: [expect.anything()],
      }),
    ]);
  });

  test("is an event that the code logs", () => {
    expect(logged()).toContain(code);
  });
});

/** The names of all events that functions log as warnings or errors. */
function logged(): readonly string[] {
  const sources = globSync("{shared,functions}/**/*.ts", { cwd: root }).map((file) => readFileSync(join(root, file), "utf8"));
  return sources.flatMap((text) => Array.from(text.matchAll(/\blog\.(?:warn|error)\(\s*"([A-Z_]+)"/g), ([, name]) => name ?? ""));
}
