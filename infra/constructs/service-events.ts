import { Rule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import { EventInvokeConfig, type IFunction } from "aws-cdk-lib/aws-lambda";
import { SqsDestination } from "aws-cdk-lib/aws-lambda-destinations";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Duration } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import type { StageConfig } from "../config.ts";
import type { EventSpec } from "../functions.ts";
import { nameIn } from "./platform.ts";

/**
 * Lets events of a service call a function. As with a schedule two things are caught: what could not be handed over, and a run
 * that failed after that.
 */
export class ServiceEvents extends Construct {
  constructor(
    scope: Construct,
    id: string,
    config: StageConfig,
    spec: EventSpec & { readonly detail: Readonly<Record<string, unknown>> },
    target: IFunction,
    deadLetterQueue: Queue,
  ) {
    super(scope, id);
    const tries = { retryAttempts: spec.retries, maxEventAge: Duration.seconds(spec.maxAgeSeconds) };
    new Rule(this, "Rule", {
      ruleName: nameIn(config, spec.functionName),
      eventPattern: { source: [spec.source], detailType: [...spec.detailTypes], detail: { ...spec.detail } },
      targets: [new LambdaFunction(target, { deadLetterQueue, ...tries })],
    });
    new EventInvokeConfig(this, "Runs", { function: target, onFailure: new SqsDestination(deadLetterQueue), ...tries });
  }
}
