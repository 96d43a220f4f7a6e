import type { TableV2 } from "aws-cdk-lib/aws-dynamodb";
import type { Key } from "aws-cdk-lib/aws-kms";
import { HostedZone, type IHostedZone } from "aws-cdk-lib/aws-route53";
import type { EmailIdentity } from "aws-cdk-lib/aws-ses";
import type { Topic } from "aws-cdk-lib/aws-sns";
import { RemovalPolicy } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import type { TableName } from "../../shared/store/tables.ts";
import type { StageConfig } from "../config.ts";

/** The keys, each for one use: none of them can stand in for another. */
export type Keys = {
  /** Encrypts the tables at rest. */
  readonly data: Key;
  /** Makes the values by which an identity number is looked up. */
  readonly lookup: Key;
  /** Makes the names by which candidates are told apart without being known. */
  readonly candidate: Key;
  /** Makes the secrets of links. */
  readonly link: Key;
  /** Seals the data keys of identity numbers. */
  readonly identity: Key;
  /** Encrypts logs, alarms and undelivered events. */
  readonly operations: Key;
};

/** What every stack with functions stands on. */
export type Platform = {
  readonly config: StageConfig;
  readonly tables: Readonly<Record<TableName, TableV2>>;
  readonly keys: Keys;
  readonly mail: EmailIdentity;
  readonly alarms: Topic;
  /** The folder of a function's bundle, by the function's name. */
  readonly bundleOf: (name: string) => string;
  /** The folder of the literal definitions of the state machines. */
  readonly workflows: string;
};

/** The name of a function, machine or schedule in its stage. */
export const nameIn = (config: StageConfig, name: string): string => `titian-${config.stage}-${name}`;

/** The configuration set by which it is told what becomes of a mail. */
export const mailEventsName = (config: StageConfig): string => nameIn(config, "mails");

/**
 * For what holds state: it stays when it is replaced or its stack goes. Only a deployment that creates it and then fails takes
 * it back, so that the next one finds nothing in its way.
 */
export const kept = RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE;

/** Where the stage answers, without a slash at its end: no link is mailed under any other name, which might go. */
export const publicUrlOf = (config: StageConfig): string => `https://${config.domain}`;

/** The zone of the operator's domain, in which all names of the stage are written. */
export const zoneOf = (scope: Construct, { zone }: StageConfig): IHostedZone =>
  HostedZone.fromHostedZoneAttributes(scope, "Zone", { hostedZoneId: zone.id, zoneName: zone.name });
