import { statSync } from "node:fs";
import type * as z from "zod";
import type {
  BehaviourModel,
  BucketDeploymentModel,
  BucketModel,
  DistributionModel,
  EdgeEncodings,
  EdgeHeader,
  EdgeOrigin,
} from "./edge-model.ts";
import * as properties from "./edge-properties.ts";
import type { Find } from "./find.ts";
import type { HttpApiModel } from "./model.ts";
import type { Assembly } from "./read-assembly.ts";
import { bucketArn, bucketDomain, executeApiDomain } from "./resource-types.ts";

/** AWS's own policies that are known here, by their ids. */
const cachingDisabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
const allViewerExceptHostHeader = "b689b0a8-53d0-40ab-baf2-68738e2966ac";

export type EdgeModels = {
  readonly buckets: readonly BucketModel[];
  readonly bucketDeployments: readonly BucketDeploymentModel[];
  readonly distributions: readonly DistributionModel[];
};

/** Puts buckets, what is deployed into them, and distributions together. */
export function build(find: Find, assembly: Assembly, apis: readonly HttpApiModel[]): EdgeModels {
  const buckets = find("AWS::S3::Bucket", properties.bucket).map(({ stack, logicalId, ref }) => ({
    stack,
    logicalId,
    name: ref,
    arn: bucketArn(ref),
  }));
  return { buckets, bucketDeployments: deployments(find, assembly), distributions: distributions(find, buckets, apis) };
}

function deployments(find: Find, assembly: Assembly): BucketDeploymentModel[] {
  return find("Custom::CDKBucketDeployment", properties.bucketDeployment).map(({ stack, logicalId, parsed, where }) => {
    const cacheControl = parsed.SystemMetadata["cache-control"];
    const prefix = parsed.DestinationBucketKeyPrefix.replace(/\/+$/, "");
    return {
      stack,
      logicalId,
      bucketName: parsed.DestinationBucketName,
      prefix: prefix === "" ? "" : `${prefix}/`,
      sources: parsed.SourceObjectKeys.map((key, at) => {
        const folder = assembly.assets.get(key);
        if (folder === undefined) throw new Error(`${where}: no asset has the key ${key}`);
        if (!statSync(folder).isDirectory()) throw new Error(`${where}: the asset ${key} is no folder`);
        const isJson = parsed.SourceMarkersConfig[at]?.jsonEscape ?? false;
        return { folder, markers: markersOf(parsed.SourceMarkers[at] ?? {}, isJson, where) };
      }),
      exclude: parsed.Exclude,
      include: parsed.Include,
      ...(cacheControl === undefined ? {} : { cacheControl }),
    };
  });
}

function markersOf(markers: Readonly<Record<string, unknown>>, isJson: boolean, where: string): Record<string, string> {
  const entries = Object.entries(markers).map(([marker, value]): [string, string] => {
    if (typeof value !== "string") throw new Error(`${where}: the marker ${marker} stands for no text`);
    return [marker, isJson ? JSON.stringify(value).slice(1, -1) : value];
  });
  return Object.fromEntries(entries);
}

