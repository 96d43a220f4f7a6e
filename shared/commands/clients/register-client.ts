/** Registers a client; the NIK is sealed at once and looked up by its keyed hash. */

import { created } from "../../api/answers.ts";
import type { routes } from "../../api/routes.ts";
import type { Client } from "../../domain/clients/client.ts";
import { refusal } from "../../domain/errors.ts";
import { parseNik } from "../../domain/identifiers/nik.ts";
import { actorName, auditPut } from "../../store/audit.ts";
import { clientPut, nikLock } from "../../store/clients.ts";
import { earlierAnswer, idempotencyPut } from "../idempotency.ts";
import { todayIn } from "../office-times.ts";
import { commitWithRetry } from "../process/retry.ts";
import { actorOf, officeOf, type StaffCommand } from "../request.ts";
import { sealNumber, withoutNumber } from "../seal-number.ts";

/** Errors: NIK_TAKEN where another client has the same NIK, REQUEST_INVALID for a birth date in the future. */
export const registerClient: StaffCommand<typeof routes.registerClient> = async (deps, { staff, body, idempotency: given }) => {
  const idempotency = await withoutNumber(deps, given, body, "nik");
  return commitWithRetry(
    deps,
    async () => {
      const earlier = await earlierAnswer(deps, idempotency, created);
      if (earlier) return earlier;
      const now = deps.now();
      const today = todayIn(await officeOf(deps, staff), now);
      if (body.birthDate > today) throw refusal("REQUEST_INVALID", [{ code: "date.future", path: "birthDate" }]);
      const id = deps.newId("client");
      const { nik, ...rest } = body;
      const warnings = nik ? parseNik(nik, { today, birthDate: body.birthDate, sex: body.sex }).warnings : [];
      const sealed = nik ? await sealNumber(deps, nik, id) : undefined;
      const client: Client = {
        ...rest,
        id,
        officeId: staff.officeId,
        officerId: staff.id,
        nik: sealed,
        status: "REGISTERED",
        suspended: false,
        attempts: 0,
        version: 1,
        registeredAt: now,
      };
      const audit = auditPut("", {
        aggregate: id,
        version: 1,
        at: now,
        actor: actorName(actorOf(staff)),
        event: "registerClient",
      });
      const answer = { id, warnings: [...warnings] };
      return {
        kind: "write",
        answer,
        writes: [
          clientPut(client, audit.head),
          audit.write,
          ...(sealed ? [nikLock(sealed.lookup, id)] : []),
          ...idempotencyPut(idempotency, answer, now),
        ],
      };
    },
    { nik: () => refusal("NIK_TAKEN") },
  );
};
