/**
 * What a synthesised CDK app (`cdk.out`) asks the embedded cloud to run: plain data, every intrinsic resolved.
 * The shapes follow the properties of the CloudFormation resource types, named as a person would say them.
 */
import type { BucketDeploymentModel, BucketModel, DistributionModel } from "./edge-model.ts";
import type { Place } from "./place.ts";

export type { Place } from "./place.ts";

/** AWS::Lambda::Function. */
export type FunctionModel = Place & {
  readonly name: string;
  readonly arn: string;
  /** Absolute folder of the bundle, inside `cdk.out`. */
  readonly codeFolder: string;
  /** File and export, as `index.handler`. */
  readonly handler: string;
  readonly runtime: string;
  readonly memoryMegabytes: number;
  readonly timeoutSeconds: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly logGroupName: string;
  /** The versions and aliases that the template has of it, besides `$LATEST`: all run the same bundle. */
  readonly qualifiers?: readonly string[];
  /** Where an asynchronous invocation goes that failed for good: the ARN of a queue. */
  readonly onFailure?: string;
  /** The older kind of the same: gets the bare payload. */
  readonly deadLetterArn?: string;
  /** How many invocations may run at once at most. */
  readonly reservedConcurrency?: number;
  /** How often an asynchronous invocation is tried again (0–2). */
  readonly maximumRetryAttempts: number;
  /** How old an asynchronous invocation may grow, in seconds. */
  readonly maximumEventAgeSeconds: number;
};

export type KeyElement = { readonly attributeName: string; readonly keyType: "HASH" | "RANGE" };
export type Projection = {
  readonly projectionType: "ALL" | "KEYS_ONLY" | "INCLUDE";
  readonly nonKeyAttributes?: readonly string[];
};
export type GlobalIndex = {
  readonly indexName: string;
  readonly keySchema: readonly KeyElement[];
  readonly projection: Projection;
};

/** AWS::DynamoDB::GlobalTable and AWS::DynamoDB::Table. */
export type TableModel = Place & {
  readonly name: string;
  readonly arn: string;
  readonly streamArn: string;
  readonly attributeDefinitions: readonly { readonly attributeName: string; readonly attributeType: "S" | "N" | "B" }[];
  readonly keySchema: readonly KeyElement[];
  readonly globalSecondaryIndexes: readonly GlobalIndex[];
  readonly localSecondaryIndexes: readonly GlobalIndex[];
  readonly streamViewType?: "NEW_IMAGE" | "OLD_IMAGE" | "NEW_AND_OLD_IMAGES" | "KEYS_ONLY";
  /** The attribute with the epoch second after which an item may go. */
  readonly timeToLiveAttribute?: string;
  readonly tags: Readonly<Record<string, string>>;
  /** From the tag `titian:due-index` = `<index>:<attribute>`: the sparse index whose rows wait for a moment. */
  readonly dueIndex?: { readonly indexName: string; readonly attribute: string };
};

/** AWS::Lambda::EventSourceMapping on a DynamoDB stream. */
export type EventSourceMappingModel = Place & {
  readonly id: string;
  readonly functionName: string;
  readonly tableName: string;
  readonly enabled: boolean;
  readonly batchSize: number;
  readonly startingPosition: "TRIM_HORIZON" | "LATEST";
  /** Patterns of FilterCriteria, parsed JSON; a record passes when any matches; none: all pass. */
  readonly filters: readonly unknown[];
  readonly reportBatchItemFailures: boolean;
  readonly bisectBatchOnFunctionError: boolean;
  /** -1: until the record is too old, as on AWS. */
  readonly maximumRetryAttempts: number;
  /** -1: never. */
  readonly maximumRecordAgeSeconds: number;
  /** Where what failed for good goes: the ARN of a queue. */
  readonly onFailure?: string;
};

/** What a route asks of a token. */
export type JwtAuthorizerModel = {
  readonly issuer: string;
  readonly audience: readonly string[];
  /** For example `$request.header.Authorization`. */
  readonly identitySource: readonly string[];
};

export type RouteModel = {
  /** `GET /clients/{id}`, `ANY /x/{proxy+}` or `$default`. */
  readonly routeKey: string;
  readonly functionName: string;
  readonly authorizer?: JwtAuthorizerModel;
  readonly scopes: readonly string[];
  /** 50 to 30,000 milliseconds. */
  readonly timeoutMilliseconds: number;
};

export type CorsModel = {
  readonly allowOrigins: readonly string[];
  readonly allowMethods: readonly string[];
  readonly allowHeaders: readonly string[];
  readonly exposeHeaders: readonly string[];
  readonly allowCredentials: boolean;
  readonly maxAge?: number;
};

