import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/**
 * Makes this process the only embedded cloud on a data folder. The lock is one of the operating system (sqlite's), which
 * goes with the process however that ends: a killed cloud leaves nothing to clean up. Throws where another one runs, and where the
 * lock cannot be taken for another reason.
 */
export function lockDataFolder(folder: string): { readonly release: () => void } {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "lock.sqlite");
  const database = new DatabaseSync(file);
  const pidFile = join(folder, "lock.pid");
  try {
    database.exec("PRAGMA busy_timeout = 0; PRAGMA journal_mode = DELETE; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
  } catch (cause) {
    database.close();
    if (!isBusy(cause)) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`The lock ${file} cannot be taken: ${why}. Nothing is kept in it: if it is damaged, it may be deleted`, {
        cause,
      });
    }
    throw new Error(`Another embedded cloud (process ${readPid(pidFile)}) runs on the data folder ${folder}`);
  }
  writeFileSync(pidFile, String(process.pid));
  return {
    release: () => {
      database.exec("ROLLBACK");
      database.close();
    },
  };
}

/** SQLITE_BUSY, also in its extended forms. https://www.sqlite.org/rescode.html#busy */
function isBusy(thrown: unknown): boolean {
  return thrown instanceof Error && "errcode" in thrown && Number(thrown.errcode) % 256 === 5;
}

function readPid(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "unknown";
  }
}
