import { CfnOutput, type StackProps } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import type { Api } from "../constructs/http-api.ts";
import type { Platform } from "../constructs/platform.ts";
import { AreaStack } from "./area.ts";

/** Clients with their consents and certificates; and the staff, whom operators register. */
export class PeopleStack extends AreaStack {
  constructor(scope: Construct, id: string, platform: Platform, api: Api, props: StackProps) {
    super(scope, id, "people", platform, api, props);
    new CfnOutput(this, "RegisterStaffFunction", { value: this.functionOf("register-staff").functionName });
  }
}
