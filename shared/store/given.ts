/** What a function is given of the tables: what its needs name. In the cloud IAM holds it to that; here it is said by name. */
import type { TableName, TableNeeds, TableOperation } from "./tables.ts";

export type Given = {
  /** Who is given it, as a person finds it: the function's name. */
  readonly function: string;
  readonly tables: TableNeeds;
};

/** A function has reached for what its needs do not name: a mistake of ours, never of whoever called it. */
export class NotGiven extends Error {
  override readonly name = "NotGiven";
  /** Such as `employers: update`. */
  readonly need: string;
  constructor(name: string, need: string) {
    super(`The function ${name} was not given "${need}": its needs do not name it`);
    this.need = need;
  }
}

/** Throws where the needs do not name an operation on a table. */
export function requireGiven({ function: name, tables }: Given, table: TableName, operation: TableOperation): void {
  const given: readonly TableOperation[] = tables[table] ?? [];
  if (!given.includes(operation)) throw new NotGiven(name, `${table}: ${operation}`);
}
