/** What staff read of certificates: those of one client, and those that wait for the asker as their second person. */
import type { routes } from "../../api/routes.ts";
import { mayVerify } from "../../domain/certificates/certificate.ts";
import { notFound } from "../../domain/errors.ts";
import { todayIn } from "../office-times.ts";
import { officeOf, requireReach, type StaffCommand } from "../request.ts";

export const listCertificates: StaffCommand<typeof routes.listCertificates> = async (deps, { staff, params }) => {
  const stored = await deps.store.clients.client(params.id);
  requireReach(staff, "readCertificates", stored?.state, "client");
  if (!stored) throw notFound("client");
  return { items: [...(await deps.store.certificates.ofClient(params.id))] };
};

/** The recorder's own are not among them: SECOND_PERSON_REQUIRED is all that the recorder would hear. */
export const readCertificateInbox: StaffCommand<typeof routes.readCertificateInbox> = async (deps, { staff, query }) => {
  const today = todayIn(await officeOf(deps, staff), deps.now());
  const page = await deps.store.certificates.validIn(staff.officeId, {
    today,
    wanted: (one) => mayVerify(one, staff.id, today),
    ...query,
  });
  return { items: [...page.items], cursor: page.cursor };
};
