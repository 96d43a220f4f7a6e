import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { accessLogFields } from "../../infra/constructs/http-api.ts";
import { functionSpecs } from "../../infra/functions.ts";
import { keySettings, machineSettings, mailSettings, tableSetting } from "../../shared/api/needs.ts";
import { type Route, routes, scopeOf } from "../../shared/api/routes.ts";
import { expiryAttribute, tables as tableList, tableNames } from "../../shared/store/tables.ts";
import { readProduction } from "./compose-for-test.ts";
import { ofType, ownFunctions, pointedAt, type TestResource } from "./read-templates.ts";

let resources: readonly TestResource[] = [];

beforeAll(() => {
  resources = readProduction();
});

const lambda = z.object({
  FunctionName: z.string(),
  Runtime: z.string(),
  Architectures: z.array(z.string()),
  Handler: z.string(),
  Role: z.unknown(),
  LoggingConfig: z.object({ LogGroup: z.unknown() }),
  Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }).default({ Variables: {} }),
});
const functions = () => ownFunctions(resources, lambda);
const functionOf = (stack: string, id: string | undefined) =>
  functions().find((model) => model.stack === stack && model.id === id);
const short = (name: string) => name.replace(/^titian-prod-/, "");

describe("a function", () => {
  test("stands in the template for each one in the table, and for nothing else but CDK's own, which deploys the console", () => {
    const all = ofType(resources, "AWS::Lambda::Function", z.unknown()).map(({ id }) => id);
    const own = functions().map(({ id }) => id);
    expect(all.filter((id) => !own.includes(id))).toEqual([expect.stringMatching(/^CustomCDKBucketDeployment/)]);
    expect(
      functions()
        .map(({ properties }) => short(properties.FunctionName))
        .sort(),
    ).toEqual(functionSpecs.map(({ name }) => name).sort());
  });

  test("runs on Node 24 and arm64 from the bundle's own entry", () => {
    for (const { properties } of functions()) {
      expect(properties).toMatchObject({ Runtime: "nodejs24.x", Architectures: ["arm64"], Handler: "index.handler" });
    }
  });

  test("has a role that no other has", () => {
    const roles = functions().map(({ stack, properties }) => `${stack}/${pointedAt(properties.Role)}`);
    expect(new Set(roles).size).toBe(functionSpecs.length);
    expect(roles.join()).not.toContain("undefined");
  });

  test("has a log group that no other has, encrypted, with an end to what it keeps", () => {
    const groups = ofType(resources, "AWS::Logs::LogGroup", z.object({ RetentionInDays: z.number(), KmsKeyId: z.unknown() }));
    const used = functions().map(({ stack, properties }) => {
      const group = groups.find(
        (resource) => resource.stack === stack && resource.id === pointedAt(properties.LoggingConfig.LogGroup),
      );
      expect(group?.properties.RetentionInDays).toBe(365);
      expect(group?.properties.KmsKeyId).toBeDefined();
      return `${stack}/${group?.id}`;
    });
    expect(new Set(used).size).toBe(functionSpecs.length);
  });

  test("is told of the tables and keys that its needs name, of nothing else, and of the rest only if it needs that", () => {
    for (const { properties } of functions()) {
      const spec = functionSpecs.find(({ name }) => name === short(properties.FunctionName));
      const { tables = {}, keys = [], processes, mail } = spec?.needs ?? {};
      const told = [
        ...tableNames.filter((name) => name in tables).map(tableSetting),
        ...keys.map((use) => keySettings[use]),
        ...(processes ? Object.values(machineSettings) : []),
        ...(mail ? Object.values(mailSettings) : []),
      ];
      expect(Object.keys(properties.Environment.Variables).sort(), spec?.name).toEqual(told.sort());
    }
  });

  test("is told of the machines only if it may start and answer executions", () => {
    const told = functions().filter(({ properties }) => "MACHINE_PLACEMENT" in properties.Environment.Variables);
    expect(told.map(({ properties }) => short(properties.FunctionName)).sort()).toEqual(["relay-outbox", "sweep-outbox"]);
  });
});

