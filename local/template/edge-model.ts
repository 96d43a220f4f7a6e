/** What of a synthesised app stands before its API: buckets, what is deployed into them, and the distribution. */
import type { Place } from "./place.ts";

/** AWS::S3::Bucket. */
export type BucketModel = Place & { readonly name: string; readonly arn: string };

/** Custom::CDKBucketDeployment: files of the app that its deployment puts into a bucket. */
export type BucketDeploymentModel = Place & {
  readonly bucketName: string;
  /** What stands before each file's path in its key, with a slash at its end; empty where nothing does. */
  readonly prefix: string;
  readonly sources: readonly {
    /** Absolute folder, inside `cdk.out`. */
    readonly folder: string;
    /** Text in the files → what stands there once it is deployed, already encoded for the place. */
    readonly markers: Readonly<Record<string, string>>;
  }[];
  /** Patterns of paths that stay out, unless one of `include` fits them; `*` stands for slashes, too. */
  readonly exclude: readonly string[];
  readonly include: readonly string[];
  readonly cacheControl?: string;
};

/** A header that a distribution adds; where it does not override, only if the origin sent none of that name. */
export type EdgeHeader = { readonly name: string; readonly value: string; readonly override: boolean };

/** Which encodings a cache policy lets a distribution choose between. */
export type EdgeEncodings = { readonly gzip: boolean; readonly brotli: boolean };

export type EdgeOrigin =
  | { readonly kind: "bucket"; readonly bucketName: string }
  | { readonly kind: "api"; readonly apiId: string };

/** A behaviour of a distribution. */
export type BehaviourModel = {
  /** `/konsol/*`; undefined: the default. */
  readonly pathPattern?: string;
  readonly origin: EdgeOrigin;
  readonly allowedMethods: readonly string[];
  readonly compress: boolean;
  readonly encodings: EdgeEncodings;
  readonly headers: readonly EdgeHeader[];
  /** The code of the function that sees each request first. */
  readonly viewerRequest?: string;
};

/** AWS::CloudFront::Distribution with its functions and policies put together. */
export type DistributionModel = Place & {
  readonly id: string;
  readonly domainName: string;
  /** The names under which the app is reached; here it is this machine's. */
  readonly aliases: readonly string[];
  /** In the order in which they are tried; the default is the last. */
  readonly behaviours: readonly BehaviourModel[];
};
