import { join } from "node:path";
import { App, type AppProps } from "aws-cdk-lib/core";
import type { StageConfig } from "./config.ts";
import type { Platform } from "./constructs/platform.ts";
import { ApiStack } from "./stacks/api.ts";
import { DataStack } from "./stacks/data.ts";
import { EmployersStack } from "./stacks/employers.ts";
import { LinksStack } from "./stacks/links.ts";
import { PeopleStack } from "./stacks/people.ts";
import { PlacementsStack } from "./stacks/placements.ts";
import { ReportsStack } from "./stacks/reports.ts";

/** Where the parts lie that were made before: the bundles, one folder a function, and the definitions of the machines. */
export type Parts = { readonly bundles: string; readonly workflows?: string };

/** Puts the stacks of a stage together. State first, then the way in, then an area a stack. */
export function composeApp(config: StageConfig, parts: Parts, props: AppProps = {}): App {
  const app = new App({ analyticsReporting: false, treeMetadata: false, ...props });
  const stack = (name: string) => ({
    stackName: `titian-${config.stage}-${name}`,
    env: { region: config.region },
    terminationProtection: config.terminationProtection,
  });
  const data = new DataStack(app, "Data", config, stack("data"));
  const { api, publicUrl } = new ApiStack(app, "Api", config, data.keys, stack("api"));
  const platform: Platform = {
    config,
    tables: data.tables,
    keys: data.keys,
    mail: data.mail,
    alarms: data.alarms,
    publicUrl,
    bundleOf: (name) => join(parts.bundles, name),
  };
  new PeopleStack(app, "People", platform, api, stack("people"));
  new EmployersStack(app, "Employers", platform, api, stack("employers"));
  new LinksStack(app, "Links", platform, api, stack("links"));
  const workflows = parts.workflows ?? join(import.meta.dirname, "workflows");
  new PlacementsStack(app, "Placements", platform, api, workflows, stack("placements"));
  new ReportsStack(app, "Reports", platform, api, stack("reports"));
  return app;
}
