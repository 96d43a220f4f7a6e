import { routes } from "../../shared/api/routes.ts";
import { readCertificate } from "../../shared/commands/certificates/read-certificates.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.readCertificate, readCertificate);