/** AWS::ApiGatewayV2::Api of protocol HTTP, with its routes, integrations and authorizers put together. */
export type HttpApiModel = Place & {
  readonly apiId: string;
  readonly name: string;
  readonly corsConfiguration?: CorsModel;
  readonly routes: readonly RouteModel[];
  readonly stages: readonly { readonly name: string; readonly autoDeploy: boolean }[];
  readonly disableExecuteApiEndpoint?: boolean;
};

/** AWS::StepFunctions::StateMachine; `definition` has its substitutions applied. */
export type StateMachineModel = Place & {
  readonly name: string;
  readonly arn: string;
  readonly definition: string;
  readonly roleArn: string;
  readonly type: "STANDARD" | "EXPRESS";
};

/** AWS::Scheduler::Schedule that calls a function. */
export type ScheduleModel = Place & {
  readonly name: string;
  readonly groupName: string;
  readonly arn: string;
  /** `rate(1 minute)`, `cron(0 7 ? * MON-FRI *)` or `at(2026-11-20T13:00:00)`. */
  readonly expression: string;
  /** IANA name of the zone that cron and at are read in. */
  readonly timeZone: string;
  readonly enabled: boolean;
  readonly startDate?: string;
  readonly endDate?: string;
  readonly functionName: string;
  readonly input?: string;
  readonly maximumRetryAttempts: number;
  readonly maximumEventAgeSeconds: number;
  readonly deadLetterArn?: string;
};

/** AWS::SQS::Queue, which the embedded cloud uses for dead letters. */
export type QueueModel = Place & { readonly name: string; readonly arn: string; readonly url: string };

/** AWS::Cognito::UserPoolClient. */
export type UserPoolClientModel = {
  readonly id: string;
  readonly name: string;
  readonly allowedOAuthScopes: readonly string[];
  readonly allowedOAuthFlows: readonly string[];
  readonly callbackUrls: readonly string[];
  readonly logoutUrls: readonly string[];
  readonly generateSecret: boolean;
  /** In minutes. */
  readonly accessTokenValidity: number;
  /** In minutes. */
  readonly idTokenValidity: number;
  /** In minutes. */
  readonly refreshTokenValidity: number;
};

/** AWS::Cognito::UserPoolResourceServer. */
export type ResourceServerModel = {
  readonly identifier: string;
  readonly name: string;
  readonly scopes: readonly { readonly name: string; readonly description: string }[];
};

/** AWS::Cognito::UserPool with its clients, resource servers and groups. */
export type UserPoolModel = Place & {
  readonly id: string;
  readonly name: string;
  readonly arn: string;
  /** As Cognito writes it into tokens; it does not depend on the port. */
  readonly issuer: string;
  readonly clients: readonly UserPoolClientModel[];
  readonly resourceServers: readonly ResourceServerModel[];
  readonly groups: readonly string[];
};

/** AWS::SES::EmailIdentity: an address or a domain that mail may come from. */
export type EmailIdentityModel = Place & {
  readonly identity: string;
  /** The configuration set of mails that name none. */
  readonly configurationSet?: string;
};

/** AWS::SES::ConfigurationSet, with the kinds of events that it puts on the default bus. */
export type ConfigurationSetModel = Place & {
  readonly name: string;
  readonly events: readonly ("BOUNCE" | "COMPLAINT" | "REJECT" | "DELIVERY_DELAY")[];
};

/** AWS::Events::Rule on the default bus whose targets are functions. */
export type EventRuleModel = Place & {
  readonly name: string;
  readonly pattern: unknown;
  readonly enabled: boolean;
  readonly functionNames: readonly string[];
};

/** AWS::KMS::Key with its aliases. */
export type KeyModel = Place & {
  readonly keyId: string;
  readonly arn: string;
  readonly usage: "ENCRYPT_DECRYPT" | "GENERATE_VERIFY_MAC";
  readonly spec: string;
  readonly aliases: readonly string[];
};

/** Everything of the app that the embedded cloud runs. */
export type CloudModel = {
  readonly functions: readonly FunctionModel[];
  readonly tables: readonly TableModel[];
  readonly eventSourceMappings: readonly EventSourceMappingModel[];
  readonly httpApis: readonly HttpApiModel[];
  readonly stateMachines: readonly StateMachineModel[];
  readonly schedules: readonly ScheduleModel[];
  readonly queues: readonly QueueModel[];
  readonly userPools: readonly UserPoolModel[];
  readonly emailIdentities: readonly EmailIdentityModel[];
  readonly configurationSets: readonly ConfigurationSetModel[];
  readonly eventRules: readonly EventRuleModel[];
  readonly keys: readonly KeyModel[];
  readonly buckets: readonly BucketModel[];
  readonly bucketDeployments: readonly BucketDeploymentModel[];
  readonly distributions: readonly DistributionModel[];
  /** Outputs of each stack, `<stack>.<output>`. */
  readonly outputs: Readonly<Record<string, string>>;
};
