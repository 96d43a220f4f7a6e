/** The peer: transactions of about the size of a command's, straight at Dynoxide. */
import { createDynamoDbClient } from "../../local/dynamodb/client.ts";

const table = "bench-bare-transactions";

/** What a command writes on the way from a start to a placement: state, audit row, waits, outbox, holds, receipt of the request. */
const items = 8;
const bytesOfItem = 500;

/** So many transactions Dynoxide commits in a second, asked by so many at once for some seconds. */
export async function measureBareTransactions(dynamodbUrl: string, atOnce: number, seconds: number): Promise<number> {
  const { call, close } = createDynamoDbClient(dynamodbUrl);
  try {
    await call("CreateTable", {
      TableName: table,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: [
        { AttributeName: "pk", AttributeType: "S" },
        { AttributeName: "sk", AttributeType: "S" },
      ],
      KeySchema: [
        { AttributeName: "pk", KeyType: "HASH" },
        { AttributeName: "sk", KeyType: "RANGE" },
      ],
    });
    let committed = 0;
    const began = performance.now();
    const isOver = (): boolean => performance.now() - began > seconds * 1000;
    const commitAll = async (actor: number): Promise<void> => {
      for (let version = 1; !isOver(); version += 1) {
        await call("TransactWriteItems", { TransactItems: transaction(`PL#${actor}`, version) });
        committed += 1;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, (_, actor) => commitAll(actor)));
    const took = (performance.now() - began) / 1000;
    await call("DeleteTable", { TableName: table });
    return committed / took;
  } finally {
    close();
  }
}

/** One row that is changed on its version, as a process is, and new rows beside it. */
function transaction(pk: string, version: number): unknown[] {
  const data = { S: "x".repeat(bytesOfItem) };
  const state = {
    Put: {
      TableName: table,
      Item: { pk: { S: pk }, sk: { S: "STATE" }, version: { N: String(version) }, data },
      ...(version === 1
        ? { ConditionExpression: "attribute_not_exists(pk)" }
        : {
            ConditionExpression: "#version = :before",
            ExpressionAttributeNames: { "#version": "version" },
            ExpressionAttributeValues: { ":before": { N: String(version - 1) } },
          }),
    },
  };
  const beside = Array.from({ length: items - 1 }, (_, at) => ({
    Put: {
      TableName: table,
      Item: { pk: { S: `${pk}#${version}` }, sk: { S: `ROW#${at}` }, data },
      ConditionExpression: "attribute_not_exists(pk)",
    },
  }));
  return [state, ...beside];
}
