import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { readCloudModel } from "../../../local/template/index.ts";
import type { CloudModel } from "../../../local/template/model.ts";
import { fixtureCdkOut, temporaryFolder } from "../fixtures/fixture.ts";

const publicUrl = "http://127.0.0.1:4000";

describe("an app of two stacks as CDK synthesises it", () => {
  let model: CloudModel;
  let cdkOut: string;
  beforeAll(async () => {
    cdkOut = await fixtureCdkOut();
    model = readCloudModel({ cdkOut, publicUrl });
  });

  it("gives functions their bundle, their settings and names of another stack's tables", () => {
    const probe = model.functions.find(({ logicalId }) => logicalId.startsWith("Probe"));
    const notes = model.tables.find(({ logicalId }) => logicalId.startsWith("Notes"));
    expect(probe).toMatchObject({ handler: "index.handler", timeoutSeconds: 1, memoryMegabytes: 256, maximumRetryAttempts: 2 });
    expect(probe?.codeFolder.startsWith(join(cdkOut, "asset."))).toBe(true);
    expect(probe?.environment).toEqual({ NOTES_TABLE: notes?.name, COPIES_TABLE: "copies", API_ENDPOINT: publicUrl });
    expect(probe?.onFailure).toBe(model.queues[0]?.arn);
  });

  it("reads TableV2 with its index, stream, time to live and due index", () => {
    expect(model.tables.find(({ logicalId }) => logicalId.startsWith("Notes"))).toMatchObject({
      keySchema: [
        { attributeName: "pk", keyType: "HASH" },
        { attributeName: "sk", keyType: "RANGE" },
      ],
      globalSecondaryIndexes: [{ indexName: "pending", projection: { projectionType: "ALL" } }],
      streamViewType: "NEW_AND_OLD_IMAGES",
      timeToLiveAttribute: "expiresAt",
      dueIndex: { indexName: "pending", attribute: "dueAt" },
    });
  });

  it("puts routes, integrations and authorizers of the API together", () => {
    const [pool] = model.userPools;
    expect(model.httpApis[0]?.routes).toEqual([
      {
        routeKey: "PUT /notes/{id}",
        functionName: model.functions.find(({ logicalId }) => logicalId.startsWith("WriteNote"))?.name,
        timeoutMilliseconds: 30_000,
        scopes: [],
      },
      {
        routeKey: "POST /probe",
        functionName: model.functions.find(({ logicalId }) => logicalId.startsWith("Probe"))?.name,
        timeoutMilliseconds: 30_000,
        scopes: ["fixture/read"],
        authorizer: { issuer: pool?.issuer, audience: [pool?.clients[0]?.id], identitySource: ["$request.header.Authorization"] },
      },
    ]);
    expect(pool?.issuer).toBe(`https://cognito-idp.ap-southeast-3.amazonaws.com/${pool?.id}`);
    expect(pool?.clients[0]?.allowedOAuthScopes).toEqual(["openid", "fixture/read"]);
  });

  it("maps the stream of the table across stacks, with the queue for what fails", () => {
    expect(model.eventSourceMappings).toHaveLength(1);
    expect(model.eventSourceMappings[0]).toMatchObject({
      tableName: model.tables.find(({ logicalId }) => logicalId.startsWith("Notes"))?.name,
      functionName: model.functions.find(({ logicalId }) => logicalId.startsWith("CopyNote"))?.name,
      batchSize: 10,
      reportBatchItemFailures: true,
      maximumRetryAttempts: 2,
      onFailure: model.queues[0]?.arn,
    });
  });

  it("substitutes ARNs into the state machine and reads schedules, keys and identities", () => {
    const probe = model.functions.find(({ logicalId }) => logicalId.startsWith("Probe"));
    const definition = JSON.parse(model.stateMachines[0]?.definition ?? "");
    expect(definition.States["Probe it"].Arguments.FunctionName).toBe(probe?.arn);
    expect(model.schedules.map(({ expression, timeZone }) => [expression, timeZone])).toEqual([
      ["rate(1 minute)", "Etc/UTC"],
      ["cron(0 7 * * ? *)", "Asia/Jakarta"],
    ]);
    expect(model.keys[0]).toMatchObject({ usage: "GENERATE_VERIFY_MAC", spec: "HMAC_256", aliases: ["alias/links"] });
    expect(model.emailIdentities[0]?.identity).toBe("example.go.id");
    expect(model.outputs["Fixture-Service.ApiUrl"]).toBe(publicUrl);
  });

  it("names the same things the same way each time", () => {
    expect(readCloudModel({ cdkOut, publicUrl })).toEqual(model);
  });
});

