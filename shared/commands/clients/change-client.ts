/** Mends what is recorded of a client, field by field; what is under way for the client follows. */
import type { routes } from "../../api/routes.ts";
import type { Client } from "../../domain/clients/client.ts";
import { refusal } from "../../domain/errors.ts";
import { parseNik } from "../../domain/identifiers/nik.ts";
import { searchWordsOf } from "../../domain/identifiers/search-words.ts";
import { rulesTouchedBy } from "../../domain/matching/touched-rules.ts";
import { withChanges } from "../../domain/record/fields.ts";
import { changedFields } from "../../store/record.ts";
import { changeRecord } from "../record/change-record.ts";
import { changed, refused, unchanged } from "../record/decision.ts";
import { records } from "../record/records.ts";
import type { StaffCommand } from "../request.ts";
import { sealNumber } from "../seal-number.ts";
import { clientLikenessOf, clientTwins, likenessFields } from "./client-twins.ts";
import { traceNik } from "./known-nik.ts";
import { nameRegistered } from "./known-register-number.ts";

const isEmpty = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0);

/**
 * Errors: CONFLICT with the newer record where another version was seen; REGISTER_NUMBER_TAKEN with the client who has it; NIK_TAKEN, which is traced, and LOOKUPS_EXHAUSTED as at the
 * registration; REQUEST_INVALID for a birth date in the future.
 */
export const changeClient: StaffCommand<typeof routes.changeClient> = async (deps, { staff, params, body, idempotency }) => {
  const { nik, ...others } = body.changes;
  const { id } = params;
  // The number itself is in nothing that is kept, not even in the hash of the request.
  const lookup = nik ? await deps.keys.lookup(nik) : undefined;
  const kept = lookup ? { id, version: body.version, changes: { ...others, nik: lookup } } : undefined;
  const request = { staff, idempotency: idempotency && kept ? { ...idempotency, request: kept } : idempotency };
  const change = () =>
    changeRecord(
      deps,
      records.client,
      { request, action: "changeClient", id, expectedVersion: body.version },
      async (client, { today }) => {
        if (others.birthDate !== undefined && others.birthDate > today)
          return refused(refusal("REQUEST_INVALID", [{ code: "date.future", path: "changes.birthDate" }]));
        // Sealed anew a number would look changed.
        const keepsNik = nik === undefined || (lookup !== undefined && client.nik?.lookup === lookup);
        const state: Client = {
          ...withChanges(client, others),
          nik: keepsNik ? client.nik : nik ? await sealNumber(deps, nik, id) : undefined,
        };
        const fields = changedFields(client, state);
        const before: Readonly<Record<string, unknown>> = client;
        if (fields.length === 0) return unchanged({ id, version: client.version });
        const { birthDate, sex } = state;
        const isRenamed = likenessFields.some((name) => fields.includes(name));
        const likeness = isRenamed ? await clientLikenessOf(deps, state) : client.likeness;
        const twins = isRenamed && likeness ? await clientTwins(deps, likeness, state) : [];
        return changed({
          state: { ...state, likeness, searchWords: searchWordsOf(state) },
          // What was not there is recorded, and nothing of it mended.
          event: fields.every((name) => isEmpty(before[name])) ? "completeClient" : "changeClient",
          fields,
          response: {
            id,
            version: client.version + 1,
            warnings: [
              ...(nik ? parseNik(nik, { today, birthDate, sex }).warnings : []),
              ...(twins.length > 0 ? ["client.twin"] : []),
            ],
            ...(twins.length > 0 ? { twins: [...twins] } : {}),
          },
          effects:
            rulesTouchedBy(["client"], fields).length > 0
              ? [{ kind: "FANOUT", ref: { topic: "CLIENT_CHANGED", id, fields: [...fields] } }]
              : [],
        });
      },
    );
  return nameRegistered(deps, staff.officeId, others.registerNumber, () => traceNik(deps, staff, nik ?? undefined, change));
};
