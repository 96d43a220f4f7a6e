/** A number of the office's register that is known: the client who has it is named, for both are of one office. */
import { DomainError, refusal } from "../../domain/errors.ts";
import type { Deps } from "../deps.ts";

/** Runs what may meet a register number that is taken. Errors: REGISTER_NUMBER_TAKEN with the client who has it. */
export async function nameRegistered<T>(
  deps: Deps,
  officeId: string,
  number: string | null | undefined,
  run: () => Promise<T>,
): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!number || !(error instanceof DomainError) || error.code !== "REGISTER_NUMBER_TAKEN") throw error;
    const held = await deps.store.clients.byRegisterNumber(officeId, number);
    throw held ? refusal("REGISTER_NUMBER_TAKEN", [{ code: "client.known", value: held.clientId }]) : error;
  }
}
