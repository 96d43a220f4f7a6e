import { join } from "node:path";
import type { ICertificate } from "aws-cdk-lib/aws-certificatemanager";
import {
  AccessLevel,
  AllowedMethods,
  CacheCookieBehavior,
  CachedMethods,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  type CfnDistribution,
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
import { AaaaRecord, ARecord, type IHostedZone, RecordTarget } from "aws-cdk-lib/aws-route53";
import { CloudFrontTarget } from "aws-cdk-lib/aws-route53-targets";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import { Duration } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import type { StageConfig } from "../config.ts";
import { consoleFolder } from "./console-files.ts";
import { nameIn } from "./platform.ts";

/** Two years. Production's domain is the operator's, who may have other things below it: they are left alone. */
const strictTransportSecurity = {
  accessControlMaxAge: Duration.days(730),
  includeSubdomains: false,
  override: true,
} as const;

export type SiteProps = {
  readonly config: StageConfig;
  readonly zone: IHostedZone;
  /** Of the stage's own domain. */
  readonly certificate: ICertificate;
  readonly webAclArn: string;
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
  constructor(scope: Construct, id: string, props: SiteProps) {
    super(scope, id);
    const { config, zone } = props;
    const console = this.consoleBehaviour(props);
    const distribution = new Distribution(this, "Distribution", {
      domainNames: [config.domain],
      certificate: props.certificate,
      webAclId: props.webAclArn,
      comment: nameIn(config, "site"),
      httpVersion: HttpVersion.HTTP2_AND_3,
      // Jakarta is in it.
      priceClass: PriceClass.PRICE_CLASS_200,
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      defaultBehavior: {
        origin: new TrustedOrigin(props.apiDomain, config.origin.certificateArn),
        functionAssociations: [{ function: this.viewerAddress(config), eventType: FunctionEventType.VIEWER_REQUEST }],
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
    for (const Type of [ARecord, AaaaRecord]) {
      new Type(this, Type === ARecord ? "Record" : "Record6", {
        zone,
        recordName: `${config.domain}.`,
        target: RecordTarget.fromAlias(new CloudFrontTarget(distribution)),
      });
    }
  }

  private viewerAddress(config: StageConfig): EdgeFunction {
    return new EdgeFunction(this, "ViewerAddress", {
      functionName: nameIn(config, "viewer-address"),
      comment: "Tells the API who asks",
      runtime: FunctionRuntime.JS_2_0,
      code: edgeCode("viewer-address.js"),
    });
  }

  private consoleBehaviour({ config, bucket, ...policy }: SiteProps) {
    const paths = new EdgeFunction(this, "ConsolePaths", {
      functionName: nameIn(config, "console-paths"),
      comment: "Leads to the console's one page",
      runtime: FunctionRuntime.JS_2_0,
      code: edgeCode("console-paths.js"),
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

/** The API, which lets in whoever shows the certificate. */
class TrustedOrigin extends HttpOrigin {
  private readonly certificateArn: string;

  constructor(domainName: string, certificateArn: string) {
    super(domainName, { readTimeout: Duration.seconds(30) });
    this.certificateArn = certificateArn;
  }

  // The construct of the CDK does not know it yet.
  protected override renderCustomOriginConfig(): CfnDistribution.CustomOriginConfigProperty {
    const usual = super.renderCustomOriginConfig();
    if (usual === undefined) throw new Error("The CDK has changed how it renders an origin");
    return { ...usual, originMtlsConfig: { clientCertificateArn: this.certificateArn } };
  }
}

const edgeCode = (file: string): FunctionCode =>
  FunctionCode.fromFile({ filePath: join(import.meta.dirname, "..", "edge", file) });

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
