/** Definitions that were read once, by the revision of their machine. */
import type { Database } from "./database.ts";
import { describeDiagnostics, type Machine } from "./definition.ts";
import { parseDefinition } from "./parse-definition.ts";
import { findRevision } from "./store.ts";

/** The machine of a revision. Throws where its definition is none that the interpreter does. */
export type MachineOf = (revision: string) => Machine;

export function createMachineCache(database: Database): MachineOf {
  const machines = new Map<string, Machine>();
  return (revision) => {
    const known = machines.get(revision);
    if (known !== undefined) return known;
    const { machine, diagnostics } = parseDefinition(findRevision(database, revision).definition);
    if (machine === undefined) throw new Error(describeDiagnostics(diagnostics));
    machines.set(revision, machine);
    return machine;
  };
}
