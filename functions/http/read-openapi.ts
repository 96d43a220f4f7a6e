import { openapiDocument } from "../../shared/api/openapi.ts";
import { staticHandler } from "../../shared/runtime/static.ts";

export const handler = staticHandler(() => ({
  body: JSON.stringify(openapiDocument()),
  headers: { "content-type": "application/json; charset=utf-8", "cache-control": "public, max-age=300" },
}));
