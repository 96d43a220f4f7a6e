/** Whose word a process rests on. */
import type { Actor } from "./actor.ts";

/** A second member of staff has acted, or somebody has spoken by a link of their own. */
export const severalVoices = "-";

/** Whose word a process rests on once an actor has acted. @param voice whose it was before */
export function voiceAfter(voice: string | undefined, actor: Actor): string | undefined {
  if (actor.kind === "system" || voice === undefined) return voice;
  return actor.kind === "staff" && actor.staffId === voice ? voice : severalVoices;
}
