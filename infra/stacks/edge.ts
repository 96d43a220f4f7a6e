import { Certificate, CertificateValidation, KeyAlgorithm } from "aws-cdk-lib/aws-certificatemanager";
import { CrossStackReferences, ReferenceStrength, Stack, type StackProps } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import type { StageConfig } from "../config.ts";
import { zoneOf } from "../constructs/platform.ts";
import { WebAcl } from "../constructs/web-acl.ts";

/** The region in which a distribution looks for its certificate and its web ACL. */
export const edgeRegion = "us-east-1";

/** What the distribution must find in a region of its own: the certificate of the stage's domain, and the web ACL. */
export class EdgeStack extends Stack {
  readonly certificate: Certificate;
  readonly webAclArn: string;

  constructor(scope: Construct, id: string, config: StageConfig, props: StackProps) {
    super(scope, id, props);
    this.certificate = new Certificate(this, "Certificate", {
      domainName: config.domain,
      keyAlgorithm: KeyAlgorithm.EC_PRIME256V1,
      validation: CertificateValidation.fromDns(zoneOf(this, config)),
    });
    const { webAcl } = new WebAcl(this, "WebAcl", config);
    this.webAclArn = webAcl.attrArn;
    // CloudFormation itself reads from the other region; the usual way would take functions of CDK's own in both.
    for (const used of [this.certificate, webAcl]) CrossStackReferences.of(used).produce(ReferenceStrength.WEAK);
  }
}
