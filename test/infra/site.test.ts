/** The only way in: what the templates say of distribution, bucket, origin and web ACL. */
import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { composeApp } from "../../infra/compose-app.ts";
import { configOf } from "../../infra/config.ts";
import { isWhole } from "../builders/runs.ts";
import { composeForTest, operator, readProduction } from "./compose-for-test.ts";
import { ofType, pointedAt, type TestResource } from "./read-templates.ts";

let resources: readonly TestResource[] = [];
const only = <T>(type: string, schema: z.ZodType<T>, stack?: string): T => {
  const found = ofType(resources, type, schema).filter((resource) => stack === undefined || resource.stack === stack);
  expect(found).toHaveLength(1);
  const [first] = found;
  if (first === undefined) throw new Error(`There is no ${type}`);
  return first.properties;
};
const loose = z.record(z.string(), z.unknown());

beforeAll(() => {
  resources = readProduction();
});

describe("the API", () => {
  test("has no name but one that asks for a certificate of the operator's authority", () => {
    expect(only("AWS::ApiGatewayV2::Api", loose)).toMatchObject({ DisableExecuteApiEndpoint: true });
    const domain = only("AWS::ApiGatewayV2::DomainName", loose);
    expect(domain).toMatchObject({
      DomainName: "origin.titian-uji.id",
      DomainNameConfigurations: [{ EndpointType: "REGIONAL", SecurityPolicy: "TLS_1_2" }],
    });
    expect(JSON.stringify(domain.MutualTlsAuthentication)).toMatch(/\/origin\/authority-[0-9a-f]{12}\.pem/);
    expect(only("AWS::ApiGatewayV2::ApiMapping", loose)).toMatchObject({ Stage: "$default" });
  });

  test("is shown that certificate by the distribution, which hands on everything and keeps nothing", () => {
    const { DistributionConfig } = only("AWS::CloudFront::Distribution", z.object({ DistributionConfig: loose }));
    expect(DistributionConfig).toMatchObject({
      Aliases: ["titian-uji.id"],
      ViewerCertificate: { MinimumProtocolVersion: "TLSv1.2_2021" },
      DefaultCacheBehavior: {
        AllowedMethods: ["GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"],
        // AWS's own: CachingDisabled and AllViewerExceptHostHeader.
        CachePolicyId: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
        OriginRequestPolicyId: "b689b0a8-53d0-40ab-baf2-68738e2966ac",
      },
    });
    expect(DistributionConfig.Origins).toContainEqual(
      expect.objectContaining({
        DomainName: "origin.titian-uji.id",
        CustomOriginConfig: expect.objectContaining({
          OriginProtocolPolicy: "https-only",
          OriginMtlsConfig: { ClientCertificateArn: operator.originCertificate },
        }),
      }),
    );
    for (const name of ["WebACLId", "ViewerCertificate"])
      expect(JSON.stringify(DistributionConfig[name])).toMatch(
        /"Fn::GetStackOutput":\{"StackName":"titian-prod-edge","Region":"us-east-1"/,
      );
  });
});

describe("the console's bucket", () => {
  test("is private, and read by the one distribution alone", () => {
    expect(only("AWS::S3::Bucket", loose)).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      VersioningConfiguration: { Status: "Enabled" },
    });
    const statement = z.looseObject({ Effect: z.string(), Action: z.unknown(), Principal: z.unknown(), Condition: z.unknown() });
    const { PolicyDocument } = only(
      "AWS::S3::BucketPolicy",
      z.object({ PolicyDocument: z.object({ Statement: z.array(statement) }) }),
    );
    const allowed = PolicyDocument.Statement.filter(({ Effect }) => Effect === "Allow");
    expect(allowed).toEqual([
      expect.objectContaining({
        Action: ["s3:GetObject", "s3:ListBucket"],
        Principal: { Service: "cloudfront.amazonaws.com" },
      }),
    ]);
    expect(JSON.stringify(allowed[0]?.Condition)).toMatch(/AWS:SourceArn.*:distribution\/.*SiteDistribution/);
  });

  test("is filled by three deployments, each with its own word on how long a file is kept, and one for the authority", () => {
    const placing = z.object({
      Include: z.array(z.string()).default([]),
      DestinationBucketKeyPrefix: z.string(),
      Prune: z.literal(false),
      SystemMetadata: z.object({ "cache-control": z.string() }),
    });
    const placed = ofType(resources, "Custom::CDKBucketDeployment", placing).map(({ properties }) => [
      properties.DestinationBucketKeyPrefix,
      properties.Include.join(),
      properties.SystemMetadata["cache-control"],
    ]);
    expect(placed).toEqual([
      ["konsol", "assets/*", "public, max-age=31536000, immutable"],
      ["konsol", "", "no-cache"],
      ["konsol", "", "no-store"],
      ["origin", "", "no-store"],
    ]);
  });
});

