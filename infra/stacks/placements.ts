import { join } from "node:path";
import { FilterCriteria, FilterRule, StartingPosition } from "aws-cdk-lib/aws-lambda";
import { DynamoEventSource, SqsDlq } from "aws-cdk-lib/aws-lambda-event-sources";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import type { StateMachine } from "aws-cdk-lib/aws-stepfunctions";
import type { StackProps } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import { machineSettings } from "../../shared/api/needs.ts";
import type { Area } from "../../shared/api/routes.ts";
import { alarmOnDeadLetters, alarmOnErrors, alarmOnExecutions } from "../constructs/alarms.ts";
import { createDeadLetterQueue } from "../constructs/dead-letter-queue.ts";
import { mailEventsName, type Platform } from "../constructs/platform.ts";
import { Schedules } from "../constructs/schedule.ts";
import { ServiceEvents } from "../constructs/service-events.ts";
import { constructId } from "../constructs/service-function.ts";
import { Workflow } from "../constructs/workflow.ts";
import { eventSpecs, functionSpecs, scheduleSpecs } from "../functions.ts";
import { AreaStack, type Ground } from "./area.ts";

/** The process: its state machines, what they call, and the relay that does what the outbox orders. */
export class PlacementsStack extends AreaStack {
  constructor(scope: Construct, id: string, area: Area, ground: Ground, props: StackProps) {
    super(scope, id, area, ground, props);
    const { platform } = ground;
    const deadLetterQueue = createDeadLetterQueue(this, "Undelivered", platform.keys.operations);
    alarmOnDeadLetters(this, "UndeliveredAlarm", platform.alarms, deadLetterQueue);
    const machines = this.createMachines(platform);
    this.connectMachines(machines);
    this.readOutbox(platform, deadLetterQueue);
    const ofArea = functionSpecs.filter((spec) => spec.area === area).map(({ name }) => name);
    const scheduled = ofArea.filter((name) => scheduleSpecs.some(({ functionName }) => functionName === name));
    for (const name of scheduled) {
      const specs = scheduleSpecs.filter((spec) => spec.functionName === name);
      new Schedules(this, `${constructId(name)}Schedule`, platform.config, specs, this.functionOf(name), deadLetterQueue);
    }
    for (const spec of eventSpecs) {
      const id = `${constructId(spec.functionName)}Events`;
      // SES puts the events of every stage of the account on one bus.
      const detail = { mail: { tags: { "ses:configuration-set": [mailEventsName(platform.config)] } } };
      new ServiceEvents(this, id, platform.config, { ...spec, detail }, this.functionOf(spec.functionName), deadLetterQueue);
    }
    for (const name of ["relay-outbox", ...eventSpecs.map(({ functionName }) => functionName), ...scheduled]) {
      alarmOnErrors(this, `${constructId(name)}Alarm`, platform.alarms, this.functionOf(name));
    }
  }

  private createMachines(platform: Platform): Machines {
    const waiting = {
      processStatus: this.functionOf("where-it-stands"),
      holdToken: this.functionOf("hold-token"),
      expireWait: this.functionOf("expire-wait"),
    };
    const placement = new Workflow(this, "Placement", platform, {
      name: "placement",
      definition: join(platform.workflows, "placement.asl.json"),
      tasks: { ...waiting, rankPlacement: this.functionOf("rank-placement") },
    }).machine;
    const followUp = new Workflow(this, "FollowUp", platform, {
      name: "follow-up",
      definition: join(platform.workflows, "follow-up.asl.json"),
      tasks: waiting,
    }).machine;
    alarmOnExecutions(this, "Placement", platform.alarms, placement);
    alarmOnExecutions(this, "FollowUp", platform.alarms, followUp);
    return { placement, followUp };
  }

  /** Lets the relay and the sweep, and nobody else, start, describe and answer executions. Nobody may read a history. */
  private connectMachines({ placement, followUp }: Machines): void {
    for (const spec of functionSpecs.filter(({ needs }) => needs.processes)) {
      const handler = this.functionOf(spec.name);
      handler.addEnvironment(machineSettings.placement, placement.stateMachineArn);
      handler.addEnvironment(machineSettings.followUp, followUp.stateMachineArn);
      for (const machine of [placement, followUp]) {
        machine.grantStartExecution(handler);
        machine.grantExecution(handler, "states:DescribeExecution");
        machine.grantTaskResponse(handler);
      }
    }
  }

  /** The fast path: a row is relayed as it is written. What fails here is due still, and the sweep takes it. */
  private readOutbox(platform: Platform, deadLetterQueue: Queue): void {
    this.functionOf("relay-outbox").addEventSource(
      new DynamoEventSource(platform.tables.outbox, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 25,
        retryAttempts: 5,
        bisectBatchOnError: true,
        reportBatchItemFailures: true,
        onFailure: new SqsDlq(deadLetterQueue),
        filters: [FilterCriteria.filter({ eventName: FilterRule.isEqual("INSERT") })],
      }),
    );
  }
}

type Machines = { readonly placement: StateMachine; readonly followUp: StateMachine };
