import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/**
 * Makes this process the only embedded cloud on a data folder. The lock is one of the operating system (sqlite's), which
 * goes with the process however that ends: a killed cloud leaves nothing to clean up. Throws where another one runs.
 */
export function lockDataFolder(folder: string): { readonly release: () => void } {
  mkdirSync(folder, { recursive: true });
  const database = new DatabaseSync(join(folder, "lock.sqlite"));
  const pidFile = join(folder, "lock.pid");
  try {
    database.exec("PRAGMA busy_timeout = 0; PRAGMA journal_mode = DELETE; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
  } catch {
    database.close();
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

function readPid(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "unknown";
  }
}
