/** The start of a placement, by the outbox: it can be taken back. */
import { isValidOn } from "../../../../../shared/domain/certificates/certificate.ts";
import { submit } from "../../../outbox/outbox.ts";
import type { Detail } from "./detail.ts";

/** Whether there is nothing to choose: a certificate is valid on the day. */
export const isCertified = ({ certificates }: Detail, today: string): boolean =>
  certificates.some((certificate) => isValidOn(certificate, today));

export const submitStart = (clientId: string, key: string, withoutCertificate: boolean): Promise<void> =>
  submit({
    key,
    route: "startPlacement",
    asked: { body: { clientId, withoutCertificate } },
    about: clientId,
    act: "startPlacement",
  });
