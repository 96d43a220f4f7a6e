import type { StackProps } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import type { Api } from "../constructs/http-api.ts";
import type { Platform } from "../constructs/platform.ts";
import { AreaStack } from "./area.ts";

/** What answers without a login: the employer's page, the links behind it, and the document of the API. */
export class LinksStack extends AreaStack {
  constructor(scope: Construct, id: string, platform: Platform, api: Api, props: StackProps) {
    super(scope, id, "links", platform, api, props);
  }
}
