import { createHash } from "node:crypto";
import { ApiMapping, DomainName, SecurityPolicy } from "aws-cdk-lib/aws-apigatewayv2";
import { Certificate, CertificateValidation } from "aws-cdk-lib/aws-certificatemanager";
import { ARecord, type IHostedZone, RecordTarget } from "aws-cdk-lib/aws-route53";
import { ApiGatewayv2DomainProperties } from "aws-cdk-lib/aws-route53-targets";
import { Source } from "aws-cdk-lib/aws-s3-deployment";
import { Construct } from "constructs";
import type { StageConfig } from "../config.ts";
import type { ConsoleFiles } from "./console-files.ts";
import type { Api } from "./http-api.ts";

export type ApiOriginProps = {
  readonly config: StageConfig;
  readonly zone: IHostedZone;
  readonly api: Api;
  /** Beside them lies the certificate of the authority that the API trusts: it is public, too. */
  readonly files: ConsoleFiles;
};

/** The one name under which the API is reached, by whoever shows a certificate of the operator's own authority: the distribution. */
export class ApiOrigin extends Construct {
  readonly domainName: string;

  constructor(scope: Construct, id: string, { config, zone, api, files }: ApiOriginProps) {
    super(scope, id);
    this.domainName = `origin.${config.domain}`;
    const { authority } = config.origin;
    // API Gateway reads the file when the domain changes: another authority is a file of another name.
    const file = `authority-${createHash("sha256").update(authority).digest("hex").slice(0, 12)}.pem`;
    const trusted = files.put("Authority", Source.data(file, authority), { folder: "origin", cacheControl: "no-store" });
    const domain = new DomainName(this, "Domain", {
      domainName: this.domainName,
      certificate: new Certificate(this, "Certificate", {
        domainName: this.domainName,
        validation: CertificateValidation.fromDns(zone),
      }),
      securityPolicy: SecurityPolicy.TLS_1_2,
      mtls: { bucket: files.bucket, key: `origin/${file}` },
    });
    domain.node.addDependency(trusted);
    new ApiMapping(this, "Mapping", { api: api.httpApi, stage: api.stage, domainName: domain });
    new ARecord(this, "Record", {
      zone,
      recordName: `${this.domainName}.`,
      target: RecordTarget.fromAlias(new ApiGatewayv2DomainProperties(domain.regionalDomainName, domain.regionalHostedZoneId)),
    });
  }
}
