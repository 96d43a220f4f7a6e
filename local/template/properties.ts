import * as z from "zod";

/**
 * The properties of each resource type that the embedded cloud runs. A property that stands as `inert` is known and has
 * no effect on one machine (roles, encryption, tags, tracing); one that does not stand here is refused by name.
 */
export const inert = z.unknown().optional();
const text = z.union([z.string(), z.number().transform(String), z.boolean().transform(String)]);
const number = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d+$/)
    .transform(Number),
]);
export const flag = z.union([z.boolean(), z.stringbool()]);
const tags = z.array(z.strictObject({ Key: z.string(), Value: z.string() })).default([]);
const texts = z.array(z.string());

const keySchema = z.array(z.strictObject({ AttributeName: z.string(), KeyType: z.enum(["HASH", "RANGE"]) }));
const attributeDefinitions = z.array(z.strictObject({ AttributeName: z.string(), AttributeType: z.enum(["S", "N", "B"]) }));
const projection = z.strictObject({
  ProjectionType: z.enum(["ALL", "KEYS_ONLY", "INCLUDE"]),
  NonKeyAttributes: texts.optional(),
});
const secondaryIndex = z.strictObject({
  IndexName: z.string(),
  KeySchema: keySchema,
  Projection: projection,
  ContributorInsightsSpecification: inert,
  ProvisionedThroughput: inert,
  OnDemandThroughput: inert,
  WarmThroughput: inert,
  ReadOnDemandThroughputSettings: inert,
  WriteOnDemandThroughputSettings: inert,
  WriteProvisionedThroughputSettings: inert,
});
const streamSpecification = z
  .strictObject({
    StreamViewType: z.enum(["NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES", "KEYS_ONLY"]),
    ResourcePolicy: inert,
  })
  .optional();
const timeToLive = z.strictObject({ AttributeName: z.string().optional(), Enabled: flag }).optional();
const tableBase = {
  TableName: z.string().optional(),
  AttributeDefinitions: attributeDefinitions,
  KeySchema: keySchema,
  BillingMode: inert,
  GlobalSecondaryIndexes: z.array(secondaryIndex).default([]),
  LocalSecondaryIndexes: z.array(secondaryIndex).default([]),
  StreamSpecification: streamSpecification,
  TimeToLiveSpecification: timeToLive,
  SSESpecification: inert,
  WarmThroughput: inert,
};

export const globalTable = z.strictObject({
  ...tableBase,
  Replicas: z
    .array(
      z.strictObject({
        Region: z.string(),
        Tags: tags,
        GlobalSecondaryIndexes: inert,
        PointInTimeRecoverySpecification: inert,
        ContributorInsightsSpecification: inert,
        DeletionProtectionEnabled: inert,
        SSESpecification: inert,
        TableClass: inert,
        KinesisStreamSpecification: z.undefined().optional(),
        ReadOnDemandThroughputSettings: inert,
        ReadProvisionedThroughputSettings: inert,
        ResourcePolicy: inert,
        ReplicaStreamSpecification: inert,
      }),
    )
    .length(1, "the embedded cloud has one region, so a table has one replica"),
  WriteOnDemandThroughputSettings: inert,
  WriteProvisionedThroughputSettings: inert,
});

export const table = z.strictObject({
  ...tableBase,
  Tags: tags,
  ProvisionedThroughput: inert,
  OnDemandThroughput: inert,
  PointInTimeRecoverySpecification: inert,
  ContributorInsightsSpecification: inert,
  DeletionProtectionEnabled: inert,
  TableClass: inert,
  ResourcePolicy: inert,
});

export const lambdaFunction = z.strictObject({
  FunctionName: z.string().optional(),
  Description: inert,
  Code: z.strictObject({ S3Bucket: z.string().optional(), S3Key: z.string(), SourceKMSKeyArn: inert }),
  Handler: z.string(),
  Runtime: z.string().regex(/^nodejs\d+\.x$/, "the embedded cloud runs Node.js only"),
  MemorySize: number.default(128),
  Timeout: number.default(3),
  Environment: z.strictObject({ Variables: z.record(z.string(), text).default({}) }).optional(),
  DeadLetterConfig: z.strictObject({ TargetArn: z.string() }).optional(),
  LoggingConfig: z
    .strictObject({ LogGroup: z.string().optional(), LogFormat: inert, ApplicationLogLevel: inert, SystemLogLevel: inert })
    .optional(),
  ReservedConcurrentExecutions: number.optional(),
  Role: inert,
  Architectures: inert,
  TracingConfig: inert,
  EphemeralStorage: inert,
  KmsKeyArn: inert,
  RecursiveLoop: inert,
  RuntimeManagementConfig: inert,
  Tags: inert,
});

const onFailure = z.strictObject({ OnFailure: z.strictObject({ Destination: z.string() }).optional() });

export const eventInvokeConfig = z.strictObject({
  FunctionName: z.string(),
  Qualifier: inert,
  MaximumRetryAttempts: number.default(2),
  MaximumEventAgeInSeconds: number.default(21_600),
  DestinationConfig: onFailure.optional(),
});

