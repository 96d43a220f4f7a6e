/** What a state machine is told of a process: its status, which wait is open, until when. Ids and times only. */
import { notFound } from "../../domain/errors.ts";
import type { Deps } from "../deps.ts";

export type ProcessStatusNow = { readonly next: string; readonly waitNo: number; readonly deadline: string | null };

/** Reads the status of a process, as it is now. Errors: NOT_FOUND. */
export async function processStatus(deps: Deps, processId: string): Promise<ProcessStatusNow> {
  const row = await deps.store.processes.row(processId);
  if (!row) throw notFound("process");
  return { next: row.status, waitNo: row.waitNo, deadline: row.deadline ?? null };
}
