/** The API document (OpenAPI 3.1), made from the routes. */
import * as z from "zod";
import {
  type CreateDocumentOptions,
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
} from "zod-openapi";
import { type ErrorCode, errorCodes } from "../domain/errors.ts";
import { confirmationChoice, employerChoice, followUpChoice, interviewAnswer } from "../domain/placements/link-choices.ts";
import { detailText, problems } from "../messages/problems.ts";
import { credentials } from "./links.ts";
import { type Route, routes, scopeOf, scopes } from "./routes.ts";

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
    newer: z
      .record(z.string(), z.unknown())
      .optional()
      .describe("Versi terbaru dari yang hendak diubah / the newer version of what was to be changed"),
  })
  .meta({ id: "Problem", description: "RFC 9457" });

/**
 * Bodies that the routes parse in part only: what a link may choose hangs on its action, and is parsed where that is known.
 * Here is what will be taken.
 */
const wholeBodies: Readonly<Record<string, z.ZodType>> = {
  answerLink: z.strictObject({ ...credentials, choice: z.union([employerChoice, interviewAnswer, followUpChoice]) }),
  confirmByLink: z.strictObject({ ...credentials, choice: confirmationChoice }),
};

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
      ? { requestBody: { required: true, content: { "application/json": { schema: wholeBodies[name] ?? route.body } } } }
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

/**
 * A text that is normalised before it is looked at (0812-3456-7890 becomes +6281234567890) has a pattern for what it becomes: as
 * a pattern of what is sent it would refuse what we take. The words of its error, with their example, stand in its place.
 */
const describeInput: CreateDocumentOptions["override"] = ({ jsonSchema, zodSchema, io }) => {
  const checks = zodSchema._zod.def.checks ?? [];
  if (io !== "input" || jsonSchema.pattern === undefined || !checks.some((check) => check._zod.def.check === "overwrite")) return;
  delete jsonSchema.pattern;
  const code = z.safeParse(zodSchema, "?").error?.issues[0]?.message ?? "";
  const { id, en } = detailText(code);
  jsonSchema.description ??= `Galat / error \`${code}\`: ${id} / ${en}`;
};

/** With which HTTP status each refusal travels. */
export type StatusOf = Readonly<Record<ErrorCode, number>>;

const describeApi = (statusOf: StatusOf): string =>
  [
    // Employers can read this on the origin of their links: it says nothing of whom is placed.
    "Penempatan kerja. / Job placement.",
    "",
    "Penolakan berupa `application/problem+json` dengan kode di bawah ini; `details` menyebut isian dan, bila ada, pilihannya dalam `value`.",
    'Hanya gerbang API sendiri yang menjawab `{"message": …}` sebagai `application/json`: 401 tanpa token yang sah, 403 tanpa cakupan, 404 untuk alamat yang tidak dikenal, 429 dan 5xx.',
    "",
    "A refusal is `application/problem+json` with one of the codes below; its `details` name the field and, where there are any, the choices in `value`.",
    'Only the API gateway itself answers `{"message": …}` as `application/json`: 401 without a valid token, 403 without the scope, 404 for an address that is no route, 429 and 5xx.',
    "",
    ...errorCodes.map((code) => `- \`${code}\` (${statusOf[code]}): ${problems[code].en}`),
  ].join("\n");

/** The tokens are a user pool's, whose address is another one in each cloud: the words say where it is found. */
const login = {
  type: "http",
  scheme: "bearer",
  bearerFormat: "JWT",
  description: [
    `Token akses petugas dari OpenID Connect (authorization code, PKCE) dengan cakupan \`${scopes.read}\` untuk GET dan \`${scopes.write}\` untuk POST.`,
    `An access token of a member of staff, by OpenID Connect (authorization code with PKCE), with the scope \`${scopes.read}\` for GET and \`${scopes.write}\` for POST.`,
    "Its provider is the output `Issuer` of the API's stack; the cloud on one machine has it at `/_identity/.well-known/openid-configuration`.",
  ].join("\n"),
} as const;

/** The whole document. Codes and their meaning stand in its description. */
export function openapiDocument(statusOf: StatusOf): ReturnType<typeof createDocument> {
  const paths: ZodOpenApiPathsObject = {};
  for (const [name, route] of Object.entries(routes)) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(name, route) };
  }
  return createDocument(
    {
      openapi: "3.1.0",
      info: {
        title: "Titian",
        version: "1",
        license: { name: "Apache-2.0", identifier: "Apache-2.0" },
        description: describeApi(statusOf),
      },
      // Relative to where the document is served.
      servers: [{ url: "/" }],
      paths,
      components: { securitySchemes: { login } },
    },
    { override: describeInput },
  );
}