describe("the web ACL", () => {
  const rule = z.looseObject({ Name: z.string(), Action: z.unknown().optional(), Statement: loose });
  const acl = () => only("AWS::WAFv2::WebACL", z.looseObject({ Scope: z.string(), Rules: z.array(rule) }));

  test("stands where a distribution looks for it, refuses who asks too often, and keeps no sample", () => {
    expect(acl().Scope).toBe("CLOUDFRONT");
    const rates = acl().Rules.filter(({ Statement }) => "RateBasedStatement" in Statement);
    expect(rates.map(({ Name }) => Name)).toEqual(["requests", "links"]);
    for (const { Action } of rates) expect(Action).toMatchObject({ Block: { CustomResponse: { ResponseCode: 429 } } });
    expect(JSON.stringify(acl())).not.toContain('"SampledRequestsEnabled":true');
  });

  test("lets a large body pass for imports alone", () => {
    const [last] = acl().Rules.slice(-1);
    expect(JSON.stringify(last?.Statement)).toMatch(/SizeRestrictions_Body.*NotStatement.*"SearchString":"\/imports\/"/);
    expect(last?.Action).toEqual({ Block: {} });
  });
});

test("every name in the DNS is written by the deployment: the site's, the API's, and those that sign mails", () => {
  const record = z.object({ HostedZoneId: z.string(), Type: z.string(), Name: z.unknown() });
  const records = ofType(resources, "AWS::Route53::RecordSet", record).map(({ properties }) => properties);
  expect(new Set(records.map(({ HostedZoneId }) => HostedZoneId))).toEqual(new Set([operator.zone]));
  const named = records.filter(({ Type }) => Type !== "CNAME").map(({ Type, Name }) => `${Type} ${String(Name)}`);
  expect(named.sort()).toEqual(["A origin.titian-uji.id.", "A titian-uji.id.", "AAAA titian-uji.id."]);
  expect(records.filter(({ Type }) => Type === "CNAME")).toHaveLength(3);
});

test("links are mailed under the stage's own domain, and staff come back to it from their login", () => {
  const told = z.looseObject({ Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }).optional() });
  const urls = ofType(resources, "AWS::Lambda::Function", told).flatMap(
    ({ properties }) => properties.Environment?.Variables.PUBLIC_URL ?? [],
  );
  expect(new Set(urls)).toEqual(new Set(["https://titian-uji.id"]));
  expect(only("AWS::Cognito::UserPoolClient", loose)).toMatchObject({
    CallbackURLs: ["https://titian-uji.id/konsol/masuk"],
    LogoutURLs: ["https://titian-uji.id/konsol/"],
  });
  expect(pointedAt(only("AWS::Cognito::UserPoolClient", loose).UserPoolId)).toMatch(/^Staff/);
});

test.runIf(isWhole)("a stage whose domain is nobody's is refused by CDK's command", () => {
  const { folder, remove } = composeForTest("dev");
  const built = { folder: `${folder}/console`, scriptHashes: [] };
  const errorsOf = (config: ReturnType<typeof configOf>): number => {
    const app = composeApp(config, { bundles: `${folder}/functions`, console: built });
    return app.node.children.filter(({ node }) => node.metadata.some(({ type }) => type === "aws:cdk:error")).length;
  };
  expect(errorsOf(configOf("dev"))).toBeGreaterThan(10);
  expect(errorsOf(configOf("dev", operator))).toBe(0);
  remove();
});
