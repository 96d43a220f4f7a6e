import { routes } from "../../shared/api/routes.ts";
import { recordCertificate } from "../../shared/commands/people/record-certificate.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.recordCertificate, recordCertificate);
