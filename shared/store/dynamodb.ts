/** A thin front on DynamoDB: items are parsed on the way in, writes are data with a label, one transaction a command. */
import {
  type AttributeValue,
  BatchGetItemCommand,
  type BatchGetItemCommandOutput,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod";
import { refusal } from "../domain/errors.ts";
import { type Given, NotGiven, requireGiven } from "./given.ts";
import type { IndexName, TableName, TableNames, TableOperation } from "./tables.ts";

export type Key = { readonly pk: string; readonly sk: string };

/** An item as plain data; `undefined` values are left out when it is written. */
export type Item = Readonly<Record<string, unknown>>;

/** A condition or update in DynamoDB's own words, with the names and values it uses. */
export type Expression = {
  readonly names?: Readonly<Record<string, string>>;
  readonly values?: Readonly<Record<string, unknown>>;
};

/**
 * One write of a transaction. The label says in a failure which condition did not hold. An `append` puts an item where none is,
 * and nothing else may be done to the table of the audit: what stands there is never written over, changed or deleted.
 */
export type Write = { readonly label: string } & (
  | { readonly table: TableName; readonly kind: "append"; readonly item: Item & Key }
  | ({ readonly table: Exclude<TableName, "audit"> } & (
      | ({ readonly kind: "put"; readonly item: Item & Key; readonly condition?: string } & Expression)
      | ({ readonly kind: "update"; readonly key: Key; readonly update: string; readonly condition?: string } & Expression)
      | ({ readonly kind: "delete"; readonly key: Key; readonly condition?: string } & Expression)
      | ({ readonly kind: "check"; readonly key: Key; readonly condition: string } & Expression)
    ))
);

/** How a transaction ended: done, refused by the named conditions, or in the way of another one. */
export type CommitResult =
  | { readonly kind: "committed" }
  | { readonly kind: "refused"; readonly labels: readonly string[] }
  | { readonly kind: "conflict" };

export type Page<T> = { readonly items: readonly T[]; readonly cursor?: string };

export type QueryInput<N extends TableName = TableName> = {
  readonly index?: IndexName<N>;
  readonly condition: string;
  readonly limit?: number;
  readonly cursor?: string | undefined;
  readonly descending?: boolean;
  readonly consistent?: boolean;
  /**
   * Its keys hold names of people. Cursors stand in URLs, where no personal data may be: those of such an index hold the base
   * key alone, and where that row stands in the index is read again with the next page. A row that was moved within its list
   * meanwhile is gone on from where it stands now.
   */
  readonly indexHoldsNames?: true;
} & Expression;

export type CountInput<N extends TableName = TableName> = {
  readonly index: IndexName<N>;
  readonly condition: string;
  readonly filter?: string;
} & Expression;

export type Database = {
  readonly get: <T>(table: TableName, key: Key, schema: z.ZodType<T>) => Promise<T | undefined>;
  /** Items by their keys, in the order of the keys; undefined where there is none. */
  readonly getMany: <T>(table: TableName, keys: readonly Key[], schema: z.ZodType<T>) => Promise<readonly (T | undefined)[]>;
  readonly query: <T, N extends TableName>(table: N, input: QueryInput<N>, schema: z.ZodType<T>) => Promise<Page<T>>;
  /** How many items a query finds; `filter` is a condition on what is no key. */
  readonly count: <N extends TableName>(table: N, input: CountInput<N>) => Promise<number>;
  readonly commit: (writes: readonly Write[]) => Promise<CommitResult>;
  /** One conditional write outside a transaction; false: the condition did not hold. */
  readonly writeOne: (write: Write) => Promise<boolean>;
  /** One conditional update outside a transaction, and the item as it is then; undefined: the condition did not hold. */
  readonly updateOne: <T>(write: Extract<Write, { kind: "update" }>, schema: z.ZodType<T>) => Promise<T | undefined>;
};

/** The most items that BatchGetItem gives at once (API reference of DynamoDB). */
const mostAtOnce = 100;

const nameOfKey = ({ pk, sk }: Readonly<Record<string, AttributeValue>>): string => JSON.stringify([pk?.S, sk?.S]);

const plain = (value: Readonly<Record<string, unknown>>): Record<string, AttributeValue> =>
  marshall(value, { removeUndefinedValues: true });

/**
 * Opens the tables through a client of the SDK.
 * @param given what the caller is held to; everything where it is not said
 */
export function openDatabase(client: DynamoDBClient, names: Partial<TableNames>, given?: Given): Database {
  const nameOf = (table: TableName, operation: TableOperation): string => {
    if (given) requireGiven(given, table, operation);
    const name = names[table];
    if (name === undefined) throw new NotGiven(given?.function ?? "-", table);
    return name;
  };
  const expressionOf = ({ names: placeholders, values }: Expression) => ({
    ...(placeholders ? { ExpressionAttributeNames: { ...placeholders } } : {}),
    ...(values ? { ExpressionAttributeValues: plain(values) } : {}),
  });

  const itemOf = (write: Write): TransactWriteItem => {
    if (write.kind === "append")
      return {
        Put: { TableName: nameOf(write.table, "put"), Item: plain(write.item), ConditionExpression: "attribute_not_exists(pk)" },
      };
    const TableName = nameOf(write.table, write.kind);
    const condition = write.condition ? { ConditionExpression: write.condition } : {};
    switch (write.kind) {
      case "put":
        return { Put: { TableName, Item: plain(write.item), ...condition, ...expressionOf(write) } };
      case "update":
        return {
          Update: { TableName, Key: plain(write.key), UpdateExpression: write.update, ...condition, ...expressionOf(write) },
        };
      case "delete":
        return { Delete: { TableName, Key: plain(write.key), ...condition, ...expressionOf(write) } };
      case "check":
        return {
          ConditionCheck: { TableName, Key: plain(write.key), ConditionExpression: write.condition, ...expressionOf(write) },
        };
    }
  };

  /** Where a page goes on. A cursor that is garbled, or of another partition (another office's list), is refused. */
  const startKeyOf = async (table: TableName, input: QueryInput, cursor: string): Promise<Record<string, string>> => {
    const [partition = ""] = input.condition.split(" ");
    const kept = readCursor(cursor);
    const key = input.indexHoldsNames ? await indexKeyOf(table, partition, kept) : kept;
    if (!key || key[partition] !== input.values?.[":pk"]) throw invalidCursor();
    return key;
  };

  /** The key of a row in an index, as it stands now; undefined where the row is gone. */
  const indexKeyOf = async (table: TableName, partition: string, { pk, sk }: Record<string, string>) => {
    const keyNames = ["pk", "sk", partition, partition.replace(/Pk$/, "Sk")];
    const response = await client.send(
      new GetItemCommand({
        TableName: nameOf(table, "get"),
        Key: plain({ pk, sk }),
        ConsistentRead: true,
        ProjectionExpression: keyNames.join(", "),
      }),
    );
    return response.Item && cursorKey.parse(unmarshall(response.Item));
  };

  return {
    async get(table, key, schema) {
      const response = await client.send(
        new GetItemCommand({ TableName: nameOf(table, "get"), Key: plain(key), ConsistentRead: true }),
      );
      return response.Item ? schema.parse(unmarshall(response.Item)) : undefined;
    },
    async getMany(table, wanted, schema) {
      const TableName = nameOf(table, "get many");
      const found = new Map<string, Record<string, AttributeValue>>();
      // DynamoDB refuses a key that comes twice; what it leaves undone, it names.
      const distinct = new Map(wanted.map((key) => [nameOfKey(plain(key)), plain(key)]));
      const undone = [...distinct.values()];
      while (undone.length > 0) {
        const Keys = undone.splice(0, mostAtOnce);
        const response: BatchGetItemCommandOutput = await client.send(
          new BatchGetItemCommand({ RequestItems: { [TableName]: { Keys, ConsistentRead: true } } }),
        );
        for (const item of response.Responses?.[TableName] ?? []) found.set(nameOfKey(item), item);
        undone.push(...(response.UnprocessedKeys?.[TableName]?.Keys ?? []));
      }
      return wanted.map((key) => {
        const item = found.get(nameOfKey(plain(key)));
        return item && schema.parse(unmarshall(item));
      });
    },
    async query(table, input, schema) {
      const { cursor } = input;
      const read = async () =>
        client.send(
          new QueryCommand({
            TableName: nameOf(table, input.index ? `by ${input.index}` : "query"),
            KeyConditionExpression: input.condition,
            ScanIndexForward: !input.descending,
            ...(input.index ? { IndexName: input.index } : { ConsistentRead: input.consistent ?? true }),
            ...(input.limit ? { Limit: input.limit } : {}),
            ...(cursor ? { ExclusiveStartKey: plain(await startKeyOf(table, input, cursor)) } : {}),
            ...expressionOf(input),
          }),
        );
      const response = await read().catch((error: unknown) => {
        // The right partition, and yet no key of this index: a cursor of another list, or one that was made up.
        throw cursor && error instanceof Error && error.name === "ValidationException" ? invalidCursor() : error;
      });
      const items = (response.Items ?? []).map((item) => schema.parse(unmarshall(item)));
      return response.LastEvaluatedKey ? { items, cursor: writeCursor(input, unmarshall(response.LastEvaluatedKey)) } : { items };
    },
    async count(table, input) {
      let found = 0;
      let from: Record<string, AttributeValue> | undefined;
      do {
        const response = await client.send(
          new QueryCommand({
            TableName: nameOf(table, `by ${input.index}`),
            IndexName: input.index,
            KeyConditionExpression: input.condition,
            Select: "COUNT",
            ...(input.filter ? { FilterExpression: input.filter } : {}),
            ...(from ? { ExclusiveStartKey: from } : {}),
            ...expressionOf(input),
          }),
        );
        found += response.Count ?? 0;
        from = response.LastEvaluatedKey;
      } while (from);
      return found;
    },
    async commit(writes) {
      try {
        await client.send(new TransactWriteItemsCommand({ TransactItems: writes.map(itemOf) }));
        return { kind: "committed" };
      } catch (error) {
        if (!(error instanceof TransactionCanceledException)) throw error;
        const reasons = error.CancellationReasons ?? [];
        const labels = writes.filter((_, at) => reasons[at]?.Code === "ConditionalCheckFailed").map((write) => write.label);
        if (labels.length > 0) return { kind: "refused", labels };
        if (reasons.some((reason) => reason.Code === "TransactionConflict")) return { kind: "conflict" };
        throw error;
      }
    },
    async writeOne(write) {
      const item = itemOf(write);
      if (item.Put) return (await held(client.send(new PutItemCommand(item.Put)))) !== undefined;
      if (item.Update) return (await held(client.send(new UpdateItemCommand(item.Update)))) !== undefined;
      throw new Error(`writeOne does not do ${write.kind}`);
    },
    async updateOne(write, schema) {
      const { Update } = itemOf(write);
      const response = Update && (await held(client.send(new UpdateItemCommand({ ...Update, ReturnValues: "ALL_NEW" }))));
      return response?.Attributes && schema.parse(unmarshall(response.Attributes));
    },
  };
}

/** The response to a conditional write; undefined where its condition did not hold. */
async function held<T>(response: Promise<T>): Promise<T | undefined> {
  try {
    return await response;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined;
    throw error;
  }
}

/** Everything that a query finds, page after page. */
export async function everyPage<T>(read: (cursor: string | undefined) => Promise<Page<T>>): Promise<readonly T[]> {
  const found: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    found.push(...page.items);
    cursor = page.cursor;
  } while (cursor);
  return found;
}

/** Cursors are opaque to callers: the key of the last item, as base64url JSON of strings. */
export function writeCursor({ indexHoldsNames }: QueryInput, { pk, sk, ...index }: Readonly<Record<string, unknown>>): string {
  return Buffer.from(JSON.stringify({ pk, sk, ...(indexHoldsNames ? {} : index) })).toString("base64url");
}

const cursorKey = z.record(z.string(), z.coerce.string());

function readCursor(cursor: string): Record<string, string> {
  try {
    return cursorKey.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch {
    // Not JSON, or not of an object: refused like every other cursor that is not ours.
    throw invalidCursor();
  }
}

const invalidCursor = () => refusal("REQUEST_INVALID", [{ code: "cursor.invalid", path: "cursor" }]);
