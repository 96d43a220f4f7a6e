/** The API document (OpenAPI 3.1), made from the routes. */
import * as z from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import { errorCodes } from "../domain/errors.ts";
import { problems } from "../messages/problems.ts";
import { type Route, routes, scopeOf } from "./routes.ts";

const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum([...errorCodes, "INTERNAL"]),
    detail: z.string(),
    messages: z.object({ id: z.string(), en: z.string() }).optional(),
    details: z
      .array(z.object({ code: z.string(), path: z.string().optional(), value: z.string().optional(), message: z.string() }))
      .optional(),
  })
  .meta({ id: "Problem", description: "RFC 9457" });

function operationOf(name: string, route: Route): ZodOpenApiOperationObject {
  const scope = scopeOf(route);
  const fields = (schema: z.ZodType) =>
    schema instanceof z.ZodObject && Object.keys(schema.shape).length > 0 ? schema : undefined;
  const path = fields(route.params);
  const query = fields(route.query);
  const header = route.idempotent ? z.object({ "Idempotency-Key": z.string().regex(/^[\w.:-]{8,80}$/) }) : undefined;
  return {
    operationId: name,
    tags: [route.area],
    summary: route.summary.id,
    description: route.summary.en,
    ...(scope ? { security: [{ login: [scope] }] } : {}),
    requestParams: { ...(path ? { path } : {}), ...(query ? { query } : {}), ...(header ? { header } : {}) },
    ...(route.method === "POST"
      ? { requestBody: { required: true, content: { "application/json": { schema: route.body } } } }
      : {}),
    responses: {
      [`${route.status}`]: {
        description: "OK",
        content: route.contentType
          ? { [route.contentType.split(";")[0] ?? "text/plain"]: { schema: z.string() } }
          : { "application/json": { schema: route.response } },
      },
      default: { description: "Problem", content: { "application/problem+json": { schema: problem } } },
    },
  };
}

/** The whole document. Codes and their meaning stand in its description. */
export function openapiDocument(): ReturnType<typeof createDocument> {
  const paths: ZodOpenApiPathsObject = {};
  for (const [name, route] of Object.entries(routes)) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(name, route) };
  }
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "Titian",
      version: "1",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      description: [
        // Employers can read this on the origin of their links.
        "Penempatan kerja.",
        "",
        ...errorCodes.map((code) => `- \`${code}\` (${problems[code].status}): ${problems[code].en}`),
      ].join("\n"),
    },
    paths,
    components: { securitySchemes: { login: { type: "openIdConnect", openIdConnectUrl: "/.well-known/openid-configuration" } } },
  });
}