function distributions(find: Find, buckets: readonly BucketModel[], apis: readonly HttpApiModel[]): readonly DistributionModel[] {
  const domains = find("AWS::ApiGatewayV2::DomainName", properties.apiDomain).map(({ ref }) => ref);
  const mappings = find("AWS::ApiGatewayV2::ApiMapping", properties.apiMapping);
  for (const { parsed, where } of mappings) {
    if (!domains.includes(parsed.DomainName))
      throw new Error(`${where} is of ${parsed.DomainName}, which is no domain of the app`);
  }
  const functions = find("AWS::CloudFront::Function", properties.edgeFunction);
  const cachePolicies = find("AWS::CloudFront::CachePolicy", properties.cachePolicy);
  const headersPolicies = find("AWS::CloudFront::ResponseHeadersPolicy", properties.responseHeadersPolicy);
  return find("AWS::CloudFront::Distribution", properties.distribution).map(({ stack, logicalId, ref, parsed, where }) => {
    const { CacheBehaviors, DefaultCacheBehavior, Origins } = parsed.DistributionConfig;

    const originOf = (id: string): EdgeOrigin => {
      const domain = Origins.find((origin) => origin.Id === id)?.DomainName ?? "";
      const bucket = buckets.find(({ name }) => bucketDomain(name) === domain);
      if (bucket !== undefined) return { kind: "bucket", bucketName: bucket.name };
      const mapped = mappings.find(({ parsed: mapping }) => mapping.DomainName === domain)?.parsed.ApiId;
      const api = apis.find(({ apiId, disableExecuteApiEndpoint: closed }) =>
        closed ? apiId === mapped : apiId === mapped || executeApiDomain(apiId) === domain,
      );
      if (api !== undefined) return { kind: "api", apiId: api.apiId };
      throw new Error(`${where}: its origin ${id} (${domain}) is no bucket and no API of the app`);
    };
    const encodingsOf = (id: string): EdgeEncodings => {
      if (id === cachingDisabled) return { gzip: false, brotli: false };
      const policy = cachePolicies.find((candidate) => candidate.ref === id)?.parsed.CachePolicyConfig;
      if (policy === undefined) throw new Error(`${where}: the cache policy ${id} is not known to the embedded cloud`);
      const { EnableAcceptEncodingGzip, EnableAcceptEncodingBrotli } = policy.ParametersInCacheKeyAndForwardedToOrigin;
      return { gzip: EnableAcceptEncodingGzip, brotli: EnableAcceptEncodingBrotli };
    };
    const headersOf = (id: string | undefined): EdgeHeader[] => {
      if (id === undefined) return [];
      const policy = headersPolicies.find((candidate) => candidate.ref === id)?.parsed;
      if (policy === undefined) throw new Error(`${where}: the headers policy ${id} is not known to the embedded cloud`);
      return edgeHeaders(policy);
    };
    const codeOf = (arn: string): string => {
      const found = functions.find((candidate) => arn.endsWith(`function/${candidate.parsed.Name}`))?.parsed;
      if (found === undefined) throw new Error(`${where}: its function ${arn} is none of the app`);
      if (!found.AutoPublish) throw new Error(`${where}: its function ${found.Name} is not published`);
      return found.FunctionCode;
    };
    const behaviourOf = (raw: typeof DefaultCacheBehavior, pathPattern?: string): BehaviourModel => {
      if (raw.OriginRequestPolicyId !== undefined && raw.OriginRequestPolicyId !== allViewerExceptHostHeader) {
        throw new Error(`${where}: the origin request policy ${raw.OriginRequestPolicyId} is not known to the embedded cloud`);
      }
      const origin = originOf(raw.TargetOriginId);
      if (origin.kind === "api" && (raw.CachePolicyId !== cachingDisabled || raw.OriginRequestPolicyId === undefined)) {
        throw new Error(`${where}: before an API the embedded cloud knows no cache, and hands on all but the host`);
      }
      const [association] = raw.FunctionAssociations;
      return {
        ...(pathPattern === undefined ? {} : { pathPattern }),
        origin,
        allowedMethods: raw.AllowedMethods,
        compress: raw.Compress,
        encodings: encodingsOf(raw.CachePolicyId),
        headers: headersOf(raw.ResponseHeadersPolicyId),
        ...(association === undefined ? {} : { viewerRequest: codeOf(association.FunctionARN) }),
      };
    };
    return {
      stack,
      logicalId,
      id: ref,
      domainName: `${ref.toLowerCase()}.cloudfront.net`,
      aliases: parsed.DistributionConfig.Aliases,
      behaviours: [
        ...CacheBehaviors.map(({ PathPattern, ...behaviour }) => behaviourOf(behaviour, PathPattern)),
        behaviourOf(DefaultCacheBehavior),
      ],
    };
  });
}

/** What a headers policy adds, as headers. */
function edgeHeaders({ ResponseHeadersPolicyConfig }: z.output<typeof properties.responseHeadersPolicy>): EdgeHeader[] {
  const { SecurityHeadersConfig: security, CustomHeadersConfig } = ResponseHeadersPolicyConfig;
  const header = (name: string, value: string, { Override }: { Override: boolean }): EdgeHeader => ({
    name,
    value,
    override: Override,
  });
  const { ContentSecurityPolicy, ContentTypeOptions, FrameOptions, ReferrerPolicy, StrictTransportSecurity } = security;
  const transport = StrictTransportSecurity && [
    `max-age=${StrictTransportSecurity.AccessControlMaxAgeSec}`,
    ...(StrictTransportSecurity.IncludeSubdomains ? ["includeSubDomains"] : []),
    ...(StrictTransportSecurity.Preload ? ["preload"] : []),
  ];
  return [
    ...(ContentSecurityPolicy
      ? [header("content-security-policy", ContentSecurityPolicy.ContentSecurityPolicy, ContentSecurityPolicy)]
      : []),
    ...(ContentTypeOptions ? [header("x-content-type-options", "nosniff", ContentTypeOptions)] : []),
    ...(FrameOptions ? [header("x-frame-options", FrameOptions.FrameOption, FrameOptions)] : []),
    ...(ReferrerPolicy ? [header("referrer-policy", ReferrerPolicy.ReferrerPolicy, ReferrerPolicy)] : []),
    ...(transport ? [header("strict-transport-security", transport.join("; "), StrictTransportSecurity)] : []),
    ...(CustomHeadersConfig?.Items ?? []).map((item) => header(item.Header.toLowerCase(), item.Value, item)),
  ];
}
