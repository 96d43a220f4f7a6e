import type { StackProps } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import type { Area } from "../../shared/api/routes.ts";
import { alarmOnDeadLetters, alarmOnErrors } from "../constructs/alarms.ts";
import { createDeadLetterQueue } from "../constructs/dead-letter-queue.ts";
import { Schedules } from "../constructs/schedule.ts";
import { scheduleSpecs } from "../functions.ts";
import { AreaStack, type Ground } from "./area.ts";

/** The weekly report, on Monday morning by the clock of each time zone. */
export class ReportsStack extends AreaStack {
  constructor(scope: Construct, id: string, area: Area, ground: Ground, props: StackProps) {
    super(scope, id, area, ground, props);
    const { platform } = ground;
    const report = this.functionOf("weekly-report");
    const deadLetterQueue = createDeadLetterQueue(this, "Undelivered", platform.keys.operations);
    const specs = scheduleSpecs.filter((spec) => spec.functionName === "weekly-report");
    new Schedules(this, "Weekly", platform.config, specs, report, deadLetterQueue);
    alarmOnDeadLetters(this, "UndeliveredAlarm", platform.alarms, deadLetterQueue);
    alarmOnErrors(this, "ReportAlarm", platform.alarms, report);
  }
}
