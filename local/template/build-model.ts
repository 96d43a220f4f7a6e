import { readFileSync } from "node:fs";
import * as z from "zod";
import { build as buildApi } from "./build-api.ts";
import { build as buildEdge } from "./build-edge.ts";
import { build as buildIdentity } from "./build-identity.ts";
import { build as buildMail } from "./build-mail.ts";
import type { Find } from "./find.ts";
import type {
  CloudModel,
  EventSourceMappingModel,
  FunctionModel,
  GlobalIndex,
  KeyModel,
  ScheduleModel,
  StateMachineModel,
  TableModel,
} from "./model.ts";
import * as properties from "./properties.ts";
import type { Assembly } from "./read-assembly.ts";
import type { ResolvedApp, Resource } from "./resolve-app.ts";
import {
  arnOf,
  functionArn,
  functionNameOf,
  keyIdOf,
  qualifierOf,
  queueUrl,
  stateMachineArn,
  streamArn,
  tableArn,
} from "./resource-types.ts";

/** Puts the resources of an app together into what the embedded cloud runs. */
export function buildModel(app: ResolvedApp, assembly: Assembly, publicUrl: string): CloudModel {
  const providers = providersOf(app);
  const find: Find = (type, schema) =>
    app.resources
      .filter((resource) => resource.type === type && !providers.has(resource.name))
      .map((resource) => {
        const parsed = schema.safeParse(resource.properties());
        if (!parsed.success) {
          throw new Error(
            `${resource.where} has properties that the embedded cloud does not know:\n${z.prettifyError(parsed.error)}`,
          );
        }
        refuseDynamicReferences(parsed.data, resource.where);
        return { ...resource, parsed: parsed.data };
      });
  const httpApis = buildApi(find);
  const edge = buildEdge(find, assembly, httpApis);
  const names = edge.distributions.flatMap(({ aliases }) => aliases.map((alias) => `https://${alias}`));
  // Whoever would go to a name of the app comes here.
  const atHome = (text: string): string => names.reduce((changed, name) => changed.replaceAll(name, publicUrl), text);
  return {
    functions: functions(find, assembly, atHome),
    tables: tables(find),
    eventSourceMappings: eventSourceMappings(find),
    httpApis,
    stateMachines: stateMachines(find, assembly),
    schedules: schedules(find),
    queues: find("AWS::SQS::Queue", z.unknown()).map(({ stack, logicalId, name }) => ({
      stack,
      logicalId,
      name,
      arn: arnOf("sqs", name),
      url: queueUrl(name),
    })),
    userPools: buildIdentity(find),
    ...buildMail(find),
    keys: keys(find),
    ...edge,
    outputs: mapTexts(app.outputs, atHome),
  };
}

/** The functions behind resources of CDK's own: a deployment calls them, and here what they would do is read from the template. */
function providersOf(app: ResolvedApp): ReadonlySet<string> {
  const token = z.object({ ServiceToken: z.string() });
  const custom = app.resources.filter(({ type }) => type.startsWith("Custom::"));
  return new Set(custom.map((resource) => functionNameOf(token.parse(resource.properties()).ServiceToken)));
}

function refuseDynamicReferences(value: unknown, where: string): void {
  const found = /\{\{resolve:[^}]*\}\}/.exec(JSON.stringify(value) ?? "");
  if (found) throw new Error(`${where} uses ${found[0]}: the embedded cloud has neither SSM nor Secrets Manager`);
}

const mapTexts = (texts: Readonly<Record<string, string>>, change: (text: string) => string): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, change(text)]));