describe("a route", () => {
  const route = z.object({
    RouteKey: z.string(),
    Target: z.object({ "Fn::Join": z.tuple([z.string(), z.array(z.unknown())]) }),
    AuthorizationType: z.string(),
    AuthorizerId: z.unknown().optional(),
    AuthorizationScopes: z.array(z.string()).optional(),
  });
  const found = () => ofType(resources, "AWS::ApiGatewayV2::Route", route);
  const keyOf = ({ method, path }: Route) => `${method} ${path}`;

  test("stands in the template for each one in the list, and for nothing else", () => {
    expect(
      found()
        .map(({ properties }) => properties.RouteKey)
        .sort(),
    ).toEqual(
      Object.values<Route>(routes)
        .flatMap((item) => [item, ...(item.alsoAt ?? [])].map(({ method, path }) => `${method} ${path}`))
        .sort(),
    );
  });

  test("of staff asks for a token with its own scope: reading to read, writing to write", () => {
    for (const item of Object.values<Route>(routes).filter(({ access }) => access.kind === "staff")) {
      const { properties } = found().find((it) => it.properties.RouteKey === keyOf(item)) ?? {};
      expect(properties).toMatchObject({ AuthorizationType: "JWT", AuthorizationScopes: [scopeOf(item)] });
      expect(properties?.AuthorizerId).toBeDefined();
      expect(scopeOf(item)).toBe(item.method === "GET" ? "titian/read" : "titian/write");
    }
  });

  test("is open only where the list says that links or anybody may call it", () => {
    const open = found().filter(({ properties }) => properties.AuthorizationType === "NONE");
    expect(open.map(({ properties }) => properties.RouteKey).sort()).toEqual([
      "GET /link",
      "GET /openapi.json",
      "GET /{mangled+}",
      "HEAD /link",
      "HEAD /{mangled+}",
      "POST /link/answer",
      "POST /link/code",
      "POST /link/colleague",
      "POST /link/confirmation",
      "POST /link/undo",
      "POST /link/view",
    ]);
  });

  test("leads to the function that bears its name, which it may invoke", () => {
    const integrations = ofType(resources, "AWS::ApiGatewayV2::Integration", z.object({ IntegrationUri: z.unknown() }));
    const permissions = ofType(
      resources,
      "AWS::Lambda::Permission",
      z.object({ FunctionName: z.unknown(), Principal: z.string(), SourceArn: z.unknown() }),
    );
    for (const spec of functionSpecs.filter(({ file }) => file.startsWith("http/"))) {
      const ofRoute = Object.entries<Route>(routes).find(([name]) => name.toLowerCase() === spec.name.replaceAll("-", ""))?.[1];
      const leading = found().find(({ properties }) => ofRoute && properties.RouteKey === keyOf(ofRoute));
      const target = leading?.properties.Target["Fn::Join"][1][1];
      const uri = integrations.find(({ stack, id }) => stack === leading?.stack && id === pointedAt(target))?.properties
        .IntegrationUri;
      const handler = functionOf(leading?.stack ?? "", pointedAt(uri));
      expect(handler?.properties.FunctionName).toBe(`titian-prod-${spec.name}`);
      expect(
        permissions.some(
          ({ stack, properties }) =>
            stack === handler?.stack &&
            pointedAt(properties.FunctionName) === handler.id &&
            properties.Principal === "apigateway.amazonaws.com",
        ),
      ).toBe(true);
    }
  });

  test("leaves in the access log neither path, address, agent nor name", () => {
    const stage = z.object({ AccessLogSettings: z.object({ Format: z.string() }), StageName: z.string() });
    const [only, ...others] = ofType(resources, "AWS::ApiGatewayV2::Stage", stage);
    expect(others).toEqual([]);
    expect(JSON.parse(only?.properties.AccessLogSettings.Format ?? "")).toEqual(accessLogFields);
    expect(JSON.stringify(accessLogFields)).not.toMatch(/path|sourceIp|userAgent|identity|authorizer|claims|error/i);
  });
});

