import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CfnOutput, Stack, type StackProps } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import type { StageConfig } from "../config.ts";
import { ApiOrigin } from "../constructs/api-origin.ts";
import { ConsoleFiles } from "../constructs/console-files.ts";
import { type Keys, publicUrlOf, zoneOf } from "../constructs/platform.ts";
import { Site } from "../constructs/site.ts";
import type { ApiStack } from "./api.ts";
import type { EdgeStack } from "./edge.ts";

/** What stands before it: the login and the API, and what a distribution finds in its own region. */
export type Before = { readonly keys: Keys; readonly way: ApiStack; readonly edge: EdgeStack };

/** The console as it was built: its folder, and the sources that its policy names for the inline script of its page. */
export type BuiltConsole = { readonly folder: string; readonly scriptHashes: readonly string[] };

/** What staff open in a browser: the console's files, and the one address under which they and the API are reached. */
export class ConsoleStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    config: StageConfig,
    { keys, way, edge }: Before,
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
        clientId,
        scopes: clientScopes,
        version: versionOf(built.folder),
      },
    });
    const zone = zoneOf(this, config);
    const origin = new ApiOrigin(this, "Origin", { config, zone, api: way.api, files });
    new Site(this, "Site", {
      config,
      zone,
      certificate: edge.certificate,
      webAclArn: edge.webAclArn,
      bucket: files.bucket,
      apiDomain: origin.domainName,
      signIn: [`${issuer}/`, loginUrl],
      scriptHashes: built.scriptHashes,
    });
    // The usual references bring an order of the stacks with them; those into another region do not.
    this.addStackDependency(edge);
    new CfnOutput(this, "ConsoleUrl", { value: `${publicUrlOf(config)}/konsol/` });
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
