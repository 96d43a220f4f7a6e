import { AttributeType, Billing, ProjectionType, StreamViewType, TableEncryptionV2, TableV2 } from "aws-cdk-lib/aws-dynamodb";
import type { IGrantable } from "aws-cdk-lib/aws-iam";
import type { Key } from "aws-cdk-lib/aws-kms";
import { RemovalPolicy, Tags } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import type { TableAccess } from "../functions.ts";

/** An index: its partition and sort key, and what it holds. */
export type IndexSpec = {
  readonly keys: readonly [partition: string, sort: string];
  /** The attributes besides the keys; all unless said. */
  readonly include?: readonly string[];
};

export type TableSpec = {
  readonly indexes?: Readonly<Record<string, IndexSpec>>;
  /** Whether a stream carries the new image of each item. */
  readonly stream?: true;
  /** `<index>:<attribute>`: which moments of this table the clock of the embedded cloud must stop at. */
  readonly dueIndex?: string;
};

const string = (name: string) => ({ name, type: AttributeType.STRING });

/** A table that outlives its stack: on demand, encrypted under our key, restorable to any second of 35 days. */
export function createTable(scope: Construct, id: string, encryptionKey: Key, spec: TableSpec): TableV2 {
  const table = new TableV2(scope, id, {
    partitionKey: string("pk"),
    sortKey: string("sk"),
    billing: Billing.onDemand(),
    encryption: TableEncryptionV2.customerManagedKey(encryptionKey),
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
    timeToLiveAttribute: "expiresAt",
    globalSecondaryIndexes: Object.entries(spec.indexes ?? {}).map(([indexName, { keys, include }]) => ({
      indexName,
      partitionKey: string(keys[0]),
      sortKey: string(keys[1]),
      ...(include === undefined
        ? { projectionType: ProjectionType.ALL }
        : { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...include] }),
    })),
    ...(spec.stream ? { dynamoStream: StreamViewType.NEW_IMAGE } : {}),
  });
  if (spec.dueIndex !== undefined) Tags.of(table).add("titian:due-index", spec.dueIndex);
  return table;
}

/** Lets a function do so much with a table, and what that takes of the key that encrypts it. */
export function grantTable(table: TableV2, encryptionKey: Key, access: TableAccess, grantee: IGrantable): void {
  switch (access) {
    case "read":
      table.grantReadData(grantee);
      return;
    case "write":
      table.grantReadWriteData(grantee);
      return;
    case "append":
      table.grant(grantee, "dynamodb:PutItem");
      encryptionKey.grantEncryptDecrypt(grantee);
  }
}
