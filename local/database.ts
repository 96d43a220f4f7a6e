import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";

/**
 * Opens a sqlite file whose commits survive SIGKILL of this process at any moment; `:memory:` for none. Throws, with the file's
 * name, where it is no database or cannot be read.
 */
export function openDatabase(file: string): DatabaseSync {
  if (file !== ":memory:") mkdirSync(dirname(file), { recursive: true });
  try {
    const database = new DatabaseSync(file);
    database.exec("PRAGMA busy_timeout = 2000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
    // Reads the schema, in which damage shows that the settings above do not touch.
    database.prepare("SELECT count(*) FROM sqlite_schema").get();
    return database;
  } catch (cause) {
    throw new Error(`The database ${file} cannot be opened: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

/** Runs work in one transaction: all of it is kept or nothing. */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    database.exec("ROLLBACK");
    throw error;
  }
}
