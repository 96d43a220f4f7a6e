/** Registers a client; the NIK is sealed at once and looked up by its keyed hash. */

import { created } from "../../api/answers.ts";
import type { routes } from "../../api/routes.ts";
import type { Client, SealedNik } from "../../domain/client.ts";
import { refusal } from "../../domain/errors.ts";
import { parseNik } from "../../domain/identifiers/nik.ts";
import { actorName, auditPut } from "../../store/audit.ts";
import { clientPut, nikLock } from "../../store/people.ts";
import type { Deps } from "../deps.ts";
import { earlierAnswer, type Idempotency, idempotencyPut } from "../idempotency.ts";
import { todayIn } from "../office-times.ts";
import { actorOf, officeOf, type StaffCommand } from "../request.ts";
import { commitWithRetry } from "../retry.ts";

/** Errors: NIK_TAKEN where another client has the same NIK, REQUEST_INVALID for a birth date in the future. */
export const registerClient: StaffCommand<typeof routes.registerClient> = async (deps, { staff, body, idempotency: given }) => {
  const idempotency = await withoutNik(deps, given, body);
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
      const sealed = nik ? await sealNik(deps, nik, id) : undefined;
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

/**
 * The request as its hash is kept: with the keyed look-up value in the NIK's place. A plain hash of a request whose other
 * fields are known is a plain hash of the NIK, and all NIKs can be tried.
 */
async function withoutNik(deps: Deps, idempotency: Idempotency | undefined, body: { readonly nik?: string | undefined }) {
  if (!idempotency || !body.nik) return idempotency;
  return { ...idempotency, request: { ...body, nik: await deps.keys.lookup(body.nik) } };
}

async function sealNik(deps: Deps, nik: string, clientId: string): Promise<SealedNik> {
  const [sealed, lookup] = await Promise.all([deps.keys.seal(nik, clientId), deps.keys.lookup(nik)]);
  return { ...sealed, lookup, last4: nik.slice(-4) };
}
