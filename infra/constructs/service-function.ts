import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Architecture, Code, Function as LambdaFunction, Runtime } from "aws-cdk-lib/aws-lambda";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import { Duration, RemovalPolicy } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import { tableNames } from "../../shared/store/tables.ts";
import type { FunctionSpec } from "../functions.ts";
import { nameIn, type Platform } from "./platform.ts";
import { grantTable } from "./table.ts";

/** One function of one use case: its bundle, its own role with what it needs and nothing else, its own log group. */
export class ServiceFunction extends Construct {
  readonly function: LambdaFunction;

  constructor(scope: Construct, id: string, platform: Platform, spec: FunctionSpec) {
    super(scope, id);
    const { config, tables, keys } = platform;
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
      environment: {
        STAGE: config.stage,
        PUBLIC_URL: platform.publicUrl,
        ...Object.fromEntries(tableNames.map((name) => [`TABLE_${name.toUpperCase()}`, tables[name].tableName])),
        KEY_LOOKUP: keys.lookup.keyArn,
        KEY_CANDIDATE: keys.candidate.keyArn,
        KEY_LINK: keys.link.keyArn,
        KEY_IDENTITY: keys.identity.keyArn,
      },
    });
    for (const name of tableNames) {
      const access = spec.needs.tables?.[name];
      if (access !== undefined) grantTable(tables[name], keys.data, access, role);
    }
    for (const use of spec.needs.keys ?? []) {
      switch (use) {
        case "makeLinkSecret":
          keys.link.grantGenerateMac(role);
          break;
        case "lookUpIdentity":
          keys.lookup.grantGenerateMac(role);
          break;
        case "nameCandidates":
          keys.candidate.grantGenerateMac(role);
          break;
        case "sealIdentity":
          keys.identity.grant(role, "kms:GenerateDataKey");
          break;
      }
    }
    if (spec.needs.mail) {
      platform.mail.grantSendEmail(role);
      this.function.addEnvironment("MAIL_SENDER", config.mailSender);
    }
  }
}

/** `relay-outbox` → `RelayOutbox`: the id of a construct. */
export const constructId = (name: string): string => name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
