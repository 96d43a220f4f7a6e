import { AttributeType, Billing, ProjectionType, StreamViewType, TableEncryptionV2, TableV2 } from "aws-cdk-lib/aws-dynamodb";
import { AnyPrincipal, Effect, Grant, type IGrantable, PolicyDocument, PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Key } from "aws-cdk-lib/aws-kms";
import { Stack, Tags } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import { expiryAttribute, type Table, type TableName, type TableOperation, tables } from "../../shared/store/tables.ts";
import { kept } from "./platform.ts";

const string = (name: string) => ({ name, type: AttributeType.STRING });

/** A table that outlives its stack: on demand, encrypted under our key, restorable to any second of 35 days. */
export function createTable(scope: Construct, id: string, encryptionKey: Key, name: TableName): TableV2 {
  const { indexes, stream, due }: Table = tables[name];
  const table = new TableV2(scope, id, {
    partitionKey: string("pk"),
    sortKey: string("sk"),
    billing: Billing.onDemand(),
    encryption: TableEncryptionV2.customerManagedKey(encryptionKey),
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
    resourcePolicy: deletedByCloudFormationAlone(scope),
    removalPolicy: kept,
    timeToLiveAttribute: expiryAttribute,
    globalSecondaryIndexes: Object.entries(indexes).map(([indexName, { keys, include }]) => ({
      indexName,
      partitionKey: string(keys[0]),
      sortKey: string(keys[1]),
      ...(include === undefined
        ? { projectionType: ProjectionType.ALL }
        : { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...include] }),
    })),
    ...(stream ? { dynamoStream: StreamViewType.NEW_IMAGE } : {}),
  });
  // The clock of the embedded cloud stops at what is due.
  if (due !== undefined) Tags.of(table).add("titian:due-index", `${due.index}:${due.attribute}`);
  return table;
}

/**
 * Nobody deletes the table by hand without taking this policy away first. DynamoDB's own protection would hold CloudFormation
 * up, too, where it takes back a first deployment that failed (ADR 8); later on `kept` holds CloudFormation back.
 */
function deletedByCloudFormationAlone(scope: Construct): PolicyDocument {
  const deploys = Stack.of(scope).formatArn({
    service: "iam",
    region: "",
    resource: "role",
    resourceName: "cdk-*-cfn-exec-role-*",
  });
  return new PolicyDocument({
    statements: [
      new PolicyStatement({
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ["dynamodb:DeleteTable"],
        // The table's own ARN is not known before there is the table; the policy reaches no other.
        resources: ["*"],
        conditions: {
          ArnNotLike: { "aws:PrincipalArn": deploys },
          "ForAllValues:StringNotEquals": { "aws:CalledVia": ["cloudformation.amazonaws.com"] },
        },
      }),
    ],
  });
}

/** What IAM calls each operation on a table itself. */
const actions: Readonly<Partial<Record<TableOperation, string>>> = {
  get: "dynamodb:GetItem",
  "get many": "dynamodb:BatchGetItem",
  query: "dynamodb:Query",
  put: "dynamodb:PutItem",
  update: "dynamodb:UpdateItem",
  delete: "dynamodb:DeleteItem",
  check: "dynamodb:ConditionCheckItem",
};
const changing: readonly TableOperation[] = ["put", "update", "delete"];

/** Lets a function do so much with a table, and what that takes of the key that encrypts it. */
export function grantTable(table: TableV2, encryptionKey: Key, operations: readonly TableOperation[], grantee: IGrantable): void {
  for (const operation of operations) {
    const index = /^by (.+)$/.exec(operation)?.[1];
    const action = index === undefined ? actions[operation] : "dynamodb:Query";
    if (action === undefined) throw new Error(`It is not said what IAM calls the operation ${operation}`);
    // The table's own grants would open all of its indexes with it.
    const resource = index === undefined ? table.tableArn : `${table.tableArn}/index/${index}`;
    Grant.addToPrincipal({ grantee, actions: [action], resourceArns: [resource] });
  }
  // DynamoDB uses the key on behalf of whoever calls it, as CDK's own grants have it.
  encryptionKey.grant(grantee, "kms:DescribeKey");
  if (operations.some((item) => changing.includes(item))) encryptionKey.grantEncryptDecrypt(grantee);
  else encryptionKey.grantDecrypt(grantee);
}
