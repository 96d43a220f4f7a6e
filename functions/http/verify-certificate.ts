import { routes } from "../../shared/api/routes.ts";
import { verifyCertificate } from "../../shared/commands/certificates/verify-certificate.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.verifyCertificate, verifyCertificate);
