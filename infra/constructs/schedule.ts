import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { EventInvokeConfig, type IFunction } from "aws-cdk-lib/aws-lambda";
import { SqsDestination } from "aws-cdk-lib/aws-lambda-destinations";
import { Schedule, ScheduleExpression, ScheduleTargetInput } from "aws-cdk-lib/aws-scheduler";
import { LambdaInvoke } from "aws-cdk-lib/aws-scheduler-targets";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Duration, TimeZone } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import type { StageConfig } from "../config.ts";
import type { ScheduleSpec } from "../functions.ts";
import { nameIn } from "./platform.ts";

/**
 * The schedules of one function. Scheduler hands an event over and forgets it, so two things are caught: what could not
 * be handed over, and a run that failed after that.
 */
export class Schedules extends Construct {
  constructor(
    scope: Construct,
    id: string,
    config: StageConfig,
    specs: readonly ScheduleSpec[],
    target: IFunction,
    deadLetterQueue: Queue,
  ) {
    super(scope, id);
    const role = new Role(this, "Role", { assumedBy: new ServicePrincipal("scheduler.amazonaws.com") });
    // The target's own grant is for sending alone, and the queue is encrypted under a key of ours.
    deadLetterQueue.grantSendMessages(role);
    for (const spec of specs) {
      new Schedule(this, spec.name, {
        scheduleName: nameIn(config, spec.name),
        schedule: ScheduleExpression.expression(spec.expression, TimeZone.of(spec.timeZone ?? "Etc/UTC")),
        target: new LambdaInvoke(target, {
          role,
          deadLetterQueue,
          retryAttempts: spec.retries,
          maxEventAge: Duration.seconds(spec.maxAgeSeconds),
          ...(spec.input === undefined ? {} : { input: ScheduleTargetInput.fromObject(spec.input) }),
        }),
      });
    }
    new EventInvokeConfig(this, "Runs", {
      function: target,
      onFailure: new SqsDestination(deadLetterQueue),
      retryAttempts: Math.min(2, ...specs.map((spec) => spec.retries)),
      maxEventAge: Duration.seconds(Math.min(...specs.map((spec) => spec.maxAgeSeconds))),
    });
  }
}