/** Writes an assembly of the given templates by hand, for what the fixture does not hold. */
function assembly(templates: Record<string, unknown>): string {
  const folder = temporaryFolder();
  mkdirSync(folder, { recursive: true });
  const artifacts: Record<string, unknown> = {};
  for (const [name, template] of Object.entries(templates)) {
    writeFileSync(join(folder, `${name}.template.json`), JSON.stringify(template));
    artifacts[name] = { type: "aws:cloudformation:stack", properties: { templateFile: `${name}.template.json` } };
  }
  writeFileSync(join(folder, "manifest.json"), JSON.stringify({ version: "1", artifacts }));
  return folder;
}

const read = (template: unknown): CloudModel => readCloudModel({ cdkOut: assembly({ One: template }), publicUrl });

describe("what is not known is refused by name", () => {
  it.each([
    [
      "a bucket whose objects would go",
      {
        B: {
          Type: "AWS::S3::Bucket",
          Properties: { LifecycleConfiguration: { Rules: [{ Status: "Enabled", ExpirationInDays: 1 }] } },
        },
      },
      /AWS::S3::Bucket B of the stack One[\s\S]*ExpirationInDays/,
    ],
    ["a resource type", { Q: { Type: "AWS::Kinesis::Stream" } }, "AWS::Kinesis::Stream Q of the stack One"],
    [
      "a property of a type that runs",
      { K: { Type: "AWS::KMS::Key", Properties: { Origin: "EXTERNAL" } } },
      /AWS::KMS::Key K of the stack One[\s\S]*Origin/,
    ],
    [
      "an intrinsic",
      { E: { Type: "AWS::SES::EmailIdentity", Properties: { EmailIdentity: { "Fn::Transform": {} } } } },
      "AWS::SES::EmailIdentity E of the stack One uses the intrinsic Fn::Transform",
    ],
    [
      "an attribute",
      {
        Q: { Type: "AWS::SQS::Queue" },
        E: { Type: "AWS::SES::EmailIdentity", Properties: { EmailIdentity: { "Fn::GetAtt": ["Q", "Colour"] } } },
      },
      "The attribute Colour of AWS::SQS::Queue Q of the stack One",
    ],
    [
      "a secret",
      { E: { Type: "AWS::SES::EmailIdentity", Properties: { EmailIdentity: "{{resolve:secretsmanager:a}}" } } },
      "Secrets Manager",
    ],
    [
      "an integration that is no function",
      {
        A: { Type: "AWS::ApiGatewayV2::Api", Properties: { Name: "a", ProtocolType: "WEBSOCKET" } },
      },
      /AWS::ApiGatewayV2::Api A of the stack One[\s\S]*HTTP/,
    ],
  ])("%s", (_what, resources, message) => {
    expect(() => read({ Resources: resources })).toThrow(message);
  });
});

type Template = { Resources: Record<string, { Type: string; Properties: Record<string, unknown> }> };

/** The fixture's app with its stack of functions changed. */
async function readFixture(change: (template: Template) => void): Promise<() => CloudModel> {
  const folder = join(temporaryFolder(), "cdk.out");
  cpSync(await fixtureCdkOut(), folder, { recursive: true });
  const file = join(folder, "Fixture-Service.template.json");
  const template: Template = JSON.parse(readFileSync(file, "utf8"));
  change(template);
  writeFileSync(file, JSON.stringify(template));
  return () => readCloudModel({ cdkOut: folder, publicUrl });
}

it("gives a function its versions and aliases", async () => {
  const read = await readFixture(({ Resources }) => {
    const [probe = ""] = Object.keys(Resources).filter(
      (id) => id.startsWith("Probe") && Resources[id]?.Type.endsWith("Function"),
    );
    const FunctionName = { Ref: probe };
    Resources.Version = { Type: "AWS::Lambda::Version", Properties: { FunctionName } };
    const FunctionVersion = { "Fn::GetAtt": ["Version", "Version"] };
    Resources.Alias = { Type: "AWS::Lambda::Alias", Properties: { FunctionName, FunctionVersion, Name: "live" } };
  });
  const qualified = read().functions.filter(({ qualifiers }) => qualifiers !== undefined);
  expect(qualified.map(({ logicalId, qualifiers }) => [logicalId.slice(0, 5), qualifiers])).toEqual([["Probe", ["1", "live"]]]);
});