export const eventSourceMapping = z.strictObject({
  FunctionName: z.string(),
  EventSourceArn: z.string(),
  Enabled: flag.default(true),
  BatchSize: number.default(100),
  StartingPosition: z.enum(["TRIM_HORIZON", "LATEST"]),
  FilterCriteria: z.strictObject({ Filters: z.array(z.strictObject({ Pattern: z.string() })) }).optional(),
  FunctionResponseTypes: z.array(z.literal("ReportBatchItemFailures")).default([]),
  BisectBatchOnFunctionError: flag.default(false),
  MaximumRetryAttempts: number.default(-1),
  MaximumRecordAgeInSeconds: number.default(-1),
  DestinationConfig: onFailure.optional(),
  // A batch goes as soon as there is a record: never later than a window or several batches at once would allow.
  MaximumBatchingWindowInSeconds: inert,
  ParallelizationFactor: inert,
  MetricsConfig: inert,
  LoggingConfig: inert,
  Tags: inert,
});

export const httpApi = z.strictObject({
  Name: z.string(),
  ProtocolType: z.literal("HTTP"),
  Description: inert,
  DisableExecuteApiEndpoint: flag.optional(),
  RouteSelectionExpression: inert,
  IpAddressType: inert,
  Tags: inert,
  CorsConfiguration: z
    .strictObject({
      AllowOrigins: texts.default([]),
      AllowMethods: texts.default([]),
      AllowHeaders: texts.default([]),
      ExposeHeaders: texts.default([]),
      AllowCredentials: flag.default(false),
      MaxAge: number.optional(),
    })
    .optional(),
});

export const stage = z.strictObject({
  ApiId: z.string(),
  StageName: z.string(),
  AutoDeploy: flag.default(false),
  AccessLogSettings: inert,
  DefaultRouteSettings: inert,
  RouteSettings: inert,
  Description: inert,
  Tags: inert,
});

export const integration = z.strictObject({
  ApiId: z.string(),
  IntegrationType: z.literal("AWS_PROXY"),
  IntegrationUri: z.string(),
  IntegrationMethod: inert,
  PayloadFormatVersion: z.literal("2.0"),
  TimeoutInMillis: number.default(30_000),
  Description: inert,
});

export const authorizer = z.strictObject({
  ApiId: z.string(),
  AuthorizerType: z.literal("JWT"),
  IdentitySource: texts,
  JwtConfiguration: z.strictObject({ Audience: texts, Issuer: z.string() }),
  Name: z.string(),
});

export const route = z.strictObject({
  ApiId: z.string(),
  RouteKey: z.string(),
  Target: z.string(),
  AuthorizationType: z.enum(["NONE", "JWT"]).default("NONE"),
  AuthorizerId: z.string().optional(),
  AuthorizationScopes: texts.default([]),
  OperationName: inert,
});

export const stateMachine = z.strictObject({
  StateMachineName: z.string().optional(),
  StateMachineType: z.enum(["STANDARD", "EXPRESS"]).default("STANDARD"),
  RoleArn: z.string(),
  DefinitionString: z.string().optional(),
  Definition: z.record(z.string(), z.unknown()).optional(),
  DefinitionS3Location: z.strictObject({ Bucket: z.string(), Key: z.string() }).optional(),
  DefinitionSubstitutions: z.record(z.string(), text).default({}),
  LoggingConfiguration: inert,
  TracingConfiguration: inert,
  EncryptionConfiguration: inert,
  Tags: inert,
});

export const schedule = z.strictObject({
  Name: z.string().optional(),
  GroupName: z.string().default("default"),
  Description: inert,
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default("UTC"),
  State: z.enum(["ENABLED", "DISABLED"]).default("ENABLED"),
  StartDate: z.string().optional(),
  EndDate: z.string().optional(),
  KmsKeyArn: inert,
  FlexibleTimeWindow: z.strictObject({ Mode: z.literal("OFF") }),
  Target: z.strictObject({
    Arn: z.string().regex(/^arn:aws:lambda:/, "the embedded cloud schedules functions only"),
    RoleArn: z.string(),
    Input: z.string().optional(),
    RetryPolicy: z
      .strictObject({ MaximumRetryAttempts: number.default(185), MaximumEventAgeInSeconds: number.default(86_400) })
      .prefault({}),
    DeadLetterConfig: z.strictObject({ Arn: z.string() }).optional(),
  }),
});

export const userPoolClient = z.object({
  UserPoolId: z.string(),
  ClientName: z.string().optional(),
  AllowedOAuthScopes: texts.default([]),
  AllowedOAuthFlows: texts.default([]),
  CallbackURLs: texts.default([]),
  LogoutURLs: texts.default([]),
  GenerateSecret: flag.default(false),
  AccessTokenValidity: number.optional(),
  IdTokenValidity: number.optional(),
  RefreshTokenValidity: number.optional(),
  TokenValidityUnits: z.record(z.string(), z.enum(["seconds", "minutes", "hours", "days"])).default({}),
});

export const resourceServer = z.strictObject({
  UserPoolId: z.string(),
  Identifier: z.string(),
  Name: z.string(),
  Scopes: z.array(z.strictObject({ ScopeName: z.string(), ScopeDescription: z.string() })).default([]),
});

export const userPoolGroup = z.object({ UserPoolId: z.string(), GroupName: z.string().optional() });

export const key = z.strictObject({
  KeySpec: z.string().default("SYMMETRIC_DEFAULT"),
  KeyUsage: z.enum(["ENCRYPT_DECRYPT", "GENERATE_VERIFY_MAC"]).default("ENCRYPT_DECRYPT"),
  Enabled: z.literal(true).optional(),
  Description: inert,
  EnableKeyRotation: inert,
  KeyPolicy: inert,
  MultiRegion: inert,
  PendingWindowInDays: inert,
  RotationPeriodInDays: inert,
  BypassPolicyLockoutSafetyCheck: inert,
  Tags: inert,
});

export const keyAlias = z.strictObject({ AliasName: z.string(), TargetKeyId: z.string() });
