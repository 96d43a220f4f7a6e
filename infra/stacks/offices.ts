import { CfnOutput, type StackProps } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import type { Area } from "../../shared/api/routes.ts";
import { AreaStack, type Ground } from "./area.ts";

/** Offices and their staff, whom operators register. */
export class OfficesStack extends AreaStack {
  constructor(scope: Construct, id: string, area: Area, ground: Ground, props: StackProps) {
    super(scope, id, area, ground, props);
    new CfnOutput(this, "RegisterStaffFunction", { value: this.functionOf("register-staff").functionName });
  }
}
