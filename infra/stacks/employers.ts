import type { StackProps } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import type { Api } from "../constructs/http-api.ts";
import type { Platform } from "../constructs/platform.ts";
import { AreaStack } from "./area.ts";

/** Employers, agreements and vacancies. */
export class EmployersStack extends AreaStack {
  constructor(scope: Construct, id: string, platform: Platform, api: Api, props: StackProps) {
    super(scope, id, "employers", platform, api, props);
  }
}
