import { routes } from "../../shared/api/routes.ts";
import { recordCertificate } from "../../shared/commands/certificates/record-certificate.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.recordCertificate, recordCertificate);
