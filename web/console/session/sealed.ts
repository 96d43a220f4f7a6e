/**
 * Small databases of what was typed and is not with the server yet, so that a page that is lost loses none of it. All of it is
 * encrypted: on a device that is not the user's own under a key that dies with the tab, on an own one under a key that cannot be
 * read out. It goes with the login.
 */
import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from "idb";
import { isTrusted, loginId, onSignOut } from "./session.ts";

type Kept = { readonly key: string; readonly login: string; readonly iv: Uint8Array<ArrayBuffer>; readonly sealed: ArrayBuffer };
interface Schema extends DBSchema {
  rows: { key: string; value: Kept };
  keys: { key: string; value: CryptoKey };
}

export type SealedStore = {
  readonly put: (key: string, value: unknown) => Promise<void>;
  readonly drop: (key: string) => Promise<void>;
  /** What can still be read, each with the login that it was kept under. */
  readonly all: () => Promise<readonly { readonly login: string; readonly text: string }[]>;
};

const keyName = "titian.kunci";
const algorithm = { name: "AES-GCM", length: 256 } as const;

export function sealedStore(database: string): SealedStore {
  let opened: Promise<IDBPDatabase<Schema>> | undefined;
  const open = (): Promise<IDBPDatabase<Schema>> => {
    opened ??= openDB<Schema>(database, 1, {
      upgrade: (made) => {
        made.createObjectStore("rows", { keyPath: "key" });
        made.createObjectStore("keys");
      },
      blocking: () => void forget(),
    });
    return opened;
  };
  async function sealingKey(): Promise<CryptoKey> {
    if (!isTrusted()) return keyOfTab();
    const made = await open();
    const kept = await made.get("keys", keyName);
    if (kept) return kept;
    const key = await crypto.subtle.generateKey(algorithm, false, ["encrypt", "decrypt"]);
    await made.put("keys", key, keyName);
    return key;
  }
  async function forget(): Promise<void> {
    sessionStorage.removeItem(keyName);
    (await opened)?.close();
    opened = undefined;
    await deleteDB(database).catch(() => undefined);
  }
  onSignOut(forget);
  return {
    put: async (key, value) => {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const text = new TextEncoder().encode(JSON.stringify(value));
      const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await sealingKey(), text);
      await (await open()).put("rows", { key, login: loginId() ?? "", iv, sealed });
    },
    drop: async (key) => (await open()).delete("rows", key),
    all: async () => {
      const made = await open();
      const key = await sealingKey();
      const found = (await made.getAll("rows")).map(async ({ login, iv, sealed }) => {
        const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, sealed).catch(() => undefined);
        return plain ? [{ login, text: new TextDecoder().decode(plain) }] : [];
      });
      return (await Promise.all(found)).flat();
    },
  };
}

async function keyOfTab(): Promise<CryptoKey> {
  const text = sessionStorage.getItem(keyName);
  const raw =
    text === null ? crypto.getRandomValues(new Uint8Array(32)) : Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  if (text === null) sessionStorage.setItem(keyName, btoa(String.fromCharCode(...raw)));
  return crypto.subtle.importKey("raw", raw, algorithm, false, ["encrypt", "decrypt"]);
}
