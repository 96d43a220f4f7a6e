import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Architecture, Code, Function as LambdaFunction, Runtime } from "aws-cdk-lib/aws-lambda";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import { Duration, RemovalPolicy, Stack } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import { type KeyUse, keySettings, mailSettings, type Needs, tableSetting } from "../../shared/api/needs.ts";
import { tableNames } from "../../shared/store/tables.ts";
import type { FunctionSpec } from "../functions.ts";
import { type Keys, mailEventsName, nameIn, type Platform, publicUrlOf } from "./platform.ts";
import { grantTable } from "./table.ts";

/** One function of one use case: its bundle, its own role with what it needs and nothing else, its own log group. */
export class ServiceFunction extends Construct {
  readonly function: LambdaFunction;

  constructor(scope: Construct, id: string, platform: Platform, spec: FunctionSpec) {
    super(scope, id);
    const { config, keys } = platform;
    const functionName = nameIn(config, spec.name);
    const role = new Role(this, "Role", {
      assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
      description: `What ${spec.name} may do`,
    });
    const logGroup = new LogGroup(this, "Log", {
      logGroupName: `/titian/${config.stage}/${spec.name}`,
      retention: config.logRetentionDays,
      encryptionKey: keys.operations,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // Instead of the managed policy, which may write to every log group of the account.
    logGroup.grantWrite(role);
    this.function = new LambdaFunction(this, "Function", {
      functionName,
      description: spec.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: "index.handler",
      code: Code.fromAsset(platform.bundleOf(spec.name)),
      memorySize: spec.memoryMb,
      timeout: Duration.seconds(spec.timeoutSeconds),
      role,
      logGroup,
      environment: environmentOf(spec.needs, platform),
    });
    this.grant(spec.needs, platform, role);
  }

  private grant({ tables = {}, keys: uses = [], mail }: Needs, platform: Platform, role: Role): void {
    const { keys } = platform;
    for (const name of tableNames) {
      const operations = tables[name];
      if (operations !== undefined) grantTable(platform.tables[name], keys.data, operations, role);
    }
    for (const use of uses) {
      if (use === "sealIdentity") keys[keyOf[use]].grant(role, "kms:GenerateDataKey");
      else if (use === "openIdentity") keys[keyOf[use]].grant(role, "kms:Decrypt");
      else keys[keyOf[use]].grantGenerateMac(role);
    }
    if (mail) {
      const sending = platform.mail.grantSendEmail(role);
      // A mail goes through the configuration set of its sender: SES asks for both.
      const set = { service: "ses", resource: "configuration-set", resourceName: mailEventsName(platform.config) };
      sending.principalStatements[0]?.addResources(Stack.of(this).formatArn(set));
    }
  }
}

/** Which key each use is of. */
const keyOf = {
  makeLinkSecret: "link",
  lookUpIdentity: "lookup",
  nameCandidates: "candidate",
  sealIdentity: "identity",
  openIdentity: "identity",
} as const satisfies Record<KeyUse, keyof Keys>;

/** What a function is told: what its needs name, and nothing of the rest. Machines tell of themselves where they are made. */
function environmentOf({ tables = {}, keys = [], mail }: Needs, platform: Platform): Record<string, string> {
  const ofTables = tableNames.filter((name) => tables[name] !== undefined);
  return {
    ...Object.fromEntries(ofTables.map((name) => [tableSetting(name), platform.tables[name].tableName])),
    ...Object.fromEntries(keys.map((use) => [keySettings[use], platform.keys[keyOf[use]].keyArn])),
    ...(mail
      ? { [mailSettings.sender]: platform.config.mailSender, [mailSettings.publicUrl]: publicUrlOf(platform.config) }
      : {}),
  };
}

/** `relay-outbox` → `RelayOutbox`: the id of a construct. */
export const constructId = (name: string): string => name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
