import { join } from "node:path";
import { Annotations, App, type AppProps } from "aws-cdk-lib/core";
import { type Area, areas } from "../shared/api/routes.ts";
import { isNobodys, operatorSettings, type StageConfig } from "./config.ts";
import type { Platform } from "./constructs/platform.ts";
import { constructId } from "./constructs/service-function.ts";
import { ApiStack } from "./stacks/api.ts";
import { AreaStack } from "./stacks/area.ts";
import { type BuiltConsole, ConsoleStack } from "./stacks/console.ts";
import { DataStack } from "./stacks/data.ts";
import { EdgeStack, edgeRegion } from "./stacks/edge.ts";
import { OfficesStack } from "./stacks/offices.ts";
import { PlacementsStack } from "./stacks/placements.ts";
import { ReportsStack } from "./stacks/reports.ts";

/** Where the parts lie that were made before: the bundles, one folder a function, the console, and the definitions of the machines. */
export type Parts = { readonly bundles: string; readonly console: BuiltConsole; readonly workflows?: string };

/** The areas that have more than functions and their routes. */
const addingStacks: Readonly<Partial<Record<Area, typeof AreaStack>>> = {
  offices: OfficesStack,
  placements: PlacementsStack,
  reports: ReportsStack,
};

/** Puts the stacks of a stage together. State first, then the way in, then an area a stack. */
export function composeApp(config: StageConfig, parts: Parts, props: AppProps = {}): App {
  const app = new App({ analyticsReporting: false, treeMetadata: false, ...props });
  const stack = (name: string) => ({
    stackName: `titian-${config.stage}-${name}`,
    env: { region: config.region },
    terminationProtection: config.terminationProtection,
  });
  const data = new DataStack(app, "Data", config, stack("data"));
  const way = new ApiStack(app, "Api", config, data.keys, stack("api"));
  const { api } = way;
  const edge = new EdgeStack(app, "Edge", config, { ...stack("edge"), env: { region: edgeRegion } });
  new ConsoleStack(app, "Console", config, { keys: data.keys, way, edge }, parts.console, stack("console"));
  const platform: Platform = {
    config,
    tables: data.tables,
    keys: data.keys,
    mail: data.mail,
    alarms: data.alarms,
    bundleOf: (name) => join(parts.bundles, name),
    workflows: parts.workflows ?? join(import.meta.dirname, "workflows"),
  };
  for (const area of areas) {
    const Stack = addingStacks[area] ?? AreaStack;
    new Stack(app, constructId(area), area, { platform, api }, stack(area));
  }
  if (isNobodys(config)) refuseDeployment(app, config);
  return app;
}

/** CDK's command deploys nothing that bears an error; the embedded cloud does not ask it. */
function refuseDeployment(app: App, config: StageConfig): void {
  const variables = Object.values(operatorSettings).join(", ");
  for (const stack of app.node.children) {
    Annotations.of(stack).addError(`${config.domain} is nobody's, and nothing can be deployed there: set ${variables}`);
  }
}
