import type { DynamoDBStreamEvent } from "aws-lambda";
import { relayBatch, relayFunctionDeps } from "../../shared/runtime/relay.ts";

export const handler = (event: DynamoDBStreamEvent) => relayBatch(relayFunctionDeps(), event);
