/** The functions that may reach outside: the relay on the stream, the sweep, the reconciler. */

import { SESv2Client } from "@aws-sdk/client-sesv2";
import { SFNClient } from "@aws-sdk/client-sfn";
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import type { Deps } from "../commands/deps.ts";
import type { Outside } from "../commands/relay/outside.ts";
import type { RelayDeps } from "../commands/relay/relay-deps.ts";
import { relayRow } from "../commands/relay/relay-row.ts";
import type { OutboxRow } from "../store/outbox.ts";
import { makeDeps, once, type WithNeeds } from "./deps.ts";
import { describeError, log } from "./log.ts";
import { openOutside } from "./outside.ts";
import { withoutLog } from "./sdk.ts";
import { readRelaySettings } from "./settings.ts";

/** Adds the outside to the dependencies. Failed and dead rows are logged by id and kind, what was withheld by its process. */
export function makeRelayDeps(deps: Deps, outside: Outside, publicUrl: string): RelayDeps {
  const fields = (row: OutboxRow) => ({ row: row.pk, kind: row.kind });
  return {
    ...deps,
    outside,
    publicUrl,
    noteFailure: (row, error) => log.warn("EFFECT_FAILED", { ...fields(row), ...describeError(error) }),
    noteWithheld: (processId) => log.warn("OWN_VALUE_WITHHELD", { processId }),
    noteDead: (row) => log.error("EFFECT_DEAD", fields(row)),
  };
}

/** The dependencies of this function's process, made once. */
export const relayFunctionDeps = ({ needs }: WithNeeds): (() => RelayDeps) =>
  once(() => {
    const settings = readRelaySettings();
    return makeRelayDeps(
      makeDeps(needs),
      openOutside(withoutLog(new SFNClient({})), withoutLog(new SESv2Client({})), settings),
      settings.publicUrl,
    );
  });

/**
 * The fast path: works off the new rows of a batch, side by side, since each is a key of its own and the stream promises no order
 * among keys. A row whose effect fails is put off in its own record and the batch goes on, so that it never holds up its shard;
 * only a record that could not even be looked at is given back to the stream.
 */
export async function relayBatch(deps: RelayDeps, event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  const given = await Promise.all(event.Records.map((record) => relayRecord(deps, record)));
  return {
    batchItemFailures: given
      .filter((itemIdentifier) => itemIdentifier !== undefined)
      .map((itemIdentifier) => ({ itemIdentifier })),
  };
}

/** Answers the number of a record that is to come again. */
async function relayRecord(deps: RelayDeps, { eventName, dynamodb }: DynamoDBRecord): Promise<string | undefined> {
  const pk = dynamodb?.Keys?.pk?.S;
  if (eventName !== "INSERT" || !pk) return undefined;
  const dueAt = dynamodb?.NewImage?.dueAt?.S;
  if (dueAt !== undefined && dueAt > deps.now()) return undefined;
  try {
    await relayRow(deps, pk);
    return undefined;
  } catch (error) {
    log.error("ROW_NOT_TAKEN", { row: pk, ...describeError(error) });
    return dynamodb?.SequenceNumber;
  }
}
