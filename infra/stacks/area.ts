import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { Stack, type StackProps } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import { kebab } from "../../shared/api/kebab.ts";
import { type Area, type Route, routes } from "../../shared/api/routes.ts";
import { alarmedCodes } from "../alarmed-codes.ts";
import { alarmOnCode, countCode } from "../constructs/alarms.ts";
import type { Api } from "../constructs/http-api.ts";
import type { Platform } from "../constructs/platform.ts";
import { constructId, ServiceFunction } from "../constructs/service-function.ts";
import { functionSpecs } from "../functions.ts";

/** What every stack of an area is built on. */
export type Ground = { readonly platform: Platform; readonly api: Api };

/** The functions of one area, each behind its route where it has one. An area that has more adds it in a class of its own. */
export class AreaStack extends Stack {
  private readonly functions = new Map<string, LambdaFunction>();

  constructor(scope: Construct, id: string, area: Area, { platform, api }: Ground, props: StackProps) {
    super(scope, id, props);
    for (const spec of functionSpecs.filter((item) => item.area === area)) {
      this.functions.set(spec.name, new ServiceFunction(this, constructId(spec.name), platform, spec).function);
    }
    for (const [name, route] of Object.entries<Route>(routes)) {
      if (route.area === area) api.route(this, `${constructId(kebab(name))}Route`, route, this.functionOf(kebab(name)));
    }
    for (const alarmed of alarmedCodes) {
      const own = alarmed.loggedBy.filter((name) => this.functions.has(name));
      for (const name of own) countCode(platform.config, alarmed, this.functionOf(name));
      // The functions of several areas may log a code: its alarm stands with the first of them.
      if (own[0] !== undefined && own[0] === alarmed.loggedBy[0]) alarmOnCode(this, platform.config, platform.alarms, alarmed);
    }
  }

  /** A function of this area by its name. Throws where there is none. */
  protected functionOf(name: string): LambdaFunction {
    const found = this.functions.get(name);
    if (found === undefined) throw new Error(`The stack ${this.stackName} has no function ${name}`);
    return found;
  }
}
