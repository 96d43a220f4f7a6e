import { routes } from "../../shared/api/routes.ts";
import { listCertificates } from "../../shared/commands/certificates/read-certificates.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.listCertificates, listCertificates);
