import type { StackProps } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import { alarmOnDeadLetters, alarmOnErrors } from "../constructs/alarms.ts";
import { createDeadLetterQueue } from "../constructs/dead-letter-queue.ts";
import type { Api } from "../constructs/http-api.ts";
import type { Platform } from "../constructs/platform.ts";
import { Schedules } from "../constructs/schedule.ts";
import { scheduleSpecs } from "../functions.ts";
import { AreaStack } from "./area.ts";

/** The weekly report, on Monday morning by the clock of each time zone. */
export class ReportsStack extends AreaStack {
  constructor(scope: Construct, id: string, platform: Platform, api: Api, props: StackProps) {
    super(scope, id, "reports", platform, api, props);
    const report = this.functionOf("weekly-report");
    const deadLetterQueue = createDeadLetterQueue(this, "Undelivered", platform.keys.operations);
    const specs = scheduleSpecs.filter((spec) => spec.functionName === "weekly-report");
    new Schedules(this, "Weekly", platform.config, specs, report, deadLetterQueue);
    alarmOnDeadLetters(this, "UndeliveredAlarm", platform.alarms, deadLetterQueue);
    alarmOnErrors(this, "ReportAlarm", platform.alarms, report);
  }
}