function functions(find: Find, assembly: Assembly, atHome: (text: string) => string): FunctionModel[] {
  const configurations = find("AWS::Lambda::EventInvokeConfig", properties.eventInvokeConfig);
  const qualified = ["AWS::Lambda::Version", "AWS::Lambda::Alias"].flatMap((type) => find(type, z.unknown()));
  return find("AWS::Lambda::Function", properties.lambdaFunction).map(({ stack, logicalId, name, parsed, where }) => {
    const codeFolder = assembly.assets.get(parsed.Code.S3Key);
    if (codeFolder === undefined) throw new Error(`${where}: no asset has the key ${parsed.Code.S3Key}`);
    const configuration = configurations.find((candidate) => functionNameOf(candidate.parsed.FunctionName) === name)?.parsed;
    const qualifiers = qualified.filter(({ ref }) => functionNameOf(ref) === name).flatMap(({ ref }) => qualifierOf(ref) ?? []);
    const onFailure = configuration?.DestinationConfig?.OnFailure?.Destination;
    return {
      stack,
      logicalId,
      name,
      arn: functionArn(name),
      codeFolder,
      handler: parsed.Handler,
      runtime: parsed.Runtime,
      memoryMegabytes: parsed.MemorySize,
      timeoutSeconds: parsed.Timeout,
      environment: mapTexts(parsed.Environment?.Variables ?? {}, atHome),
      logGroupName: parsed.LoggingConfig?.LogGroup ?? `/aws/lambda/${name}`,
      ...(qualifiers.length === 0 ? {} : { qualifiers }),
      ...(onFailure === undefined ? {} : { onFailure }),
      ...(parsed.DeadLetterConfig === undefined ? {} : { deadLetterArn: parsed.DeadLetterConfig.TargetArn }),
      ...(parsed.ReservedConcurrentExecutions === undefined ? {} : { reservedConcurrency: parsed.ReservedConcurrentExecutions }),
      maximumRetryAttempts: configuration?.MaximumRetryAttempts ?? 2,
      maximumEventAgeSeconds: configuration?.MaximumEventAgeInSeconds ?? 21_600,
    };
  });
}

function tables(find: Find): TableModel[] {
  return [
    ...find("AWS::DynamoDB::GlobalTable", properties.globalTable).map((it) =>
      tableModel(it, it.parsed, it.parsed.Replicas[0]?.Tags ?? []),
    ),
    ...find("AWS::DynamoDB::Table", properties.table).map((it) => tableModel(it, it.parsed, it.parsed.Tags)),
  ];
}

type TableProperties = Omit<z.output<typeof properties.table>, "Tags">;

function tableModel(
  { stack, logicalId, name, where }: Resource,
  parsed: TableProperties,
  tagList: readonly { Key: string; Value: string }[],
): TableModel {
  const tags = Object.fromEntries(tagList.map(({ Key, Value }) => [Key, Value]));
  const timeToLive = parsed.TimeToLiveSpecification;
  const dueIndex = tags["titian:due-index"];
  const [indexName, attribute] = dueIndex?.split(":") ?? [];
  if (dueIndex !== undefined && (indexName === undefined || attribute === undefined)) {
    throw new Error(`${where}: the tag titian:due-index reads <index>:<attribute>, not ${dueIndex}`);
  }
  return {
    stack,
    logicalId,
    name,
    arn: tableArn(name),
    streamArn: streamArn(name),
    attributeDefinitions: parsed.AttributeDefinitions.map((it) => ({
      attributeName: it.AttributeName,
      attributeType: it.AttributeType,
    })),
    keySchema: parsed.KeySchema.map(keyElement),
    globalSecondaryIndexes: parsed.GlobalSecondaryIndexes.map(indexModel),
    localSecondaryIndexes: parsed.LocalSecondaryIndexes.map(indexModel),
    ...(parsed.StreamSpecification === undefined ? {} : { streamViewType: parsed.StreamSpecification.StreamViewType }),
    ...(timeToLive?.Enabled === true && timeToLive.AttributeName !== undefined
      ? { timeToLiveAttribute: timeToLive.AttributeName }
      : {}),
    tags,
    ...(indexName === undefined || attribute === undefined ? {} : { dueIndex: { indexName, attribute } }),
  };
}

type RawKey = { AttributeName: string; KeyType: "HASH" | "RANGE" };
const keyElement = (it: RawKey) => ({ attributeName: it.AttributeName, keyType: it.KeyType });

function indexModel(it: TableProperties["GlobalSecondaryIndexes"][number]): GlobalIndex {
  const { ProjectionType, NonKeyAttributes } = it.Projection;
  return {
    indexName: it.IndexName,
    keySchema: it.KeySchema.map(keyElement),
    projection: {
      projectionType: ProjectionType,
      ...(NonKeyAttributes === undefined ? {} : { nonKeyAttributes: NonKeyAttributes }),
    },
  };
}

