import { createHash } from "node:crypto";
import { account, region } from "../part.ts";

/** What a resource's identifiers are made of. */
export type Identity = {
  /** The explicit name, or one made of stack and logical id. */
  readonly name: string;
  /** 17 lower-case characters that never change for this resource: for ids that AWS draws at random. */
  readonly token: string;
  /** The text of a property, its intrinsics resolved; the empty text where it is absent. */
  readonly text: (property: string) => string;
  /** Where the HTTP APIs of the embedded cloud answer. */
  readonly publicUrl: string;
};

/** A resource type: what Ref and GetAtt give, and whether the embedded cloud runs it or only knows it. */
export type ResourceType = {
  readonly runs: boolean;
  /** The property that may hold an explicit name. */
  readonly nameProperty?: string;
  readonly ref: (it: Identity) => string;
  readonly attributes: Readonly<Record<string, (it: Identity) => string>>;
};

export const arnOf = (service: string, resource: string): string => `arn:aws:${service}:${region}:${account}:${resource}`;
export const queueUrl = (name: string): string => `https://sqs.${region}.amazonaws.com/${account}/${name}`;
export const userPoolId = (token: string): string => `${region}_${token.slice(0, 9)}`;
export const userPoolProvider = (token: string): string => `cognito-idp.${region}.amazonaws.com/${userPoolId(token)}`;
export const keyIdOf = (token: string): string => {
  const hex = createHash("sha256").update(token).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");
};
export const tableArn = (name: string): string => arnOf("dynamodb", `table/${name}`);
export const streamArn = (name: string): string => `${tableArn(name)}/stream/current`;
export const functionArn = (name: string): string => arnOf("lambda", `function:${name}`);
export const stateMachineArn = (name: string): string => arnOf("states", `stateMachine:${name}`);

export const bucketArn = (bucket: string): string => `arn:aws:s3:::${bucket}`;
export const bucketDomain = (bucket: string): string => `${bucket}.s3.${region}.amazonaws.com`;
export const executeApiDomain = (apiId: string): string => `${apiId}.execute-api.${region}.amazonaws.com`;

/** The function's name in its ARN (with or without a qualifier, or inside an API Gateway integration URI). */
export function functionNameOf(text: string): string {
  return /function:([A-Za-z0-9-_]+)/.exec(text)?.[1] ?? text.split(":")[0] ?? text;
}

/** The version or alias at the end of a function's name or ARN; undefined where there is none. */
export function qualifierOf(text: string): string | undefined {
  const [, qualifier] = /function:[A-Za-z0-9-_]+:([^:/]+)/.exec(text) ?? /^[A-Za-z0-9-_]+:([^:/]+)$/.exec(text) ?? [];
  return qualifier;
}

const name = (it: Identity): string => it.name;
const token = (it: Identity): string => it.token;
const arn = (service: string, prefix = "") => ({ Arn: (it: Identity) => arnOf(service, `${prefix}${it.name}`) });
const known = (
  ref: (it: Identity) => string = name,
  attributes: ResourceType["attributes"] = {},
  nameProperty?: string,
): ResourceType => ({
  runs: false,
  ref,
  attributes,
  ...(nameProperty === undefined ? {} : { nameProperty }),
});
const run = (ref: (it: Identity) => string, attributes: ResourceType["attributes"], nameProperty?: string): ResourceType => ({
  ...known(ref, attributes, nameProperty),
  runs: true,
});
/** Names of buckets are in lower case. */
const bucketName = (it: Identity): string => it.name.toLowerCase();
const distributionId = (it: Identity): string => `E${it.token.slice(0, 13).toUpperCase()}`;
const edgeFunctionArn = (functionName: string): string => `arn:aws:cloudfront::${account}:function/${functionName}`;
const globalArn = (service: string, prefix: string) => ({
  Arn: (it: Identity) => `arn:aws:${service}::${account}:${prefix}${it.name}`,
});

const table = run(name, { Arn: (it) => tableArn(it.name), StreamArn: (it) => streamArn(it.name), TableId: token }, "TableName");

