/** Records that an officer talked, or tried to talk, with a client. */
import type { routes } from "../../api/routes.ts";
import { refusal } from "../../domain/errors.ts";
import { contactMadePut } from "../../store/contacts-made.ts";
import { changeRecord } from "../record/change-record.ts";
import { changed, refused } from "../record/decision.ts";
import { records } from "../record/records.ts";
import type { StaffCommand } from "../request.ts";

/** Errors: REQUEST_INVALID for a time in the future. */
export const recordContact: StaffCommand<typeof routes.recordContact> = (deps, request) =>
  changeRecord(deps, records.client, { request, action: "recordContact", id: request.params.id }, (client, { now }) => {
    const { staff, body } = request;
    const { at = now } = body;
    if (at > now) return refused(refusal("REQUEST_INVALID", [{ code: "receipt.future", path: "at" }]));
    const id = deps.newId("contact");
    return changed({
      state: client,
      event: "recordContact",
      response: { id },
      writes: [contactMadePut({ ...body, id, at, clientId: client.id, recordedBy: staff.id })],
    });
  });
