/** A function that reaches for what its needs do not name is told so by name, before anything is asked of the cloud. */
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { KMSClient } from "@aws-sdk/client-kms";
import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import { reconcile, relayOutbox } from "../../../shared/api/inner-functions.ts";
import { routes } from "../../../shared/api/routes.ts";
import { openKeys } from "../../../shared/runtime/keys.ts";
import { describeError } from "../../../shared/runtime/log.ts";
import { readRelaySettings, readSettings } from "../../../shared/runtime/settings.ts";
import { NotGiven } from "../../../shared/store/given.ts";
import { outboxPut } from "../../../shared/store/outbox.ts";
import { staffPut } from "../../../shared/store/staff.ts";
import { openStore } from "../../../shared/store/store.ts";
import { buildStaff } from "../../builders/records.ts";

const credentials = { accessKeyId: "test", secretAccessKey: "test" };
const nowhere = { region: "ap-southeast-3", credentials, endpoint: "http://127.0.0.1:9", maxAttempts: 1 };
const dynamodb = new DynamoDBClient(nowhere);
const kms = new KMSClient(nowhere);
afterAll(() => {
  dynamodb.destroy();
  kms.destroy();
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe("a store that is held to the needs of reconcile", () => {
  const given = { function: "titian-dev-reconcile", tables: reconcile.needs.tables };
  const store = openStore(dynamodb, { placements: "p", outbox: "o" }, given);
  const order = outboxPut("ob_1", { kind: "RECONCILE", ref: { shard: 1 } }, "2026-03-02T02:00:00.000Z");

  test.each([
    ["clients: get", () => store.clients.client("cl_1")],
    ["placements: get", () => store.processes.row("pl_1")],
    ["placements: by office", () => store.processes.ofOffice("of_1", { limit: 1 })],
    ["outbox: update", () => store.outbox.putOff("OB#1", "2026-03-02T02:00:00.000Z", "2026-03-02T02:00:00.000Z", true)],
    ["staff: put", () => store.database.commit([order, staffPut(buildStaff(1))])],
  ])("refuses %s, naming it and the function", async (need, run) => {
    const error = await run().then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(NotGiven);
    expect(error).toMatchObject({
      message: `The function titian-dev-reconcile was not given "${need}": its needs do not name it`,
    });
    expect(describeError(error)).toMatchObject({ errorName: "NotGiven", code: need });
  });

  test("lets through what they name", async () => {
    await expect(store.processes.open(1, { limit: 1 })).rejects.toMatchObject({ code: "ECONNREFUSED" });
    await expect(store.database.commit([order])).rejects.toMatchObject({ code: "ECONNREFUSED" });
  });
});

test("a key that was not given is refused by the name of its use", async () => {
  const keys = openKeys(kms, { lookUpIdentity: "k1" }, "titian-dev-register-client");
  await expect(keys.lookup("3603120101750919")).rejects.toMatchObject({ code: "ECONNREFUSED" });
  await expect(keys.linkSecret("li_1", 1)).rejects.toThrow(
    'The function titian-dev-register-client was not given "key: makeLinkSecret"',
  );
});

describe("the environment", () => {
  test("is read as far as the needs go, and names all that is missing", () => {
    vi.stubEnv("AWS_LAMBDA_FUNCTION_NAME", "titian-dev-register-client");
    vi.stubEnv("TABLE_CLIENTS", "c");
    vi.stubEnv("KEY_LOOKUP", "k");
    expect(() => readSettings(routes.registerClient.needs)).toThrow(
      "The function titian-dev-register-client lacks TABLE_PLACEMENTS, TABLE_STAFF, TABLE_AUDIT, KEY_IDENTITY in its environment",
    );
    for (const [name, value] of Object.entries({ TABLE_PLACEMENTS: "p", TABLE_STAFF: "s", TABLE_AUDIT: "a", KEY_IDENTITY: "i" }))
      vi.stubEnv(name, value);
    vi.stubEnv("TABLE_OUTBOX", "o");
    expect(readSettings(routes.registerClient.needs)).toEqual({
      tables: { clients: "c", placements: "p", staff: "s", audit: "a" },
      keys: { lookUpIdentity: "k", sealIdentity: "i" },
    });
  });

  test("of what reaches outside names machines, sender and address", () => {
    expect(relayOutbox.needs).toMatchObject({ processes: true, mail: true });
    expect(() => readRelaySettings()).toThrow("lacks MACHINE_PLACEMENT, MACHINE_FOLLOW_UP, MAIL_SENDER, PUBLIC_URL");
  });
});
