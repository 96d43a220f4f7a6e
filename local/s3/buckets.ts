import { createHash } from "node:crypto";
import { globSync, readFileSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import type { BucketDeploymentModel, BucketModel } from "../template/edge-model.ts";
import { wildcards } from "../wildcards.ts";

/** What a bucket holds under a key. */
export type StoredObject = {
  readonly contentType: string;
  readonly cacheControl?: string;
  /** In quotation marks, as HTTP has it. */
  readonly etag: string;
  /** Epoch milliseconds. */
  readonly lastModified: number;
  readonly read: () => Promise<Buffer>;
};

export type Buckets = {
  /** The object under a key; undefined: there is none. Throws where the app has no such bucket. */
  readonly find: (bucket: string, key: string) => StoredObject | undefined;
};

type Options = {
  readonly buckets: readonly BucketModel[];
  readonly deployments: readonly BucketDeploymentModel[];
  /** Puts the addresses of this cloud in the place of those that answer on AWS. */
  readonly atHome: (text: string) => string;
};

/**
 * The buckets of an app with what its deployment puts into them, as `aws s3 sync` does: served from `cdk.out`, but for files in
 * which the template fills something in. Throws where a deployment leads to no bucket of the app.
 */
export function openBuckets({ buckets, deployments, atHome }: Options): Buckets {
  const stored = new Map(buckets.map(({ name }) => [name, new Map<string, StoredObject>()]));
  for (const deployment of deployments) {
    const objects = stored.get(deployment.bucketName);
    if (objects === undefined) {
      const { stack, logicalId, bucketName } = deployment;
      throw new Error(
        `Custom::CDKBucketDeployment ${logicalId} of the stack ${stack} leads to ${bucketName}, which is no bucket`,
      );
    }
    for (const source of deployment.sources) {
      for (const path of filesIn(source.folder)) {
        if (!isDeployed(path, deployment)) continue;
        objects.set(
          deployment.prefix + path,
          storedFile(join(source.folder, path), source.markers, deployment.cacheControl, atHome),
        );
      }
    }
  }
  return {
    find: (bucket, key) => {
      const objects = stored.get(bucket);
      if (objects === undefined) throw new Error(`The app has no bucket ${bucket}`);
      return objects.get(key);
    },
  };
}

const filesIn = (folder: string): string[] =>
  globSync("**", { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));

const isDeployed = (path: string, { exclude, include }: BucketDeploymentModel): boolean =>
  !exclude.some((pattern) => wildcards(pattern)(path)) || include.some((pattern) => wildcards(pattern)(path));

function storedFile(
  file: string,
  markers: Readonly<Record<string, string>>,
  cacheControl: string | undefined,
  atHome: (text: string) => string,
): StoredObject {
  const filled = Object.keys(markers).length === 0 ? undefined : Buffer.from(fill(readFileSync(file, "utf8"), markers, atHome));
  return {
    contentType: contentTypes[extname(file)] ?? "binary/octet-stream",
    etag: `"${createHash("md5")
      .update(filled ?? readFileSync(file))
      .digest("hex")}"`,
    lastModified: Math.floor(statSync(file).mtimeMs / 1000) * 1000,
    ...(cacheControl === undefined ? {} : { cacheControl }),
    read: async () => filled ?? (await readFile(file)),
  };
}

function fill(text: string, markers: Readonly<Record<string, string>>, atHome: (text: string) => string): string {
  let filled = text;
  for (const [marker, value] of Object.entries(markers)) filled = filled.replaceAll(marker, () => value);
  return atHome(filled);
}

/** As Python's `mimetypes` has them, by which AWS's command goes. */
const contentTypes: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".ico": "image/vnd.microsoft.icon",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
  ".txt": "text/plain",
  ".xml": "text/xml",
  ".pdf": "application/pdf",
};