describe("what points at nothing is refused by name", () => {
  const readChanged = (type: string, change: Record<string, unknown>) =>
    readFixture(({ Resources }) => {
      for (const resource of Object.values(Resources)) {
        if (resource.Type === type) resource.Properties = { ...resource.Properties, ...change };
      }
    });
  const elsewhere = "arn:aws:lambda:ap-southeast-3:000000000000:function:elsewhere";
  const topic = { OnFailure: { Destination: "arn:aws:sns:ap-southeast-3:000000000000:topic" } };

  it.each([
    [
      "AWS::Scheduler::Schedule",
      { Target: { Arn: elsewhere, RoleArn: "r" } },
      /AWS::Scheduler::Schedule \w+ of the stack Fixture-Service points at elsewhere/,
    ],
    [
      "AWS::ApiGatewayV2::Integration",
      { IntegrationUri: elsewhere },
      /The integration of the route "PUT \/notes\/\{id\}" of AWS::ApiGatewayV2::Api \w+/,
    ],
    [
      "AWS::Lambda::EventSourceMapping",
      { FunctionName: "elsewhere" },
      /EventSourceMapping \w+ .* elsewhere, which is no function/,
    ],
    ["AWS::Lambda::EventSourceMapping", { DestinationConfig: topic }, /OnFailure destination of .*EventSourceMapping .*:topic/],
    [
      "AWS::Lambda::EventInvokeConfig",
      { DestinationConfig: topic },
      /OnFailure destination of AWS::Lambda::Function Probe\w+ .*:topic/,
    ],
    [
      "AWS::Lambda::Function",
      { DeadLetterConfig: { TargetArn: "arn:aws:sqs:x:y:none" } },
      /dead letter queue of AWS::Lambda::Function/,
    ],
    [
      "AWS::ApiGatewayV2::Authorizer",
      { JwtConfiguration: { Audience: ["a"], Issuer: "https://login.example.com" } },
      /The authorizer of the route "POST \/probe".*https:\/\/login.example.com, which is no user pool/,
    ],
  ])("%s %j", async (type, change, message) => {
    expect(await readChanged(type, change)).toThrow(message);
  });
});

describe("intrinsics", () => {
  const outputOf = (value: unknown, more: Record<string, unknown> = {}): string | undefined =>
    read({
      ...more,
      Resources: { Q: { Type: "AWS::SQS::Queue", Properties: { QueueName: "letters" } } },
      Outputs: { O: { Value: value } },
    }).outputs["One.O"];

  it.each([
    [{ Ref: "AWS::Region" }, "ap-southeast-3"],
    [{ Ref: "AWS::StackName" }, "One"],
    [{ Ref: "P" }, "five"],
    [{ "Fn::GetAtt": ["Q", "Arn"] }, "arn:aws:sqs:ap-southeast-3:000000000000:letters"],
    [{ "Fn::GetAtt": "Q.QueueName" }, "letters"],
    [{ "Fn::Join": ["-", ["a", { Ref: "AWS::Partition" }, "c"]] }, "a-aws-c"],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a template of CloudFormation
    [{ "Fn::Sub": "${Q.QueueName}/${AWS::AccountId}/${!kept}" }, "letters/000000000000/${kept}"],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a template of CloudFormation
    [{ "Fn::Sub": ["${A}-${Q.QueueName}", { A: { Ref: "P" } }] }, "five-letters"],
    [{ "Fn::Select": [1, { "Fn::Split": ["-", "a-b-c"] }] }, "b"],
    [{ "Fn::If": ["Yes", "then", "else"] }, "then"],
    [{ "Fn::If": ["No", "then", "else"] }, "else"],
    [{ "Fn::FindInMap": ["M", "x", "y"] }, "z"],
  ])("resolves %j", (value, expected) => {
    const more = {
      Parameters: { P: { Type: "String", Default: "five" } },
      Mappings: { M: { x: { y: "z" } } },
      Conditions: {
        Yes: { "Fn::Equals": [{ Ref: "AWS::Region" }, "ap-southeast-3"] },
        No: { "Fn::And": [{ Condition: "Yes" }, { "Fn::Not": [{ "Fn::Or": [{ Condition: "Yes" }] }] }] },
      },
    };
    expect(outputOf(value, more)).toBe(expected);
  });

  it("leaves out a resource whose condition does not hold, and a property of AWS::NoValue", () => {
    const model = read({
      Conditions: { No: { "Fn::Equals": ["a", "b"] } },
      Resources: {
        Gone: { Type: "AWS::SQS::Queue", Condition: "No" },
        Key: { Type: "AWS::KMS::Key", Properties: { KeySpec: { Ref: "AWS::NoValue" } } },
      },
    });
    expect(model.queues).toEqual([]);
    expect(model.keys[0]?.spec).toBe("SYMMETRIC_DEFAULT");
  });

  it("imports what another stack exports, and says so where none does", () => {
    const exporting = { Outputs: { A: { Value: "v", Export: { Name: "shared" } } } };
    const importing = { Outputs: { B: { Value: { "Fn::ImportValue": "shared" } } } };
    expect(readCloudModel({ cdkOut: assembly({ One: exporting, Two: importing }), publicUrl }).outputs["Two.B"]).toBe("v");
    expect(() => read(importing)).toThrow("No stack exports shared");
  });
});
