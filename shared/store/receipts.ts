/** How the word was taken that brought a process to a version. */
import type { ProcessState } from "../domain/process/process.ts";
import type { Receipt } from "../domain/record/receipt.ts";
import type { Write } from "./dynamodb.ts";
import { keys } from "./keys.ts";

/** How the word was taken that brought a state to its version: by whom, when, how, with which evidence. */
export const receiptPut = (state: ProcessState, given: Receipt, recordedBy: string): Write => ({
  label: "receipt",
  table: "placements",
  kind: "put",
  item: { ...keys.receipt(state.id, state.version), version: state.version, ...given, recordedBy },
  condition: "attribute_not_exists(pk)",
});
