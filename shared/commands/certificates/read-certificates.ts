/** What staff read of certificates: those of one client, and those that wait for the asker as their second person. */
import type { routes } from "../../api/routes.ts";
import { isTurnOf } from "../../domain/certificates/certificate.ts";
import { withOffers } from "../offers.ts";
import { todayIn } from "../office-times.ts";
import { loadRecord } from "../record/change-record.ts";
import { records } from "../record/records.ts";
import { officeOf, type StaffCommand } from "../request.ts";

export const listCertificates: StaffCommand<typeof routes.listCertificates> = async (deps, { staff, params }) => {
  const { state: client } = await loadRecord(deps, records.client, { staff, action: "readCertificates", id: params.id });
  const today = todayIn(await officeOf(deps, staff), deps.now());
  const certificates = await deps.store.certificates.ofClient(client.id);
  const { fullName, registerNumber } = client;
  return { fullName, registerNumber, items: certificates.map((certificate) => withOffers(certificate, staff, today)) };
};

/** Errors: NOT_FOUND, also for another office's. */
export const readCertificate: StaffCommand<typeof routes.readCertificate> = async (deps, { staff, params }) => {
  const { state } = await loadRecord(deps, records.certificate, { staff, action: "readCertificates", id: params.id });
  const today = todayIn(await officeOf(deps, staff), deps.now());
  return withOffers(state.certificate, staff, today);
};

/** The recorder's own are among them only where they were sent back: SECOND_PERSON_REQUIRED is all that the recorder would hear. */
export const readCertificateInbox: StaffCommand<typeof routes.readCertificateInbox> = async (deps, { staff, query }) => {
  const today = todayIn(await officeOf(deps, staff), deps.now());
  const page = await deps.store.certificates.unverifiedIn(staff.officeId, {
    today,
    wanted: (certificate) => isTurnOf(certificate, staff.id, today),
    ...query,
  });
  const [clients, colleagues] = await Promise.all([
    deps.store.clients.clients(page.items.map(({ clientId }) => clientId)),
    deps.store.staff.ofOffice(staff.officeId),
  ]);
  const names = new Map(colleagues.map(({ id, name }) => [id, name]));
  return {
    items: page.items.map((certificate, at) => ({
      ...withOffers(certificate, staff, today),
      clientName: clients[at]?.fullName,
      recordedByName: names.get(certificate.recordedBy),
      sentBackByName: certificate.sentBack && names.get(certificate.sentBack.by),
    })),
    cursor: page.cursor,
  };
};
