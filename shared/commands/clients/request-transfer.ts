/** Asks the office that has a client for the transfer. What is answered says nothing of whether there is such a client. */
import { created } from "../../api/responses.ts";
import type { routes } from "../../api/routes.ts";
import { refusal } from "../../domain/errors.ts";
import { transferPut } from "../../store/transfers.ts";
import { earlierResponse, idempotencyPut } from "../idempotency.ts";
import { keepLookup, openLookup } from "../offices/lookups.ts";
import { requireReach, type StaffCommand } from "../request.ts";
import { withoutNumber } from "../seal-number.ts";
import { holderOf } from "./known-nik.ts";

/** Errors: NIK_TAKEN where the client is of the asker's own office, LOOKUPS_EXHAUSTED. */
export const requestTransfer: StaffCommand<typeof routes.requestTransfer> = async (deps, { staff, body, idempotency: given }) => {
  requireReach(staff, "requestTransfer", staff, "office");
  const idempotency = await withoutNumber(deps, given, body, "nik");
  const earlier = await earlierResponse(deps, idempotency, created);
  if (earlier) return earlier.response;
  const day = await openLookup(deps, staff);
  const holder = await holderOf(deps, body.nik);
  if (holder?.officeId === staff.officeId) throw refusal("NIK_TAKEN", [{ code: "client.known", value: holder.id }]);
  const id = deps.newId("transfer");
  const response = { id };
  const asked = (askedAt: string) =>
    holder
      ? [
          transferPut({
            id,
            clientId: holder.id,
            officeId: holder.officeId,
            askedByOffice: staff.officeId,
            askedBy: staff.id,
            askedAt,
          }),
        ]
      : [];
  const writes = (at: string) => [...asked(at), ...idempotencyPut(idempotency, response, at)];
  return keepLookup(deps, staff, day, { event: "transferAsked", about: holder?.id }, { response, writes });
};
