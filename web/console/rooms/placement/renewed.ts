/** An act that was refused because another question was open by then, for the question that is open now. */
import type { Placement } from "../../acts/send.ts";
import type { Row } from "../../outbox/row.ts";
import { isStillMeant } from "./still-meant.ts";

/** Undefined where its words are no answer to it: then only the sheet can say what is meant. */
export function renewed({ asked, refused }: Row, placement: Placement): Row["asked"] | undefined {
  const { body } = asked;
  if (body === undefined) return asked;
  // Refused for a newer question, and this is still the one that was answered: the newer one has not been read yet.
  if (refused?.status === 409 && "waitNo" in body && body.waitNo === placement.waitNo) return undefined;
  if (!isStillMeant(body, placement)) return undefined;
  return "waitNo" in body ? { ...asked, body: { ...body, waitNo: placement.waitNo } } : asked;
}
