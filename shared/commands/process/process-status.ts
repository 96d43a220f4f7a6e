/** What a state machine is told of a process: where it stands, which wait is open, until when. Ids and times only. */
import { notFound } from "../../domain/errors.ts";
import type { Deps } from "../deps.ts";

export type WhereItStands = { readonly next: string; readonly waitNo: number; readonly deadline: string | null };

/** Reads where a process stands now. Errors: NOT_FOUND. */
export async function whereItStands(deps: Deps, processId: string): Promise<WhereItStands> {
  const row = await deps.store.processes.row(processId);
  if (!row) throw notFound("process");
  return { next: row.status, waitNo: row.waitNo, deadline: row.deadline ?? null };
}
