import { routes } from "../../shared/api/routes.ts";
import { changeCertificate } from "../../shared/commands/certificates/change-certificate.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.changeCertificate, changeCertificate);
