import * as z from "zod";
import { flag, inert } from "./properties.ts";

/** The properties of buckets, deployments and distributions; see `properties.ts`. */
const number = z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]);
const texts = z.array(z.string());

export const bucket = z.strictObject({
  BucketName: z.string().optional(),
  BucketEncryption: inert,
  // Nothing expires here but what nobody can ask for.
  LifecycleConfiguration: z
    .strictObject({
      Rules: z.array(
        z.strictObject({
          Id: inert,
          Status: inert,
          AbortIncompleteMultipartUpload: inert,
          NoncurrentVersionExpiration: inert,
        }),
      ),
    })
    .optional(),
  OwnershipControls: inert,
  PublicAccessBlockConfiguration: inert,
  VersioningConfiguration: inert,
  Tags: inert,
});

export const bucketDeployment = z.strictObject({
  ServiceToken: z.string(),
  SourceBucketNames: inert,
  SourceObjectKeys: texts,
  SourceMarkers: z.array(z.record(z.string(), z.unknown())).default([]),
  SourceMarkersConfig: z.array(z.strictObject({ jsonEscape: flag.default(false) })).default([]),
  DestinationBucketName: z.string(),
  DestinationBucketKeyPrefix: z.string().default(""),
  Exclude: texts.default([]),
  Include: texts.default([]),
  SystemMetadata: z.strictObject({ "cache-control": z.string().optional() }).prefault({}),
  // What an earlier deployment left there is not here: a cloud starts with the files of its template.
  Prune: inert,
  RetainOnDelete: inert,
  WaitForDistributionInvalidation: inert,
  OutputObjectKeys: inert,
});

/** There is neither TLS nor DNS on loopback: the name is only what a distribution's origin is found by. */
export const apiDomain = z.strictObject({
  DomainName: z.string(),
  DomainNameConfigurations: inert,
  MutualTlsAuthentication: inert,
  Tags: inert,
});

export const apiMapping = z.strictObject({ ApiId: z.string(), DomainName: z.string(), Stage: z.literal("$default") });

export const edgeFunction = z.strictObject({
  Name: z.string(),
  AutoPublish: flag.default(false),
  FunctionCode: z.string(),
  FunctionConfig: z.strictObject({ Comment: inert, Runtime: z.literal("cloudfront-js-2.0") }),
});

export const cachePolicy = z.strictObject({
  CachePolicyConfig: z.strictObject({
    Name: z.string(),
    Comment: inert,
    // Nothing is cached here.
    DefaultTTL: inert,
    MaxTTL: inert,
    MinTTL: inert,
    ParametersInCacheKeyAndForwardedToOrigin: z.strictObject({
      EnableAcceptEncodingBrotli: flag.default(false),
      EnableAcceptEncodingGzip: flag,
      CookiesConfig: z.strictObject({ CookieBehavior: z.literal("none") }),
      HeadersConfig: z.strictObject({ HeaderBehavior: z.literal("none") }),
      QueryStringsConfig: z.strictObject({ QueryStringBehavior: z.literal("none") }),
    }),
  }),
});

const overriding = { Override: flag };
export const responseHeadersPolicy = z.strictObject({
  ResponseHeadersPolicyConfig: z.strictObject({
    Name: z.string(),
    Comment: inert,
    CustomHeadersConfig: z
      .strictObject({ Items: z.array(z.strictObject({ Header: z.string(), Value: z.string(), ...overriding })) })
      .optional(),
    SecurityHeadersConfig: z
      .strictObject({
        ContentSecurityPolicy: z.strictObject({ ContentSecurityPolicy: z.string(), ...overriding }).optional(),
        ContentTypeOptions: z.strictObject(overriding).optional(),
        FrameOptions: z.strictObject({ FrameOption: z.string(), ...overriding }).optional(),
        ReferrerPolicy: z.strictObject({ ReferrerPolicy: z.string(), ...overriding }).optional(),
        StrictTransportSecurity: z
          .strictObject({
            AccessControlMaxAgeSec: number,
            IncludeSubdomains: flag.default(false),
            Preload: flag.default(false),
            ...overriding,
          })
          .optional(),
      })
      .prefault({}),
  }),
});

const behaviour = {
  TargetOriginId: z.string(),
  AllowedMethods: texts.default(["GET", "HEAD"]),
  CachedMethods: inert,
  Compress: flag.default(false),
  CachePolicyId: z.string(),
  OriginRequestPolicyId: z.string().optional(),
  ResponseHeadersPolicyId: z.string().optional(),
  FunctionAssociations: z
    .array(z.strictObject({ EventType: z.literal("viewer-request"), FunctionARN: z.string() }))
    .max(1)
    .default([]),
  // There is no TLS on loopback to lead to.
  ViewerProtocolPolicy: inert,
};

export const distribution = z.strictObject({
  Tags: inert,
  DistributionConfig: z.strictObject({
    Comment: inert,
    Aliases: texts.default([]),
    ViewerCertificate: inert,
    // Nobody comes from outside of this machine.
    WebACLId: inert,
    Enabled: z.literal(true),
    HttpVersion: inert,
    IPV6Enabled: inert,
    PriceClass: inert,
    CacheBehaviors: z.array(z.strictObject({ PathPattern: z.string(), ...behaviour })).default([]),
    DefaultCacheBehavior: z.strictObject(behaviour),
    Origins: z.array(
      z.strictObject({
        Id: z.string(),
        DomainName: z.string(),
        OriginAccessControlId: inert,
        S3OriginConfig: z.strictObject({ OriginAccessIdentity: z.literal("").optional() }).optional(),
        CustomOriginConfig: z
          .strictObject({
            OriginProtocolPolicy: inert,
            OriginReadTimeout: inert,
            OriginSSLProtocols: inert,
            OriginMtlsConfig: inert,
          })
          .optional(),
      }),
    ),
  }),
});
