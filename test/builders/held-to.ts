/** Requests and functions of a world are held to the needs of the functions that would do them in the cloud. */
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { KMSClient } from "@aws-sdk/client-kms";
import type { KeyUse } from "../../shared/api/needs.ts";
import { type Route, routes } from "../../shared/api/routes.ts";
import type { Deps } from "../../shared/commands/deps.ts";
import type { WithNeeds } from "../../shared/runtime/deps.ts";
import { openKeys } from "../../shared/runtime/keys.ts";
import { openStore } from "../../shared/store/store.ts";
import type { TableNames } from "../../shared/store/tables.ts";

export type Opened = {
  readonly dynamodb: DynamoDBClient;
  readonly tables: TableNames;
  readonly kms: KMSClient;
  readonly keys: Readonly<Record<KeyUse, string>>;
};

/** The dependencies as a function is given them: what its needs do not name fails by name. */
export const heldTo =
  (deps: Deps, { dynamodb, tables, kms, keys }: Opened) =>
  (name: string, { needs }: WithNeeds): Deps => ({
    ...deps,
    store: openStore(dynamodb, tables, { function: name, tables: needs.tables ?? {} }),
    keys: openKeys(kms, Object.fromEntries((needs.keys ?? []).map((use) => [use, keys[use]])), name),
  });

/** The route behind each request of `carry.ts` about one record. */
export const routeOf: Readonly<Record<string, Route>> = {
  approve: routes.approveShortlist,
  reject: routes.approveShortlist,
  clientSays: routes.answerForClient,
  employerSays: routes.answerForEmployer,
  reached: routes.noteEmployerReached,
  askAnew: routes.askEmployerAnew,
  interview: routes.recordInterview,
  review: routes.reviewPlacement,
  confirm: routes.confirmStart,
  notStarted: routes.confirmStart,
  withdraw: routes.withdrawPlacement,
  close: routes.closeVacancy,
  terminate: routes.terminateAgreement,
  withdrawConsent: routes.recordConsent,
};
