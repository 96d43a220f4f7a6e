/** The sqlite file that holds everything: machines, their revisions, executions, their tasks and their history. */
import type { SQLInputValue, StatementSync } from "node:sqlite";
import { inTransaction, openDatabase as openFile } from "../database.ts";

const schema = `
  CREATE TABLE IF NOT EXISTS machines (
    arn TEXT PRIMARY KEY, name TEXT NOT NULL, status TEXT NOT NULL, revision TEXT NOT NULL, updated INTEGER NOT NULL,
    created INTEGER NOT NULL, settings TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS revisions (
    id TEXT PRIMARY KEY, machine TEXT NOT NULL, definition TEXT NOT NULL, role TEXT NOT NULL, created INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS executions (
    number INTEGER PRIMARY KEY AUTOINCREMENT, arn TEXT NOT NULL UNIQUE, machine TEXT NOT NULL, name TEXT NOT NULL,
    status TEXT NOT NULL, revision TEXT NOT NULL, trace TEXT, input TEXT NOT NULL, output TEXT, error TEXT, cause TEXT,
    started INTEGER NOT NULL, stopped INTEGER, deadline INTEGER,
    variables TEXT NOT NULL, events INTEGER NOT NULL, phase TEXT NOT NULL, state TEXT NOT NULL, state_input TEXT NOT NULL,
    entered INTEGER NOT NULL, entered_event INTEGER NOT NULL, due INTEGER, token TEXT,
    retry_count INTEGER NOT NULL, retriers TEXT NOT NULL) STRICT;
  CREATE INDEX IF NOT EXISTS executions_by_machine ON executions (machine, status, number);
  CREATE INDEX IF NOT EXISTS executions_by_due ON executions (due) WHERE status = 'RUNNING' AND due IS NOT NULL;
  CREATE INDEX IF NOT EXISTS executions_by_deadline ON executions (deadline) WHERE status = 'RUNNING' AND deadline IS NOT NULL;
  CREATE TABLE IF NOT EXISTS tasks (
    token TEXT PRIMARY KEY, execution TEXT NOT NULL, kind TEXT NOT NULL, arguments TEXT NOT NULL, status TEXT NOT NULL,
    submitted INTEGER NOT NULL, timeout_due INTEGER, heartbeat_seconds INTEGER, heartbeat_due INTEGER,
    output TEXT, failure TEXT) STRICT;
  CREATE INDEX IF NOT EXISTS tasks_by_execution ON tasks (execution);
  CREATE INDEX IF NOT EXISTS tasks_by_timeout ON tasks (timeout_due) WHERE status = 'OPEN' AND timeout_due IS NOT NULL;
  CREATE INDEX IF NOT EXISTS tasks_by_heartbeat ON tasks (heartbeat_due) WHERE status = 'OPEN' AND heartbeat_due IS NOT NULL;
  CREATE TABLE IF NOT EXISTS events (
    execution TEXT NOT NULL, id INTEGER NOT NULL, previous INTEGER NOT NULL, at INTEGER NOT NULL, type TEXT NOT NULL,
    details TEXT NOT NULL, PRIMARY KEY (execution, id)) STRICT, WITHOUT ROWID;
`;

export type Database = {
  readonly run: (sql: string, ...values: SQLInputValue[]) => number;
  readonly get: (sql: string, ...values: SQLInputValue[]) => unknown;
  readonly all: (sql: string, ...values: SQLInputValue[]) => unknown[];
  /** Runs `work` in one transaction; what it throws rolls everything back. */
  readonly transact: <Result>(work: () => Result) => Result;
  readonly close: () => void;
};

/** Opens (or makes) the database. Each commit outlives the process, however that ends. */
export function openDatabase(path: string): Database {
  const database = openFile(path);
  database.exec(schema);
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const statement = database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  return {
    run: (sql, ...values) => Number(prepare(sql).run(...values).changes),
    get: (sql, ...values) => prepare(sql).get(...values),
    all: (sql, ...values) => prepare(sql).all(...values),
    transact: (work) => inTransaction(database, work),
    close: () => database.close(),
  };
}
