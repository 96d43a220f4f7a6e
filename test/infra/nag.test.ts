import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import * as z from "zod";
import { acknowledgedFindings } from "../../infra/acknowledged-findings.ts";

const reportSchema = z.object({
  pluginReports: z.array(
    z.object({
      pluginName: z.string(),
      violations: z.array(
        z.object({ ruleName: z.string(), violatingConstructs: z.array(z.object({ constructPath: z.string() })).min(1) }),
      ),
    }),
  ),
});

// A process of its own: a synthesis with findings ends the process that it runs in.
const run = spawnSync(process.execPath, [join(import.meta.dirname, "nag-app.ts")], { encoding: "utf8", maxBuffer: 64e6 });
const folder = run.stdout.split("\n")[0] ?? "";
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const report = reportSchema.parse(JSON.parse(readFileSync(join(folder, "cdk.out", "validation-report.json"), "utf8")));
const findings = report.pluginReports.flatMap(({ violations }) =>
  violations.flatMap(({ ruleName, violatingConstructs }) =>
    violatingConstructs.map(({ constructPath }) => ({ finding: ruleName, where: constructPath })),
  ),
);

test("the packs AwsSolutions, NIST 800-53 R5 and Serverless have looked at the app", () => {
  expect(report.pluginReports.map(({ pluginName }) => pluginName)).toEqual(
    expect.arrayContaining(["AwsSolutions", "NIST.800.53.R5", "Serverless"]),
  );
  expect(findings.length).toBeGreaterThan(100);
});

test("every finding is acknowledged with a reason, and CloudFormation's own rules find nothing", () => {
  const open = findings.filter(
    (item) => !acknowledgedFindings.some(({ finding, where }) => finding.test(item.finding) && where.test(item.where)),
  );
  expect(open).toEqual([]);
});

test("every acknowledgement is still needed", () => {
  const idle = acknowledgedFindings.filter(
    ({ finding, where }) => !findings.some((item) => finding.test(item.finding) && where.test(item.where)),
  );
  expect(idle.map(({ finding }) => finding.source)).toEqual([]);
});