function eventSourceMappings(find: Find): EventSourceMappingModel[] {
  return find("AWS::Lambda::EventSourceMapping", properties.eventSourceMapping).map(
    ({ stack, logicalId, token, parsed, where }) => {
      const tableName = /:table\/([^/]+)\/stream\//.exec(parsed.EventSourceArn)?.[1];
      if (tableName === undefined)
        throw new Error(`${where}: the embedded cloud maps DynamoDB streams only, not ${parsed.EventSourceArn}`);
      const onFailure = parsed.DestinationConfig?.OnFailure?.Destination;
      return {
        stack,
        logicalId,
        id: token,
        functionName: functionNameOf(parsed.FunctionName),
        tableName,
        enabled: parsed.Enabled,
        batchSize: parsed.BatchSize,
        startingPosition: parsed.StartingPosition,
        filters: parsed.FilterCriteria?.Filters.map(({ Pattern }) => JSON.parse(Pattern)) ?? [],
        reportBatchItemFailures: parsed.FunctionResponseTypes.length > 0,
        bisectBatchOnFunctionError: parsed.BisectBatchOnFunctionError,
        maximumRetryAttempts: parsed.MaximumRetryAttempts,
        maximumRecordAgeSeconds: parsed.MaximumRecordAgeInSeconds,
        ...(onFailure === undefined ? {} : { onFailure }),
      };
    },
  );
}

function stateMachines(find: Find, assembly: Assembly): StateMachineModel[] {
  return find("AWS::StepFunctions::StateMachine", properties.stateMachine).map(({ stack, logicalId, name, parsed, where }) => {
    let definition = parsed.DefinitionString ?? (parsed.Definition === undefined ? undefined : JSON.stringify(parsed.Definition));
    if (parsed.DefinitionS3Location !== undefined) {
      const file = assembly.assets.get(parsed.DefinitionS3Location.Key);
      if (file !== undefined) definition = readFileSync(file, "utf8");
    }
    if (definition === undefined) throw new Error(`${where} has no definition that can be read`);
    const substituted = definition.replace(/\$\{([A-Za-z0-9_.-]+)\}/g, (whole, key: string) => {
      const value = parsed.DefinitionSubstitutions[key];
      if (value === undefined) throw new Error(`${where} has no substitution for ${whole}`);
      return JSON.stringify(value).slice(1, -1);
    });
    return {
      stack,
      logicalId,
      name,
      arn: stateMachineArn(name),
      definition: substituted,
      roleArn: parsed.RoleArn,
      type: parsed.StateMachineType,
    };
  });
}

function schedules(find: Find): ScheduleModel[] {
  return find("AWS::Scheduler::Schedule", properties.schedule).map(({ stack, logicalId, name, parsed }) => ({
    stack,
    logicalId,
    name,
    groupName: parsed.GroupName,
    arn: arnOf("scheduler", `schedule/${parsed.GroupName}/${name}`),
    expression: parsed.ScheduleExpression,
    timeZone: parsed.ScheduleExpressionTimezone,
    enabled: parsed.State === "ENABLED",
    ...(parsed.StartDate === undefined ? {} : { startDate: parsed.StartDate }),
    ...(parsed.EndDate === undefined ? {} : { endDate: parsed.EndDate }),
    functionName: functionNameOf(parsed.Target.Arn),
    ...(parsed.Target.Input === undefined ? {} : { input: parsed.Target.Input }),
    maximumRetryAttempts: parsed.Target.RetryPolicy.MaximumRetryAttempts,
    maximumEventAgeSeconds: parsed.Target.RetryPolicy.MaximumEventAgeInSeconds,
    ...(parsed.Target.DeadLetterConfig === undefined ? {} : { deadLetterArn: parsed.Target.DeadLetterConfig.Arn }),
  }));
}

function keys(find: Find): KeyModel[] {
  const aliases = find("AWS::KMS::Alias", properties.keyAlias);
  return find("AWS::KMS::Key", properties.key).map(({ stack, logicalId, token, parsed }) => {
    const keyId = keyIdOf(token);
    return {
      stack,
      logicalId,
      keyId,
      arn: arnOf("kms", `key/${keyId}`),
      usage: parsed.KeyUsage,
      spec: parsed.KeySpec,
      aliases: aliases.filter((alias) => alias.parsed.TargetKeyId.endsWith(keyId)).map((alias) => alias.parsed.AliasName),
    };
  });
}
