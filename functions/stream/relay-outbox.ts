import type { DynamoDBStreamEvent } from "aws-lambda";
import * as innerFunctions from "../../shared/api/inner-functions.ts";
import { relayBatch, relayFunctionDeps } from "../../shared/runtime/relay.ts";

const deps = relayFunctionDeps(innerFunctions.relayOutbox);

export const handler = (event: DynamoDBStreamEvent) => relayBatch(deps(), event);
