/** A NIK that is known: a client of the asker's office is named, of another office's nothing is said but that it may be asked for. */
import { type DomainError, refusal } from "../../domain/errors.ts";
import type { Staff } from "../../domain/offices/staff.ts";
import type { Deps } from "../deps.ts";
import { traceLookup } from "../offices/lookups.ts";

/** Runs what may meet a NIK that is taken. Errors: NIK_TAKEN with what may be said of the holder, LOOKUPS_EXHAUSTED. */
export async function traceNik<T>(deps: Deps, staff: Staff, nik: string | undefined, run: () => Promise<T>): Promise<T> {
  if (nik === undefined) return run();
  const describe = async (error: DomainError) => {
    if (error.code !== "NIK_TAKEN") return undefined;
    const holder = await holderOf(deps, nik);
    const isOwn = holder?.officeId === staff.officeId;
    return {
      found: { event: "nikKnown", about: holder?.id } as const,
      error: refusal("NIK_TAKEN", [isOwn ? { code: "client.known", value: holder.id } : { code: "client.elsewhere" }]),
    };
  };
  return traceLookup(deps, staff, describe, run);
}

/** The client who holds a NIK. */
export async function holderOf(deps: Deps, nik: string) {
  const lock = await deps.store.clients.byNik(await deps.keys.lookup(nik));
  return lock && (await deps.store.clients.client(lock.clientId))?.state;
}
