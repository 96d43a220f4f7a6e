import { readFileSync } from "node:fs";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from "aws-cdk-lib/aws-stepfunctions";
import { RemovalPolicy } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import { nameIn, type Platform } from "./platform.ts";

export type WorkflowProps = {
  readonly name: string;
  /** Path of the literal definition; `${task}` in it stands for the ARN of a function. */
  readonly definition: string;
  /** The functions by the names that the definition has for them: exactly those. */
  readonly tasks: Readonly<Record<string, IFunction>>;
};

/** A standard state machine from a literal definition, which may invoke the functions it names and nothing else. */
export class Workflow extends Construct {
  readonly machine: StateMachine;

  constructor(scope: Construct, id: string, { config, keys }: Platform, props: WorkflowProps) {
    super(scope, id);
    const definition = readFileSync(props.definition, "utf8");
    checkNames(props, definition);
    this.machine = new StateMachine(this, "Machine", {
      stateMachineName: nameIn(config, props.name),
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromString(definition),
      definitionSubstitutions: Object.fromEntries(Object.entries(props.tasks).map(([name, task]) => [name, task.functionArn])),
      logs: {
        // The prefix keeps the resource policy of the log service small: AWS sets it aside for such logs.
        destination: new LogGroup(this, "Log", {
          logGroupName: `/aws/vendedlogs/states/${nameIn(config, props.name)}`,
          retention: config.logRetentionDays,
          encryptionKey: keys.operations,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
        level: LogLevel.ERROR,
        includeExecutionData: false,
      },
    });
    // Of each function the latest version only: the usual grant opens all versions and aliases by a wildcard.
    for (const task of Object.values(props.tasks)) task.grantInvokeLatestVersion(this.machine);
  }
}

function checkNames({ definition: file, tasks }: WorkflowProps, definition: string): void {
  const named = new Set(Array.from(definition.matchAll(/\$\{([A-Za-z]+)\}/g), (match) => match[1] ?? ""));
  const missing = [...named].filter((name) => !(name in tasks));
  const unused = Object.keys(tasks).filter((name) => !named.has(name));
  if (missing.length > 0) throw new Error(`${file} names tasks that it was not given: ${missing.join(", ")}`);
  if (unused.length > 0) throw new Error(`${file} was given tasks that it does not name: ${unused.join(", ")}`);
}