/** Every resource type that the embedded cloud knows. Any other is refused by name. */
export const resourceTypes: Readonly<Record<string, ResourceType>> = {
  "AWS::DynamoDB::GlobalTable": table,
  "AWS::DynamoDB::Table": table,
  "AWS::Lambda::Function": run(name, { Arn: (it) => functionArn(it.name) }, "FunctionName"),
  "AWS::Lambda::Permission": known(),
  "AWS::Lambda::EventSourceMapping": run(token, {
    Id: token,
    EventSourceMappingArn: (it) => arnOf("lambda", `event-source-mapping:${it.token}`),
  }),
  "AWS::Lambda::EventInvokeConfig": run(name, {}),
  "AWS::Lambda::Version": run((it) => `${functionArn(functionNameOf(it.text("FunctionName")))}:1`, {
    Version: () => "1",
    FunctionArn: (it) => `${functionArn(functionNameOf(it.text("FunctionName")))}:1`,
  }),
  "AWS::Lambda::Alias": run(
    (it) => `${functionArn(functionNameOf(it.text("FunctionName")))}:${it.name}`,
    { AliasArn: (it) => `${functionArn(functionNameOf(it.text("FunctionName")))}:${it.name}` },
    "Name",
  ),
  "AWS::Lambda::LayerVersion": known((it) => `${arnOf("lambda", `layer:${it.name}`)}:1`),
  "AWS::IAM::Role": known(name, { ...globalArn("iam", "role/"), RoleId: token }, "RoleName"),
  "AWS::IAM::Policy": known(name, { Id: token }, "PolicyName"),
  "AWS::IAM::ManagedPolicy": known(
    (it) => `arn:aws:iam::${account}:policy/${it.name}`,
    { PolicyArn: (it) => `arn:aws:iam::${account}:policy/${it.name}` },
    "ManagedPolicyName",
  ),
  "AWS::Logs::LogGroup": known(name, { Arn: (it) => arnOf("logs", `log-group:${it.name}:*`) }, "LogGroupName"),
  "AWS::Logs::MetricFilter": known(name, {}, "FilterName"),
  "AWS::Logs::ResourcePolicy": known(name, {}, "PolicyName"),
  "AWS::ApiGatewayV2::Api": run(
    (it) => it.token.slice(0, 10),
    { ApiEndpoint: (it) => it.publicUrl, ApiId: (it) => it.token.slice(0, 10) },
    "Name",
  ),
  "AWS::ApiGatewayV2::Stage": run((it) => it.text("StageName"), {}),
  "AWS::ApiGatewayV2::Route": run((it) => it.token.slice(0, 7), { RouteId: (it) => it.token.slice(0, 7) }),
  "AWS::ApiGatewayV2::Integration": run((it) => it.token.slice(0, 7), { IntegrationId: (it) => it.token.slice(0, 7) }),
  "AWS::ApiGatewayV2::Authorizer": run((it) => it.token.slice(0, 6), { AuthorizerId: (it) => it.token.slice(0, 6) }, "Name"),
  "AWS::ApiGatewayV2::DomainName": run((it) => it.text("DomainName"), {
    RegionalDomainName: (it) => `d-${it.token.slice(0, 10)}.execute-api.${region}.amazonaws.com`,
    RegionalHostedZoneId: () => "Z2JMJ5EXAMPLE",
    DomainNameArn: (it) => `arn:aws:apigateway:${region}::/domainnames/${it.text("DomainName")}`,
  }),
  "AWS::ApiGatewayV2::ApiMapping": run(token, { ApiMappingId: token }),
  "AWS::CertificateManager::Certificate": known((it) => arnOf("acm", `certificate/${it.token}`)),
  "AWS::Route53::RecordSet": known(),
  "AWS::S3::Bucket": run(
    bucketName,
    {
      Arn: (it) => bucketArn(bucketName(it)),
      DomainName: (it) => `${bucketName(it)}.s3.amazonaws.com`,
      RegionalDomainName: (it) => bucketDomain(bucketName(it)),
    },
    "BucketName",
  ),
  "AWS::S3::BucketPolicy": known(),
  // A resource of CDK's own: its function puts files into a bucket while a deployment runs.
  "Custom::CDKBucketDeployment": run(token, { DestinationBucketArn: (it) => it.text("DestinationBucketArn") }),
  "AWS::CloudFront::Distribution": run(distributionId, {
    Id: distributionId,
    DomainName: (it) => `${distributionId(it).toLowerCase()}.cloudfront.net`,
  }),
  "AWS::CloudFront::Function": run((it) => edgeFunctionArn(it.name), { FunctionARN: (it) => edgeFunctionArn(it.name) }, "Name"),
  "AWS::CloudFront::CachePolicy": run(token, { Id: token }),
  "AWS::CloudFront::ResponseHeadersPolicy": run(token, { Id: token }),
  "AWS::CloudFront::OriginAccessControl": known(token, { Id: token }),
  "AWS::StepFunctions::StateMachine": run(
    (it) => stateMachineArn(it.name),
    { Arn: (it) => stateMachineArn(it.name), Name: name, StateMachineRevisionId: token },
    "StateMachineName",
  ),
  "AWS::Scheduler::Schedule": run(
    name,
    { Arn: (it) => arnOf("scheduler", `schedule/${it.text("GroupName") || "default"}/${it.name}`) },
    "Name",
  ),
  "AWS::Scheduler::ScheduleGroup": known(
    name,
    { Arn: (it) => arnOf("scheduler", `schedule-group/${it.name}`), State: () => "ACTIVE" },
    "Name",
  ),
  "AWS::SQS::Queue": run(
    (it) => queueUrl(it.name),
    { ...arn("sqs"), QueueName: name, QueueUrl: (it) => queueUrl(it.name) },
    "QueueName",
  ),
  "AWS::SQS::QueuePolicy": known(),
  "AWS::SES::EmailIdentity": run(
    (it) => it.text("EmailIdentity"),
    Object.fromEntries(
      [1, 2, 3].flatMap((n) => [
        [`DkimDNSTokenName${n}`, (it: Identity) => `dkim${n}._domainkey.${it.text("EmailIdentity")}`],
        [`DkimDNSTokenValue${n}`, (it: Identity) => `dkim${n}.${it.token}.dkim.amazonses.com`],
      ]),
    ),
  ),
  "AWS::SES::ConfigurationSet": run(name, {}, "Name"),
  "AWS::SES::ConfigurationSetEventDestination": run(token, { Id: token }),
  "AWS::Events::Rule": run(name, { Arn: (it) => arnOf("events", `rule/${it.name}`) }, "Name"),
  "AWS::Cognito::UserPool": run(
    (it) => userPoolId(it.token),
    {
      UserPoolId: (it) => userPoolId(it.token),
      Arn: (it) => arnOf("cognito-idp", `userpool/${userPoolId(it.token)}`),
      ProviderName: (it) => userPoolProvider(it.token),
      ProviderURL: (it) => `https://${userPoolProvider(it.token)}`,
    },
    "UserPoolName",
  ),
  "AWS::Cognito::UserPoolClient": run(token, { ClientId: token, Name: name }, "ClientName"),
  "AWS::Cognito::UserPoolResourceServer": run((it) => it.text("Identifier"), {}),
  "AWS::Cognito::UserPoolDomain": known((it) => it.text("Domain"), { CloudFrontDistribution: () => "d0.cloudfront.net" }),
  "AWS::Cognito::UserPoolGroup": run((it) => it.text("GroupName") || it.name, {}),
  "AWS::Cognito::UserPoolRiskConfigurationAttachment": known(),
  "AWS::Cognito::ManagedLoginBranding": known(token, { ManagedLoginBrandingId: token }),
  "AWS::KMS::Key": run((it) => keyIdOf(it.token), {
    Arn: (it) => arnOf("kms", `key/${keyIdOf(it.token)}`),
    KeyId: (it) => keyIdOf(it.token),
  }),
  "AWS::KMS::Alias": run((it) => it.text("AliasName"), {}),
  "AWS::CloudWatch::Alarm": known(name, { Arn: (it) => arnOf("cloudwatch", `alarm:${it.name}`) }, "AlarmName"),
  "AWS::CloudWatch::CompositeAlarm": known(name, { Arn: (it) => arnOf("cloudwatch", `alarm:${it.name}`) }, "AlarmName"),
  "AWS::CloudWatch::Dashboard": known(name, {}, "DashboardName"),
  "AWS::SNS::Topic": known(
    (it) => arnOf("sns", it.name),
    { TopicArn: (it) => arnOf("sns", it.name), TopicName: name },
    "TopicName",
  ),
  "AWS::SNS::Subscription": known((it) => arnOf("sns", `${it.name}:${it.token}`)),
  "AWS::SNS::TopicPolicy": known(),
  "AWS::WAFv2::WebACL": known(name, { Arn: (it) => arnOf("wafv2", `regional/webacl/${it.name}/${it.token}`), Id: token }, "Name"),
  "AWS::CDK::Metadata": known(),
};

/** The name of a resource that names none: stable, unique, at most 64 characters, as CloudFormation shapes it. */
export function generatedName(stack: string, logicalId: string): string {
  const hash = createHash("sha256").update(`${stack}/${logicalId}`).digest("hex").slice(0, 12).toUpperCase();
  return `${stack.slice(0, 24)}-${logicalId.slice(0, 24)}-${hash}`;
}

/** See `Identity.token`. */
export function tokenOf(stack: string, logicalId: string): string {
  const digest = createHash("sha256").update(`token/${stack}/${logicalId}`).digest("hex");
  return BigInt(`0x${digest}`).toString(36).slice(0, 17);
}
