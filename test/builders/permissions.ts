/** What a recorded call needs of IAM: https://docs.aws.amazon.com/service-authorization/latest/reference/ */
import * as z from "zod";
import { sealedKeyId } from "../../local/kms/seal.ts";
import { account, region } from "../../local/part.ts";
import type { CloudModel } from "../../local/template/model.ts";
import type { Permission } from "./iam.ts";
import type { Call } from "./recorded-calls.ts";

const onTable = z.object({ TableName: z.string(), IndexName: z.string().optional() });
const transaction = z.object({ TransactItems: z.array(z.record(z.string(), onTable)) });
const manyTables = z.object({ RequestItems: z.record(z.string(), z.unknown()) });
const transactionActions: Readonly<Record<string, string>> = {
  Put: "PutItem",
  Update: "UpdateItem",
  Delete: "DeleteItem",
  ConditionCheck: "ConditionCheckItem",
};
const writing = new Set(["PutItem", "UpdateItem", "DeleteItem"]);

/** Whether it is a change of a table. */
export const changes = ({ action }: Permission): boolean => writing.has(action.replace(/^dynamodb:/, ""));

/** What the call needs. Throws where a call is not known: it must be entered here first. */
export function permissionsOf({ target, path, body }: Call, model: CloudModel): readonly Permission[] {
  const [service = "", action = ""] = target.split(".");
  if (path.startsWith("/v2/email/outbound-emails")) {
    const { FromEmailAddress } = z.object({ FromEmailAddress: z.string() }).parse(JSON.parse(body));
    const domain = FromEmailAddress.replace(/^.*@|>$/g, "");
    return [{ action: "ses:SendEmail", resource: `arn:aws:ses:${region}:${account}:identity/${domain}` }];
  }
  if (service.startsWith("DynamoDB_")) return tablePermissions(action, JSON.parse(body), model);
  if (service === "TrentService" && action === "Decrypt") {
    const { CiphertextBlob } = z.object({ CiphertextBlob: z.string() }).parse(JSON.parse(body));
    // The call names no key: what was sealed says which one it wants.
    const keyId = sealedKeyId(Buffer.from(CiphertextBlob, "base64"));
    return [{ action: `kms:${action}`, resource: model.keys.find((key) => key.keyId === keyId)?.arn ?? "no such key" }];
  }
  if (service === "TrentService") {
    const { KeyId } = z.object({ KeyId: z.string() }).parse(JSON.parse(body));
    return [{ action: `kms:${action}`, resource: KeyId }];
  }
  if (service === "AWSStepFunctions")
    return [{ action: `states:${action}`, resource: stateResource(action, JSON.parse(body), model) }];
  throw new Error(`A function has called what is not known here: ${target || path}`);
}

function tablePermissions(action: string, input: unknown, model: CloudModel): readonly Permission[] {
  if (action === "TransactWriteItems")
    return transaction
      .parse(input)
      .TransactItems.flatMap((item) =>
        Object.entries(item).flatMap(([kind, { TableName }]) =>
          tablePermission(transactionActions[kind] ?? kind, TableName, undefined, model),
        ),
      );
  if (action === "BatchGetItem")
    return Object.keys(manyTables.parse(input).RequestItems).flatMap((name) => tablePermission(action, name, undefined, model));
  const { TableName, IndexName } = onTable.parse(input);
  return tablePermission(action, TableName, IndexName, model);
}

/** The action on the table or its index, and the use of the key under which the table is encrypted. */
function tablePermission(action: string, tableName: string, index: string | undefined, model: CloudModel): readonly Permission[] {
  const table = model.tables.find(({ name }) => name === tableName);
  const key = model.keys.find(({ logicalId }) => logicalId.startsWith("DataKey"));
  if (!table || !key) throw new Error(`there is no table ${tableName}, or no key of the tables`);
  const resource = index === undefined ? table.arn : `${table.arn}/index/${index}`;
  const uses = writing.has(action) ? ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"] : ["kms:Decrypt"];
  return [{ action: `dynamodb:${action}`, resource }, ...uses.map((use) => ({ action: use, resource: key.arn }))];
}

function stateResource(action: string, input: unknown, model: CloudModel): string {
  const { stateMachineArn, executionArn } = z
    .object({ stateMachineArn: z.string().optional(), executionArn: z.string().optional() })
    .parse(input);
  // A token does not tell its machine; both are granted alike.
  return stateMachineArn ?? executionArn ?? model.stateMachines[0]?.arn ?? action;
}
