import { Agent, request } from "node:http";
import * as z from "zod";

/** Calls one operation of DynamoDB or of DynamoDB Streams with the JSON that goes over the wire. */
export type DynamoDbCall = (operation: string, input: unknown) => Promise<unknown>;

/** An error that DynamoDB answered. `name` is AWS's, without its namespace. */
export class DynamoDbError extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

const errorSchema = z.object({ __type: z.string(), message: z.string().optional(), Message: z.string().optional() });
const streamOperations = new Set(["ListStreams", "DescribeStream", "GetShardIterator", "GetRecords"]);

/**
 * A client for the host's own few calls. The SDK would cost it memory and half the start; stream records are passed
 * on to functions in exactly the JSON that comes over the wire.
 */
export function createDynamoDbClient(endpoint: string): { readonly call: DynamoDbCall; readonly close: () => void } {
  const agent = new Agent({ keepAlive: true });
  const call: DynamoDbCall = (operation, input) =>
    new Promise((resolve, reject) => {
      const body = JSON.stringify(input);
      const service = streamOperations.has(operation) ? "DynamoDBStreams_20120810" : "DynamoDB_20120810";
      const headers = {
        "content-type": "application/x-amz-json-1.0",
        "content-length": Buffer.byteLength(body),
        "x-amz-target": `${service}.${operation}`,
        "x-amz-date": "20260101T000000Z",
        authorization:
          "AWS4-HMAC-SHA256 Credential=embedded/20260101/local/dynamodb/aws4_request, SignedHeaders=host;x-amz-date, Signature=0",
      };
      const outgoing = request(endpoint, { method: "POST", agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => {
          const text = Buffer.concat(chunks).toString("utf8");
          try {
            const parsed: unknown = JSON.parse(text);
            if (response.statusCode === 200) return resolve(parsed);
            const error = errorSchema.parse(parsed);
            reject(new DynamoDbError(error.__type.split("#").pop() ?? error.__type, error.message ?? error.Message ?? ""));
          } catch {
            reject(new Error(`${operation}: DynamoDB answered ${response.statusCode}: ${text.slice(0, 200)}`));
          }
        });
      });
      outgoing.on("error", reject);
      outgoing.end(body);
    });
  return { call, close: () => agent.destroy() };
}
