import { Alarm, ComparisonOperator, type IMetric, Metric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type { IFunction, Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { FilterPattern, MetricFilter } from "aws-cdk-lib/aws-logs";
import type { Topic } from "aws-cdk-lib/aws-sns";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import type { StateMachine } from "aws-cdk-lib/aws-stepfunctions";
import { Duration } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import type { AlarmedCode } from "../alarmed-codes.ts";
import type { StageConfig } from "../config.ts";
import { constructId } from "./service-function.ts";

/** Tells the operators as soon as a count is above zero. */
function alarmAboveZero(scope: Construct, id: string, topic: Topic, metric: IMetric, alarmDescription: string): Alarm {
  const alarm = new Alarm(scope, id, {
    metric,
    alarmDescription,
    threshold: 0,
    evaluationPeriods: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
  alarm.addAlarmAction(new SnsAction(topic));
  return alarm;
}

const period = Duration.minutes(5);

/** Something was given up on, and lies in the queue. */
export const alarmOnDeadLetters = (scope: Construct, id: string, topic: Topic, queue: Queue): Alarm =>
  alarmAboveZero(
    scope,
    id,
    topic,
    queue.metricApproximateNumberOfMessagesVisible({ period, statistic: "Maximum" }),
    "An event could not be delivered after all tries: look into the queue, mend the cause, and redrive or delete it.",
  );

/** A function that must not fail has failed. */
export const alarmOnErrors = (scope: Construct, id: string, topic: Topic, handler: IFunction): Alarm =>
  alarmAboveZero(scope, id, topic, handler.metricErrors({ period }), "A function failed as a whole: look into its log.");

/** An execution has ended in a way that no definition intends. The daily reconciler starts it again. */
export const alarmOnExecutions = (scope: Construct, id: string, topic: Topic, machine: StateMachine): void => {
  alarmAboveZero(scope, `${id}Failed`, topic, machine.metricFailed({ period }), "An execution failed: look into its history.");
  alarmAboveZero(scope, `${id}TimedOut`, topic, machine.metricTimedOut({ period }), "An execution timed out as a whole.");
  alarmAboveZero(scope, `${id}Aborted`, topic, machine.metricAborted({ period }), "Somebody aborted an execution.");
};

const idOf = ({ code }: AlarmedCode): string => constructId(code.toLowerCase().replaceAll("_", "-"));
const namespaceOf = ({ stage }: StageConfig): string => `Titian/${stage}`;

/** A function may log a code: the lines of all that log it are counted together. */
export function countCode(config: StageConfig, alarmed: AlarmedCode, handler: LambdaFunction): void {
  new MetricFilter(handler, idOf(alarmed), {
    logGroup: handler.logGroup,
    // The logger writes one JSON object a line; the event's name is its message.
    filterPattern: FilterPattern.stringValue("$.message", "=", alarmed.code),
    metricNamespace: namespaceOf(config),
    metricName: alarmed.code,
  });
}

/** The first line of a code, whichever function logged it, raises the alarm. */
export function alarmOnCode(scope: Construct, config: StageConfig, topic: Topic, alarmed: AlarmedCode): void {
  const metric = new Metric({ namespace: namespaceOf(config), metricName: alarmed.code, period, statistic: "Sum" });
  alarmAboveZero(scope, `${idOf(alarmed)}Alarm`, topic, metric, alarmed.description);
}
