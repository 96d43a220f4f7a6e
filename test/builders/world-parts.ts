/** What the worlds of a worker share: one Dynoxide, one KMS, the tables of the template, the two definitions as they are kept. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureSynthesised } from "../../infra/synth.ts";
import { createDynamoDbClient } from "../../local/dynamodb/client.ts";
import { createTables } from "../../local/dynamodb/create-tables.ts";
import { startDynamoDb } from "../../local/dynamodb/dynoxide.ts";
import { createKms, type Kms } from "../../local/kms/kms.ts";
import { readCloudModel } from "../../local/template/index.ts";
import type { KeyUse } from "../../shared/api/needs.ts";
import { perTable, type TableNames } from "../../shared/store/tables.ts";
import { sharedInWorker } from "./worker-end.ts";

export type WorldParts = {
  readonly dynamodb: string;
  readonly kms: Kms;
  readonly keys: Readonly<Record<KeyUse, string>>;
  /** Makes tables for one world alone. */
  readonly makeTables: () => Promise<TableNames>;
};

/** The definition of a machine, with each `${task}` as the name of the function that does it. */
export function readDefinition(file: "placement" | "follow-up"): string {
  const path = join(import.meta.dirname, "..", "..", "infra", "workflows", `${file}.asl.json`);
  return readFileSync(path, "utf8").replaceAll(/\$\{(\w+)\}/g, (_all, task: string) => task);
}

/** Starts what is shared, when it is first asked for. Synthesises where the assembly is not that of the sources. */
async function openParts(): Promise<WorldParts & { readonly close: () => Promise<void> }> {
  const { cdkOut } = await ensureSynthesised();
  const model = readCloudModel({ cdkOut, publicUrl: "https://titian.test" });
  // In memory where there is such a place: nothing here has to outlive the machine.
  const folder = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "titian-world-"));
  const server = await startDynamoDb({ folder });
  const { call, close } = createDynamoDbClient(server.endpoint);
  const kms = createKms({ dataFolder: folder, keys: model.keys });
  const keyOf = (start: string): string => {
    const key = model.keys.find(({ logicalId }) => logicalId.startsWith(start));
    if (!key) throw new Error(`the template has no key ${start}`);
    return key.keyId;
  };
  let worlds = 0;
  return {
    dynamodb: server.endpoint,
    kms,
    keys: {
      lookUpIdentity: keyOf("LookupKey"),
      nameCandidates: keyOf("CandidateKey"),
      makeLinkSecret: keyOf("LinkKey"),
      sealIdentity: keyOf("IdentityKey"),
      openIdentity: keyOf("IdentityKey"),
    },
    async makeTables() {
      worlds += 1;
      const made = perTable((table) => {
        const found = model.tables.find(({ logicalId }) => logicalId.toLowerCase().startsWith(table));
        if (!found) throw new Error(`the template has no table ${table}`);
        return { ...found, name: `${table}-world-${worlds}` };
      });
      await createTables(call, Object.values(made));
      return perTable((table) => made[table].name);
    },
    async close() {
      close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The parts, opened by the first file of a worker that asks. */
export const shareParts = sharedInWorker(openParts, ({ close }) => close());
