/** Makes the dependencies: the one place where a clock is read and clients are made. */

import { setTimeout as sleep } from "node:timers/promises";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { KMSClient } from "@aws-sdk/client-kms";
import { ulid } from "ulid";
import type { Needs } from "../api/needs.ts";
import type { Deps } from "../commands/deps.ts";
import { idPrefixes } from "../domain/identifiers/ids.ts";
import { openStore } from "../store/store.ts";
import { openKeys } from "./keys.ts";
import { log } from "./log.ts";
import { withoutLog } from "./sdk.ts";
import { functionName, readSettings } from "./settings.ts";

/** A row of a list of functions, as far as its function is made of it. */
export type WithNeeds = { readonly needs: Needs };

/** The dependencies of commands, held to what the needs name. */
export function makeDeps(needs: Needs): Deps {
  const { tables, keys } = readSettings(needs);
  const name = functionName();
  return {
    store: openStore(withoutLog(new DynamoDBClient({})), tables, { function: name, tables: needs.tables ?? {} }),
    now: () => new Date().toISOString(),
    newId: (kind) => `${idPrefixes[kind]}_${ulid()}`,
    keys: openKeys(withoutLog(new KMSClient({})), keys, name),
    noteTries: (count, linkId) => log.warn("LINK_TRIED_IN_ROWS", { count, ...(linkId === undefined ? {} : { link: linkId }) }),
    noteLookups: (count) => log.warn("LOOKUPS_IN_ROWS", { count }),
    pause: async (milliseconds) => {
      // Jitter keeps two that collided from colliding again.
      await sleep(milliseconds * (0.5 + Math.random()));
    },
  };
}

/** Makes something once, at the first call: a cold start that lacks something fails there, where it is logged. */
export function once<T>(make: () => T): () => T {
  let kept: { readonly made: T } | undefined;
  return () => {
    kept ??= { made: make() };
    return kept.made;
  };
}

/** The dependencies of this function's process, made once. */
export const functionDeps = ({ needs }: WithNeeds): (() => Deps) => once(() => makeDeps(needs));
