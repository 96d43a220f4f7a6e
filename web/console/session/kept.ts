/**
 * What is kept of a login between pages: the refresh token and where it is redeemed. In sessionStorage, which dies with the tab;
 * on a device that the user has called their own in IndexedDB, so that new tabs need no login. An access token is never kept.
 */
export type Kept = {
  /** Names this login: a tab holds a lock of this name, which a copy of the tab cannot get. */
  readonly id: string;
  readonly refreshToken: string;
  readonly clientId: string;
  readonly tokenEndpoint: string;
  readonly revocationEndpoint?: string | undefined;
  readonly endSessionEndpoint?: string | undefined;
  /** Whether the device is the user's own: data may be kept on it. */
  readonly trusted: boolean;
};

const name = "titian.sesi";
const database = "titian-sesi";
const store = "kept";

export const isKept = (value: unknown): value is Kept =>
  typeof value === "object" &&
  value !== null &&
  "id" in value &&
  "refreshToken" in value &&
  "clientId" in value &&
  "tokenEndpoint" in value &&
  typeof value.refreshToken === "string";

function ofTab(): Kept | undefined {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(name) ?? "null");
    return isKept(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A request of the small database that holds the login of an own device; undefined where the browser keeps none. */
async function withStore<T>(mode: IDBTransactionMode, use: (rows: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> {
  return new Promise((resolve) => {
    const opening = indexedDB.open(database, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(store);
    opening.onerror = () => resolve(undefined);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(store, mode);
      const request = use(transaction.objectStore(store));
      const end = (value?: T): void => {
        opening.result.close();
        resolve(value);
      };
      transaction.oncomplete = () => end(request.result);
      transaction.onerror = () => end();
      transaction.onabort = () => end();
    };
  });
}

/** Asked without opening a database where none was ever made: a device that is not trusted has none. */
const everTrusted = (): boolean => {
  try {
    return localStorage.getItem(name) === "1";
  } catch {
    return false;
  }
};

export async function readKept(): Promise<Kept | undefined> {
  const own = ofTab();
  if (own || !everTrusted()) return own;
  const value: unknown = await withStore("readonly", (rows) => rows.get(name));
  return isKept(value) ? value : undefined;
}

export async function writeKept(kept: Kept): Promise<void> {
  if (!kept.trusted) return sessionStorage.setItem(name, JSON.stringify(kept));
  localStorage.setItem(name, "1");
  await withStore("readwrite", (rows) => rows.put(kept, name));
}

export async function forgetKept(): Promise<void> {
  sessionStorage.removeItem(name);
  if (!everTrusted()) return;
  localStorage.removeItem(name);
  await new Promise<void>((resolve) => {
    const deleting = indexedDB.deleteDatabase(database);
    deleting.onsuccess = deleting.onerror = deleting.onblocked = () => resolve();
  });
}
