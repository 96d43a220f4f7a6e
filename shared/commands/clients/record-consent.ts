/** Records that a client gave, refused or withdrew a consent; a no that holds recalls what is live at once (UU 27/2022 art. 22–24). */
import type { routes } from "../../api/routes.ts";
import type { Client } from "../../domain/clients/client.ts";
import {
  acrossNames,
  type Consent,
  type ConsentAction,
  consentTextHashes,
  consentTextVersion,
  isNo,
  supersederOf,
} from "../../domain/clients/consent.ts";
import { namesOf } from "../../domain/employers/merge.ts";
import { notFound, refusal } from "../../domain/errors.ts";
import { consentPut } from "../../store/consents.ts";
import { survivorOf } from "../employers/survivor.ts";
import { changeRecord } from "../record/change-record.ts";
import { changed, refused } from "../record/decision.ts";
import { records } from "../record/records.ts";
import { receiptAt, type StaffCommand } from "../request.ts";

/** Errors: NOT_FOUND where the employer that is named does not exist, REQUEST_INVALID where a consent to share names no employer, or another one does, or was given in the future. */
export const recordConsent: StaffCommand<typeof routes.recordConsent> = (deps, request) =>
  changeRecord(deps, records.client, { request, action: "recordConsent", id: request.params.id }, async (client, { now }) => {
    const { staff, body } = request;
    const { purpose, action } = body;
    if ((purpose === "EMPLOYER_SHARING") !== (body.employerId !== undefined))
      return refused(refusal("REQUEST_INVALID", [{ code: "consent.recipient", path: "employerId" }]));
    const employer = body.employerId === undefined ? undefined : await survivorOf(deps, body.employerId);
    if (body.employerId !== undefined && !employer) return refused(notFound("employer"));
    const employerId = employer?.id;
    const id = deps.newId("consent");
    const given: Consent = {
      id,
      clientId: client.id,
      purpose,
      recipient: employerId ?? "-",
      action,
      textVersion: consentTextVersion,
      textHash: consentTextHashes[purpose],
      ...receiptAt(body.receipt, now),
      recordedBy: staff.id,
    };
    const superseder = supersederOf(
      acrossNames(await deps.store.consents.ofClient(client.id), employer ? [namesOf(employer)] : []),
      given,
    );
    // A paper that is found late is kept, and changes nothing that was said after it.
    const holds = superseder === undefined;
    return changed({
      state: holds ? afterWord(client, given) : client,
      event: eventOf[action],
      fields: [`consent.${purpose}`],
      told: { about: employerId, how: given.how, saidAt: given.at < now ? given.at : undefined },
      response: { id, ...(superseder ? { supersededBy: { action: superseder.action, at: superseder.at } } : {}) },
      writes: [consentPut(given)],
      effects:
        isNo(action) && holds
          ? [{ kind: "FANOUT", ref: { topic: "CONSENT_WITHDRAWN", id: client.id, purpose, employerId } }]
          : [],
    });
  });

const eventOf = {
  GIVEN: "consentGiven",
  REFUSED: "consentRefused",
  WITHDRAWN: "consentWithdrawn",
} as const satisfies Record<ConsentAction, string>;

function afterWord({ refusedMatchingAt: _, ...client }: Client, { purpose, action, at }: Consent): Client {
  if (purpose !== "PROFILING") return _ === undefined ? client : { ...client, refusedMatchingAt: _ };
  if (action === "REFUSED") return { ...client, refusedMatchingAt: at };
  return action === "GIVEN" && client.status === "REGISTERED" ? { ...client, status: "CONSENTED" } : client;
}