describe("a table", () => {
  const table = z.object({
    BillingMode: z.string(),
    StreamSpecification: z.object({ StreamViewType: z.string() }).optional(),
    TimeToLiveSpecification: z.object({ AttributeName: z.string(), Enabled: z.boolean() }),
    SSESpecification: z.object({ SSEEnabled: z.boolean(), SSEType: z.string() }),
    Replicas: z
      .array(
        z.object({
          ResourcePolicy: z.object({ PolicyDocument: z.object({ Statement: z.array(z.unknown()) }) }),
          PointInTimeRecoverySpecification: z.object({ PointInTimeRecoveryEnabled: z.boolean() }),
          SSESpecification: z.object({ KMSMasterKeyId: z.unknown() }),
        }),
      )
      .length(1),
  });
  const tables = () => ofType(resources, "AWS::DynamoDB::GlobalTable", table);

  const nameOf = (id: string): string => id.replace(/[0-9A-F]{8}$/, "").toLowerCase();

  test("is one of the list of tables, on demand, encrypted under our key, restorable, kept when its stack goes", () => {
    expect(
      tables()
        .map(({ id }) => nameOf(id))
        .sort(),
    ).toEqual([...tableNames].sort());
    for (const { stack, properties, deletionPolicy } of tables()) {
      const key = pointedAt(properties.Replicas[0]?.SSESpecification.KMSMasterKeyId);
      expect(resources.find((resource) => resource.stack === stack && resource.id === key)?.type).toBe("AWS::KMS::Key");
      expect(deletionPolicy).toBe("RetainExceptOnCreate");
      expect(properties).toMatchObject({
        BillingMode: "PAY_PER_REQUEST",
        SSESpecification: { SSEEnabled: true, SSEType: "KMS" },
        TimeToLiveSpecification: { AttributeName: expiryAttribute, Enabled: true },
        Replicas: [{ PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } }],
      });
    }
  });

  test("is deleted by nobody but CloudFormation, whether it acts as its own role or as whoever called it", () => {
    for (const { properties } of tables()) {
      expect(properties.Replicas[0]?.ResourcePolicy.PolicyDocument.Statement).toEqual([
        {
          Effect: "Deny",
          Principal: { AWS: "*" },
          Action: "dynamodb:DeleteTable",
          Resource: "*",
          Condition: {
            ArnNotLike: {
              "aws:PrincipalArn": {
                "Fn::Join": ["", ["arn:aws:iam::", { Ref: "AWS::AccountId" }, ":role/cdk-*-cfn-exec-role-*"]],
              },
            },
            "ForAllValues:StringNotEquals": { "aws:CalledVia": ["cloudformation.amazonaws.com"] },
          },
        },
      ]);
    }
  });

  test("has a stream where the list says so, which is the outbox alone", () => {
    const streaming = tables().filter(({ properties }) => properties.StreamSpecification !== undefined);
    expect(streaming.map(({ id }) => nameOf(id))).toEqual(["outbox"]);
    expect(tableNames.filter((name) => "stream" in tableList[name])).toEqual(["outbox"]);
  });
});

test("no stack comes near the 500 resources that a stack may hold", () => {
  const counts = Map.groupBy(resources, ({ stack }) => stack);
  const ofAreas = new Set(
    functionSpecs.map(({ area }) => area.replace(/(?:^|-)(\w)/g, (_, first: string) => first.toUpperCase())),
  );
  expect([...counts.keys()].sort()).toEqual([...ofAreas, "Api", "Console", "Data", "Edge"].sort());
  for (const [, of] of counts) expect(of.length).toBeLessThan(300);
});
