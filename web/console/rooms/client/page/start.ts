/** The start of a placement, by the outbox: it can be taken back. */
import { localDateOf } from "../../../../../shared/domain/calendar/instant.ts";
import type { LocalDate } from "../../../../../shared/domain/calendar/local-date.ts";
import { isValidOn } from "../../../../../shared/domain/certificates/certificate.ts";
import { submit } from "../../../outbox/outbox.ts";
import type { Me } from "../../../shell/me.ts";
import type { Detail } from "./detail.ts";

/** Whether there is nothing to choose: a certificate is valid on the day. */
export const isCertified = ({ certificates }: Detail, today: string): boolean =>
  certificates.some((certificate) => isValidOn(certificate, today));

/** The day from which the client may work outside, where that is still to come: until then nothing can be approved. */
export const outsideLater = ({ client: { outsideWorkFrom } }: Detail, me: Me | undefined): LocalDate | undefined =>
  me && outsideWorkFrom && outsideWorkFrom > localDateOf(me.now, me.office.zone) ? outsideWorkFrom : undefined;

export const submitStart = (clientId: string, key: string, withoutCertificate: boolean): Promise<void> =>
  submit({
    key,
    route: "startPlacement",
    asked: { body: { clientId, withoutCertificate } },
    about: clientId,
    act: "startPlacement",
  });
