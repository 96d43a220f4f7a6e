import { join } from "node:path";
import {
  AccessLevel,
  AllowedMethods,
  CacheCookieBehavior,
  CachedMethods,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  type IOrigin,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  S3OriginAccessControl,
  SecurityPolicyProtocol,
  Signing,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin, S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import { Duration } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import type { StageConfig } from "../config.ts";
import { consoleFolder } from "./console-files.ts";
import { nameIn } from "./platform.ts";

/** Two years, the least that browsers' own lists ask for. */
const strictTransportSecurity = {
  accessControlMaxAge: Duration.days(730),
  includeSubdomains: true,
  override: true,
} as const;

export type SiteProps = {
  readonly config: StageConfig;
  /** The console's files. */
  readonly bucket: IBucket;
  /** The name under which the distribution reaches the API. */
  readonly apiDomain: string;
  /** Whom the console talks to besides its own origin: the issuer, and the page where staff sign in. */
  readonly signIn: readonly string[];
  /** The sources that `script-src` names for what is inline in the page. */
  readonly scriptHashes: readonly string[];
};

/** One origin for all: `/konsol/*` is the bucket, and everything else the API. */
export class Site extends Construct {
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, props: SiteProps) {
    super(scope, id);
    const { config } = props;
    const console = this.consoleBehaviour(props);
    this.distribution = new Distribution(this, "Distribution", {
      comment: nameIn(config, "site"),
      httpVersion: HttpVersion.HTTP2_AND_3,
      // Jakarta is in it.
      priceClass: PriceClass.PRICE_CLASS_200,
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      defaultBehavior: {
        origin: new HttpOrigin(props.apiDomain, { readTimeout: Duration.seconds(30) }),
        allowedMethods: AllowedMethods.ALLOW_ALL,
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        cachePolicy: CachePolicy.CACHING_DISABLED,
        // The API knows itself by its own name.
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        responseHeadersPolicy: new ResponseHeadersPolicy(this, "ApiHeaders", {
          responseHeadersPolicyName: nameIn(config, "api"),
          securityHeadersBehavior: { strictTransportSecurity },
        }),
      },
      additionalBehaviors: {
        "/": console,
        [`/${consoleFolder}`]: console,
        [`/${consoleFolder}/*`]: console,
      },
    });
  }

  private consoleBehaviour({ config, bucket, ...policy }: SiteProps) {
    const paths = new EdgeFunction(this, "ConsolePaths", {
      functionName: nameIn(config, "console-paths"),
      comment: "Leads to the console's one page",
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromFile({ filePath: join(import.meta.dirname, "..", "edge", "console-paths.js") }),
    });
    return {
      origin: this.bucketOrigin(config, bucket),
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      cachedMethods: CachedMethods.CACHE_GET_HEAD,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      compress: true,
      cachePolicy: new CachePolicy(this, "ConsoleCache", {
        cachePolicyName: nameIn(config, "console"),
        comment: "What the files themselves say, down to not at all",
        minTtl: Duration.seconds(0),
        defaultTtl: Duration.seconds(0),
        maxTtl: Duration.days(365),
        queryStringBehavior: CacheQueryStringBehavior.none(),
        headerBehavior: CacheHeaderBehavior.none(),
        cookieBehavior: CacheCookieBehavior.none(),
        enableAcceptEncodingGzip: true,
        enableAcceptEncodingBrotli: true,
      }),
      responseHeadersPolicy: new ResponseHeadersPolicy(this, "ConsoleHeaders", {
        responseHeadersPolicyName: nameIn(config, "console"),
        securityHeadersBehavior: {
          contentSecurityPolicy: { contentSecurityPolicy: contentSecurityPolicy(policy), override: true },
          contentTypeOptions: { override: true },
          frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
          referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
          strictTransportSecurity,
        },
        customHeadersBehavior: {
          customHeaders: [{ header: "cross-origin-opener-policy", value: "same-origin", override: true }],
        },
      }),
      functionAssociations: [{ function: paths, eventType: FunctionEventType.VIEWER_REQUEST }],
    };
  }

  private bucketOrigin(config: StageConfig, bucket: IBucket): IOrigin {
    return S3BucketOrigin.withOriginAccessControl(bucket, {
      // Who may list is told that a file is missing; else that it is forbidden. No request of a viewer comes to be a list.
      originAccessLevels: [AccessLevel.READ, AccessLevel.LIST],
      originAccessControl: new S3OriginAccessControl(this, "Access", {
        originAccessControlName: nameIn(config, "console"),
        signing: Signing.SIGV4_ALWAYS,
      }),
    });
  }
}

/** Nothing but its own files, no markup from texts, and no talk to anybody but the API and the sign-in. */
const contentSecurityPolicy = ({ signIn, scriptHashes }: Pick<SiteProps, "signIn" | "scriptHashes">): string =>
  [
    "default-src 'none'",
    ["script-src 'self'", ...scriptHashes].join(" "),
    "style-src 'self'",
    "img-src 'self' blob:",
    ["connect-src 'self'", ...signIn].join(" "),
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types titian",
  ].join("; ");
