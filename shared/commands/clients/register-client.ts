/** Registers a client; who is likely the same person is named. The NIK is sealed at once and looked up by its keyed hash. */
import type { routes } from "../../api/routes.ts";
import { refusal } from "../../domain/errors.ts";
import { parseNik } from "../../domain/identifiers/nik.ts";
import { searchWordsOf } from "../../domain/identifiers/search-words.ts";
import type { Deps } from "../deps.ts";
import { createRecord, type RecordResponse } from "../record/change-record.ts";
import { changed, refused } from "../record/decision.ts";
import { records } from "../record/records.ts";
import type { StaffCommand, StaffRequest } from "../request.ts";
import { sealNumber, withoutNumber } from "../seal-number.ts";
import { clientLikenessOf, clientTwins } from "./client-twins.ts";
import { traceNik } from "./known-nik.ts";
import { nameRegistered } from "./known-register-number.ts";

/**
 * Eight fields are enough: name, sex, birth date, register number, phone, regency, education and, where it is known, the reporting. The rest is
 * added by changes; what a start still lacks is named by its blockers. Errors: REGISTER_NUMBER_TAKEN, which names the client of this office; NIK_TAKEN where another client has the same NIK, which is traced, LOOKUPS_EXHAUSTED where that was so too often, REQUEST_INVALID for a
 * birth date in the future.
 */
export const registerClient: StaffCommand<typeof routes.registerClient> = (deps, request) => registerClientOf(deps, request);

/** @param officerId whose client it is; the asker's own unless said */
export async function registerClientOf(
  deps: Deps,
  { staff, body, idempotency }: StaffRequest<typeof routes.registerClient>,
  officerId: string = staff.id,
): Promise<RecordResponse> {
  const request = { staff, idempotency: await withoutNumber(deps, idempotency, body, "nik") };
  const register = () =>
    createRecord(deps, records.client, { request, action: "registerClient" }, async ({ now, today }) => {
      const { nik, birthDate, sex } = body;
      if (birthDate > today) return refused(refusal("REQUEST_INVALID", [{ code: "date.future", path: "birthDate" }]));
      const id = deps.newId("client");
      const likeness = await clientLikenessOf(deps, { ...body, officeId: staff.officeId });
      const twins = await clientTwins(deps, likeness, { ...body, id, officeId: staff.officeId });
      const sealed = nik && (await sealNumber(deps, nik, id));
      return changed({
        state: {
          ...body,
          id,
          officeId: staff.officeId,
          officerId,
          likeness,
          searchWords: searchWordsOf({ ...body, nik: sealed }),
          nik: sealed,
          status: "REGISTERED",
          suspended: false,
          attempts: 0,
          version: 1,
          registeredAt: now,
        },
        event: "registerClient",
        response: {
          id,
          warnings: [
            ...(nik ? parseNik(nik, { today, birthDate, sex }).warnings : []),
            ...(twins.length > 0 ? ["client.twin"] : []),
          ],
          ...(twins.length > 0 ? { twins: [...twins] } : {}),
        },
      });
    });
  return nameRegistered(deps, staff.officeId, body.registerNumber, () => traceNik(deps, staff, body.nik, register));
}
