/**
 * Leaves out of the bundles what a function can never use of the AWS SDK: half of it, and half of a cold start. Each rule
 * keeps what the code does and is held by the tests, which run the very bundles.
 */
import { globSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Plugin, PluginBuild } from "esbuild";

/** Lambda hands its role's credentials over in the environment, so the ways to find any elsewhere are left out. */
function takeCredentialsFromEnvironment({ onResolve, onLoad }: PluginBuild): void {
  onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, ({ resolveDir }) => ({
    path: "credentials",
    namespace: "slim-sdk",
    pluginData: resolveDir,
  }));
  onLoad({ filter: /^credentials$/, namespace: "slim-sdk" }, ({ pluginData }) => ({
    contents: `export { fromEnv as defaultProvider } from "@aws-sdk/credential-provider-env";`,
    resolveDir: String(pluginData),
  }));
}

/** No operation that we call streams events; the protocol loads this part only when one does. */
function leaveOutEventStreams({ onResolve, onLoad }: PluginBuild): void {
  onResolve({ filter: /^@smithy\/core\/event-streams$/ }, () => ({ path: "event-streams", namespace: "slim-sdk" }));
  onLoad({ filter: /^event-streams$/, namespace: "slim-sdk" }, () => ({
    contents: `
      const refuse = () => { throw new Error("Event streams are not part of this bundle: see infra/slim-sdk.ts"); };
      export { refuse as EventStreamSerde, refuse as eventStreamSerdeProvider };`,
  }));
}

/** Node has SHA-256 of its own, which the SDK takes; the one in JavaScript is for where there is none. */
function leaveOutHashesInJavaScript({ onLoad }: PluginBuild): void {
  onLoad({ filter: /checksum[\\/]sha256[\\/]Sha256Js\.js$/ }, () => ({
    contents: `
      export class Sha256Js {
        constructor() { throw new Error("SHA-256 in JavaScript is not part of this bundle: see infra/slim-sdk.ts"); }
      }`,
  }));
}

/** DynamoDB's client makes a cache of discovered endpoints that none of its commands asks: endpoints come from rules. */
function leaveOutEndpointCache({ onResolve, onLoad }: PluginBuild): void {
  onResolve({ filter: /^@aws-sdk\/endpoint-cache$/ }, () => ({ path: "endpoint-cache", namespace: "slim-sdk" }));
  onLoad({ filter: /^endpoint-cache$/, namespace: "slim-sdk" }, () => ({ contents: "export class EndpointCache {}" }));
}

/**
 * The client of SES can sign for several regions at once, which only its multi-region endpoints ask for (`MultiRegionEndpoints`
 * in the SES guide). We name none, so its signer is that of all other clients; without the other kind of signature it takes the
 * plain one, as it does where the package of that kind is not installed.
 */
function leaveOutMultiRegionSignatures({ onResolve, onLoad }: PluginBuild): void {
  onResolve({ filter: /^@aws-sdk\/signature-v4-multi-region$/ }, ({ resolveDir }) => ({
    path: "multi-region",
    namespace: "slim-sdk",
    pluginData: resolveDir,
  }));
  onLoad({ filter: /^multi-region$/, namespace: "slim-sdk" }, ({ pluginData }) => ({
    contents: `
      import { SignatureV4 } from "@smithy/signature-v4";
      export class SignatureV4MultiRegion extends SignatureV4 {
        static sigv4aDependency() { return "none"; }
      }`,
    resolveDir: String(pluginData),
  }));
}

/**
 * Endpoints are made from the suffixes of a partition, found by a region's name or by its pattern. Everything of ours stands in
 * the partition `aws`: the others, and the list of what regions are called, are left out.
 */
function keepOwnPartition({ onLoad }: PluginBuild): void {
  onLoad({ filter: /util-endpoints[\\/]lib[\\/]aws[\\/]partitions\.js$/ }, async ({ path }) => {
    const { partitionsInfo }: { partitionsInfo: { partitions: readonly { id: string }[] } } = await import(
      pathToFileURL(path).href
    );
    const partitions = partitionsInfo.partitions.filter(({ id }) => id === "aws").map((own) => ({ ...own, regions: {} }));
    if (partitions.length !== 1) throw new Error(`${path} has no partition aws`);
    return { contents: `export const partitionsInfo = ${JSON.stringify({ partitions })};` };
  });
}

/** A client reads its own version from its package.json, and nothing else of it. */
function keepVersionsOnly({ onLoad }: PluginBuild): void {
  onLoad({ filter: /@aws-sdk[\\/][^\\/]+[\\/]package\.json$/ }, async ({ path }) => {
    const { version }: { version?: unknown } = JSON.parse(await readFile(path, "utf8"));
    return { contents: JSON.stringify({ version }), loader: "json" };
  });
}

/**
 * The schemas of an API, without what keeps all of them in the bundle:
 *  - keys of traits are constants, `{ [_h]: [...] }`, and a computed key might run code: they are written out;
 *  - every error of the API is registered: only those are, that our code imports or that say of themselves that they can
 *    be tried again. Any other comes as the API's general exception with the same name, message and status, which is all
 *    that the SDK's retries look at.
 */
function keepUsedSchemas({ onLoad }: PluginBuild, root: string): void {
  const imported = namesImportedFromClients(root);
  onLoad({ filter: /@aws-sdk[\\/]client-[^\\/]+[\\/]dist-es[\\/]schemas[\\/]schemas_\d+\.js$/ }, async ({ path }) => {
    const source = await readFile(path, "utf8");
    const retryable = await namesOfRetryableErrors(join(dirname(path), "..", "models", "errors.js"));
    const isKept = (name: string): boolean => imported.has(name) || retryable.has(name);
    const constants = new Map(Array.from(source.matchAll(/^const (_\w+) = ("[^"\\]*");$/gm), ([, name, text]) => [name, text]));
    const contents = source
      .replace(/(?<=[{,] )\[(_\w+)\](?=: )/g, (key, name: string) => constants.get(name) ?? key)
      .replace(/^n\d+_registry\.registerError\(\w+\$, (\w+)\);$/gm, (line, name: string) => (isKept(name) ? line : ""));
    return { contents, loader: "js" };
  });
}

/** Every name that our functions take from a client of the SDK. */
function namesImportedFromClients(root: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const file of globSync("{functions,shared}/**/*.ts", { cwd: root })) {
    const source = readFileSync(join(root, file), "utf8");
    for (const [, list = ""] of source.matchAll(/import \{([^}]*)\} from "@aws-sdk\/client-/g)) {
      for (const name of list.split(",")) names.add(name.trim().replace(/^type /, ""));
    }
  }
  return names;
}

/** The errors of a client whose class carries the mark by which the SDK tries again. */
async function namesOfRetryableErrors(file: string): Promise<ReadonlySet<string>> {
  const classes = (await readFile(file, "utf8")).split(/^export class /m);
  return new Set(classes.filter((text) => text.includes("$retryable")).map((text) => /^\w+/.exec(text)?.[0] ?? ""));
}

/** `root`: the project's folder. */
export const slimSdk = (root: string): Plugin => ({
  name: "slim-sdk",
  setup(build) {
    takeCredentialsFromEnvironment(build);
    leaveOutEventStreams(build);
    leaveOutEndpointCache(build);
    leaveOutHashesInJavaScript(build);
    leaveOutMultiRegionSignatures(build);
    keepOwnPartition(build);
    keepVersionsOnly(build);
    keepUsedSchemas(build, root);
  },
});
