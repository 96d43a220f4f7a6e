import { EventBus } from "aws-cdk-lib/aws-events";
import { ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Key, KeySpec, KeyUsage } from "aws-cdk-lib/aws-kms";
import { CnameRecord } from "aws-cdk-lib/aws-route53";
import { ConfigurationSet, EmailIdentity, EmailSendingEvent, EventDestination, Identity } from "aws-cdk-lib/aws-ses";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { Duration, Stack, type StackProps } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import { perTable } from "../../shared/store/tables.ts";
import type { StageConfig } from "../config.ts";
import { type Keys, kept, mailEventsName, type Platform, zoneOf } from "../constructs/platform.ts";
import { constructId } from "../constructs/service-function.ts";
import { createTable } from "../constructs/table.ts";

/** A key of a first deployment that failed is the one thing that takes a while to go: so long as AWS must wait at the least. */
const keptKey = { removalPolicy: kept, pendingWindow: Duration.days(7) } as const;

/** What holds state: tables, keys, the sender of mails and the topic of alarms. */
export class DataStack extends Stack {
  readonly tables: Platform["tables"];
  readonly keys: Keys;
  readonly mail: EmailIdentity;
  readonly alarms: Topic;

  constructor(scope: Construct, id: string, config: StageConfig, props: StackProps) {
    super(scope, id, props);
    this.keys = {
      data: this.rotatedKey("DataKey", "Encrypts the tables"),
      lookup: this.macKey("LookupKey", "Makes the values by which identity numbers are looked up"),
      candidate: this.macKey("CandidateKey", "Makes the names of candidates who are not to be known"),
      link: this.macKey("LinkKey", "Makes the secrets of links"),
      identity: this.rotatedKey("IdentityKey", "Seals the data keys of identity numbers"),
      operations: this.rotatedKey("OperationsKey", "Encrypts logs, alarms and undelivered events"),
    };
    this.letServicesUse(this.keys.operations);
    this.tables = perTable((name) => createTable(this, constructId(name), this.keys.data, name));
    this.mail = new EmailIdentity(this, "Mail", {
      identity: Identity.domain(config.mailDomain),
      configurationSet: this.mailEvents(config),
    });
    const zone = zoneOf(this, config);
    for (const [at, { name, value }] of this.mail.dkimRecords.entries()) {
      new CnameRecord(this, `MailSignature${at + 1}`, { zone, recordName: `${name}.`, domainName: value });
    }
    this.alarms = new Topic(this, "Alarms", { masterKey: this.keys.operations, enforceSSL: true });
    // Requiring TLS gives the topic a policy of its own in place of the usual one, by which the account's alarms may publish.
    this.alarms.grantPublish(this.accountsAlarms());
    if (config.operatorsMail !== undefined) this.alarms.addSubscription(new EmailSubscription(config.operatorsMail));
  }

  /** What becomes of a mail is told on the account's own bus, which is the only one that SES knows. */
  private mailEvents(config: StageConfig): ConfigurationSet {
    const set = new ConfigurationSet(this, "MailEvents", {
      configurationSetName: mailEventsName(config),
      reputationMetrics: true,
    });
    set.addEventDestination("Bus", {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, "DefaultBus", "default")),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT, EmailSendingEvent.REJECT, EmailSendingEvent.DELIVERY_DELAY],
    });
    return set;
  }

  private rotatedKey(id: string, description: string): Key {
    return new Key(this, id, { description, enableKeyRotation: true, ...keptKey });
  }

  /** AWS rotates no HMAC key; ours carry their version in what they make. */
  private macKey(id: string, description: string): Key {
    return new Key(this, id, {
      description,
      keySpec: KeySpec.HMAC_256,
      keyUsage: KeyUsage.GENERATE_VERIFY_MAC,
      ...keptKey,
    });
  }

  /** The services that write under this key without a role of ours: logs of this account, alarms on their way to the topic, and undelivered events. */
  private letServicesUse(key: Key): void {
    const logs = new ServicePrincipal(`logs.${this.region}.amazonaws.com`, {
      conditions: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": this.formatArn({ service: "logs", resource: "*" }) } },
    });
    key.grantEncryptDecrypt(logs);
    key.grantEncryptDecrypt(this.accountsAlarms());
    // For events that no function took, on their way into a queue.
    key.grantEncryptDecrypt(
      new ServicePrincipal("events.amazonaws.com", { conditions: { StringEquals: { "aws:SourceAccount": this.account } } }),
    );
  }

  /** CloudWatch, for alarms of this account alone. */
  private accountsAlarms(): ServicePrincipal {
    return new ServicePrincipal("cloudwatch.amazonaws.com", {
      conditions: { StringEquals: { "aws:SourceAccount": this.account } },
    });
  }
}
