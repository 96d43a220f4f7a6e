/** Whoever is asked may not be the one who decides: they name who is. */
import { colleagueNoted } from "../../api/links.ts";
import type { routes } from "../../api/routes.ts";
import { refusal } from "../../domain/errors.ts";
import { linkColleague } from "../../store/links.ts";
import { outboxPut } from "../../store/outbox.ts";
import { earlierResponse, idempotencyPut } from "../idempotency.ts";
import { commitWithRetry } from "../process/retry.ts";
import type { OpenCommand } from "../request.ts";
import { findLink, isOpen } from "./find-link.ts";

/**
 * Orders that the colleague be kept with the contact and the officer told, who puts the question to them by changing the contact;
 * until then the link goes on working. Errors: LINK_INVALID, LINK_EXPIRED.
 */
export const nameColleague: OpenCommand<typeof routes.nameColleague> = (deps, { body, from, idempotency }) => {
  const { linkId, secret, ...colleague } = body;
  return commitWithRetry(deps, async () => {
    const found = await findLink(deps, { linkId, secret }, from);
    const earlier = await earlierResponse(deps, idempotency, colleagueNoted);
    if (earlier) return earlier;
    const now = deps.now();
    const { link } = found;
    if (!isOpen(found, now) || link.usedAt !== undefined) throw refusal("LINK_EXPIRED");
    // What was typed stays with the link: an order holds nothing by which somebody could be known.
    const ref = { topic: "COLLEAGUE_NAMED", id: link.employerId, linkId } as const;
    const response = { noted: true } as const;
    return {
      kind: "write",
      response,
      writes: [
        linkColleague(linkId, { ...colleague, at: now }),
        outboxPut(deps.newId("outbox"), { kind: "FANOUT", ref }, now),
        ...idempotencyPut(idempotency, response, now),
      ],
    };
  });
};
