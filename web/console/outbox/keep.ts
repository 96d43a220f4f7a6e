/**
 * Rows of the outbox in IndexedDB, so that a page that is lost loses no act. What was typed is kept encrypted: on a device that
 * is not the user's own under a key that dies with the tab, on an own one under a key that cannot be read out.
 */
import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from "idb";
import { isTrusted, loginId, onSignOut } from "../session/session.ts";
import type { Row } from "./row.ts";

type Kept = { readonly key: string; readonly login: string; readonly iv: Uint8Array<ArrayBuffer>; readonly sealed: ArrayBuffer };
interface Schema extends DBSchema {
  rows: { key: string; value: Kept };
  keys: { key: string; value: CryptoKey };
}

const database = "titian-kirim";
const keyName = "titian.kunci";
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

const algorithm = { name: "AES-GCM", length: 256 } as const;

async function sealingKey(): Promise<CryptoKey> {
  if (!isTrusted()) return keyOfTab();
  const made = await open();
  const kept = await made.get("keys", keyName);
  if (kept) return kept;
  const key = await crypto.subtle.generateKey(algorithm, false, ["encrypt", "decrypt"]);
  await made.put("keys", key, keyName);
  return key;
}

async function keyOfTab(): Promise<CryptoKey> {
  const text = sessionStorage.getItem(keyName);
  const raw =
    text === null ? crypto.getRandomValues(new Uint8Array(32)) : Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  if (text === null) sessionStorage.setItem(keyName, btoa(String.fromCharCode(...raw)));
  return crypto.subtle.importKey("raw", raw, algorithm, false, ["encrypt", "decrypt"]);
}

export async function keepRow(row: Row): Promise<void> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const key = await sealingKey();
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, new TextEncoder().encode(JSON.stringify(row)));
  await (await open()).put("rows", { key: row.key, login: loginId() ?? "", iv, sealed });
}

export async function dropRow(key: string): Promise<void> {
  await (await open()).delete("rows", key);
}

/** The rows of this login that can still be read, oldest first. */
export async function keptRows(): Promise<readonly Row[]> {
  const made = await open();
  const key = await sealingKey();
  const rows: Row[] = [];
  for (const { login, iv, sealed } of await made.getAll("rows")) {
    if (!isTrusted() && login !== loginId()) continue;
    const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, sealed).catch(() => undefined);
    if (plain) rows.push(JSON.parse(new TextDecoder().decode(plain)));
  }
  return rows.toSorted((one, other) => one.madeAt - other.madeAt);
}

async function forget(): Promise<void> {
  sessionStorage.removeItem(keyName);
  (await opened)?.close();
  opened = undefined;
  await deleteDB(database).catch(() => undefined);
}
onSignOut(forget);
