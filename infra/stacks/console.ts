import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CfnOutput, Stack, type StackProps } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import type { StageConfig } from "../config.ts";
import { ConsoleFiles } from "../constructs/console-files.ts";
import type { Keys } from "../constructs/platform.ts";
import { Site } from "../constructs/site.ts";
import type { ApiStack } from "./api.ts";

/** The console as it was built: its folder, and the sources that its policy names for the inline script of its page. */
export type BuiltConsole = { readonly folder: string; readonly scriptHashes: readonly string[] };

/** What staff open in a browser: the console's files, and the one address under which they and the API are reached. */
export class ConsoleStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    config: StageConfig,
    keys: Keys,
    way: ApiStack,
    built: BuiltConsole,
    props: StackProps,
  ) {
    super(scope, id, props);
    const { issuer, clientId, clientScopes, loginUrl } = way;
    const files = new ConsoleFiles(this, "Files", {
      config,
      operationsKey: keys.operations,
      folder: built.folder,
      settings: {
        issuer,
        // Where what the issuer offers is read. Here it stands below the issuer's own name; it need not.
        discovery: `${issuer}/.well-known/openid-configuration`,
        clientId,
        scopes: clientScopes,
        version: versionOf(built.folder),
      },
    });
    const site = new Site(this, "Site", {
      config,
      bucket: files.bucket,
      apiDomain: way.apiDomain,
      signIn: [`${issuer}/`, loginUrl],
      scriptHashes: built.scriptHashes,
    });
    new CfnOutput(this, "SiteDomain", { value: site.distribution.distributionDomainName });
  }
}

/** Twelve hex digits that change with any file of the console, and with nothing else. */
function versionOf(folder: string): string {
  const hash = createHash("sha256");
  const files = globSync("**", { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(join(folder, file)));
  return hash.digest("hex").slice(0, 12);
}
