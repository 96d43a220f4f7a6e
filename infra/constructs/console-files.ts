import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from "aws-cdk-lib/aws-s3";
import { BucketDeployment, CacheControl, type ISource, Source } from "aws-cdk-lib/aws-s3-deployment";
import { Duration, RemovalPolicy } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import { kept, type Platform } from "./platform.ts";

/** The folder of the bucket, and of the address, in which the console lies. */
export const consoleFolder = "konsol";

/** How long whoever holds a file may keep it. What has a hash in its name never changes; all else is asked for anew. */
export const cacheControls = {
  hashed: "public, max-age=31536000, immutable",
  shell: "no-cache",
  settings: "no-store",
} as const;

export type ConsoleFilesProps = Pick<Platform, "config"> & {
  readonly operationsKey: Platform["keys"]["operations"];
  /** The folder that was built: `index.html`, and below `assets/` what has a hash in its name. */
  readonly folder: string;
  /** What the console is told of its stage, as `setelan.json`. */
  readonly settings: Readonly<Record<string, unknown>>;
};

/** The console's files in a bucket that nobody reads but the distribution. */
export class ConsoleFiles extends Construct {
  readonly bucket: Bucket;
  private readonly role: Role;
  private readonly logGroup: LogGroup;

  constructor(scope: Construct, id: string, { config, operationsKey, folder, settings }: ConsoleFilesProps) {
    super(scope, id);
    this.bucket = new Bucket(this, "Bucket", {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(30), abortIncompleteMultipartUploadAfter: Duration.days(1) }],
      removalPolicy: kept,
    });
    this.role = new Role(this, "DeploymentRole", {
      assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
      description: "Puts the console's files into their bucket while a deployment runs",
    });
    this.logGroup = new LogGroup(this, "DeploymentLog", {
      logGroupName: `/titian/${config.stage}/console-deployment`,
      retention: config.logRetentionDays,
      encryptionKey: operationsKey,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.logGroup.grantWrite(this.role);
    const built = Source.asset(folder);
    const console = consoleFolder;
    const hashed = this.put("Hashed", built, {
      folder: console,
      cacheControl: cacheControls.hashed,
      exclude: ["*"],
      include: ["assets/*"],
    });
    const shell = this.put("Shell", built, { folder: console, cacheControl: cacheControls.shell, exclude: ["assets/*"] });
    // The page names hashed files: they lie there before it does.
    shell.node.addDependency(hashed);
    this.put("Settings", Source.jsonData("setelan.json", settings), { folder: console, cacheControl: cacheControls.settings });
  }

  /** Nothing is taken away: a tab that was opened before a deployment still asks for the files of its own page. */
  put(id: string, source: ISource, { folder, cacheControl, ...filters }: Placing): BucketDeployment {
    return new BucketDeployment(this, id, {
      sources: [source],
      destinationBucket: this.bucket,
      destinationKeyPrefix: folder,
      cacheControl: [CacheControl.fromString(cacheControl)],
      prune: false,
      role: this.role,
      logGroup: this.logGroup,
      ...filters,
    });
  }
}

type Placing = {
  /** The folder of the bucket. */
  readonly folder: string;
  readonly cacheControl: string;
  readonly exclude?: string[];
  readonly include?: string[];
};
