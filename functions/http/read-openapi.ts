import document from "openapi-json";
import { staticHandler } from "../../shared/runtime/static.ts";

export const handler = staticHandler(() => ({
  body: document,
  headers: { "content-type": "application/json; charset=utf-8", "cache-control": "public, max-age=300" },
}));
