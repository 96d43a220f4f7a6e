import { routes } from "../../shared/api/routes.ts";
import { readWhyNot } from "../../shared/commands/matching/read-why-not.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.readWhyNot, readWhyNot);
