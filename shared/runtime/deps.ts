/** Puts the world together: the one place where a clock is read and clients are made. */

import { setTimeout as sleep } from "node:timers/promises";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { KMSClient } from "@aws-sdk/client-kms";
import { ulid } from "ulid";
import type { Deps } from "../commands/deps.ts";
import { idPrefixes } from "../domain/identifiers/ids.ts";
import { openStore } from "../store/store.ts";
import { openKeys } from "./keys.ts";
import { readSettings, type Settings } from "./settings.ts";

/** The dependencies of commands from a client and settings; tests bring their own client with faults in it. */
export function makeDeps(dynamodb: DynamoDBClient, kms: KMSClient, settings: Settings): Deps {
  return {
    store: openStore(dynamodb, {
      clients: settings.TABLE_CLIENTS,
      employers: settings.TABLE_EMPLOYERS,
      placements: settings.TABLE_PLACEMENTS,
      staff: settings.TABLE_STAFF,
      outbox: settings.TABLE_OUTBOX,
      audit: settings.TABLE_AUDIT,
    }),
    now: () => new Date().toISOString(),
    newId: (kind) => `${idPrefixes[kind]}_${ulid()}`,
    keys: openKeys(kms, settings),
    pause: async (milliseconds) => {
      // Jitter keeps two that collided from colliding again.
      await sleep(milliseconds * (0.5 + Math.random()));
    },
  };
}

let kept: Deps | undefined;

/** The dependencies of this function's process, made once. */
export function functionDeps(): Deps {
  kept ??= makeDeps(new DynamoDBClient({}), new KMSClient({}), readSettings());
  return kept;
}
