/** Which execution carries a process. */
import type { OutboxEffect } from "../../store/outbox.ts";

/** The execution that carries a run of a process. Its input holds the id and nothing else. */
export function executionOf({ processId, attempt, run }: Extract<OutboxEffect, { kind: "START" }>["ref"]) {
  const ulid = processId.slice(3);
  return processId.startsWith("fu_")
    ? ({ machine: "followUp", name: `fu-${ulid}-r${run}`, input: JSON.stringify({ followUpId: processId }) } as const)
    : ({
        machine: "placement",
        name: `pl-${ulid}-a${attempt}-r${run}`,
        input: JSON.stringify({ placementId: processId }),
      } as const);
}
