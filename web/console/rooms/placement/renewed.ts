/** An act that was refused because another question was open by then, for the question that is open now. */

import { askedEntry } from "../../acts/entry.ts";
import type { Placement } from "../../acts/send.ts";
import { isRecord } from "../../api/problem.ts";
import type { Row } from "../../outbox/row.ts";

/** Undefined where it is about a vacancy that is not asked any more: then only its sheet can say what is meant. */
export function renewed({ asked }: Row, placement: Placement): Row["asked"] | undefined {
  const { body } = asked;
  if (!isRecord(body)) return asked;
  if ("vacancyId" in body && body.vacancyId !== askedEntry(placement)?.vacancyId) return undefined;
  return "waitNo" in body ? { ...asked, body: { ...body, waitNo: placement.waitNo } } : asked;
}
