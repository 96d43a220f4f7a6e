import type { DatabaseSync } from "node:sqlite";
import type { Adapter } from "oidc-provider";
import * as z from "zod";

const row = z.object({ payload: z.string().transform((text) => z.record(z.string(), z.unknown()).parse(JSON.parse(text))) });

const schema = `
  CREATE TABLE IF NOT EXISTS artifact (
    model TEXT NOT NULL, id TEXT NOT NULL, payload TEXT NOT NULL, grantId TEXT, uid TEXT, expiresAt INTEGER, PRIMARY KEY (model, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS artifactByGrant ON artifact (grantId) WHERE grantId IS NOT NULL;
  CREATE INDEX IF NOT EXISTS artifactByUid ON artifact (model, uid) WHERE uid IS NOT NULL;
  CREATE INDEX IF NOT EXISTS artifactByEnd ON artifact (expiresAt) WHERE expiresAt IS NOT NULL;
`;

/** Keeps what oidc-provider has to remember (sessions, grants, codes, refresh tokens) in the identity's database. */
export function createAdapters(database: DatabaseSync): (model: string) => Adapter {
  database.exec(schema);
  const sweep = database.prepare("DELETE FROM artifact WHERE expiresAt < ?");
  const write = database.prepare("INSERT OR REPLACE INTO artifact VALUES (?, ?, ?, ?, ?, ?)");
  const read = database.prepare(
    "SELECT payload FROM artifact WHERE model = ? AND id = ? AND (expiresAt IS NULL OR expiresAt > ?)",
  );
  const readByUid = database.prepare(
    "SELECT payload FROM artifact WHERE model = ? AND uid = ? AND (expiresAt IS NULL OR expiresAt > ?)",
  );
  const consume = database.prepare("UPDATE artifact SET payload = json_set(payload, '$.consumed', ?) WHERE model = ? AND id = ?");
  const remove = database.prepare("DELETE FROM artifact WHERE model = ? AND id = ?");
  const removeGrant = database.prepare("DELETE FROM artifact WHERE grantId = ?");
  const payloadOf = (found: unknown) => (found === undefined ? undefined : row.parse(found).payload);
  const textOf = (value: unknown) => (typeof value === "string" ? value : null);
  let sweptAt = 0;

  return (model) => ({
    upsert: async (id, payload, expiresIn) => {
      const now = Date.now();
      if (now - sweptAt > 3_600_000) {
        sweep.run(now);
        sweptAt = now;
      }
      // A grant's own id is `jti`; only what hangs on a grant goes with it.
      const expiresAt = expiresIn === undefined ? null : now + expiresIn * 1000;
      write.run(model, id, JSON.stringify(payload), textOf(payload.grantId), textOf(payload.uid), expiresAt);
    },
    find: async (id) => payloadOf(read.get(model, id, Date.now())),
    findByUid: async (uid) => payloadOf(readByUid.get(model, uid, Date.now())),
    // Of the device flow, which is not offered.
    findByUserCode: async () => undefined,
    consume: async (id) => {
      consume.run(Math.floor(Date.now() / 1000), model, id);
    },
    destroy: async (id) => {
      remove.run(model, id);
    },
    revokeByGrantId: async (grantId) => {
      removeGrant.run(grantId);
    },
  });
}
