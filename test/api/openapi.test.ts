/** The API's document, as the cloud serves it. */
import { beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { type Route, routes, scopeOf, scopes } from "../../shared/api/routes.ts";
import { rtRwSchema } from "../../shared/domain/identifiers/address.ts";
import { nikSchema } from "../../shared/domain/identifiers/nik.ts";
import { phoneSchema } from "../../shared/domain/identifiers/phone.ts";
import { skills } from "../../shared/domain/reference/skills.ts";
import { type FrontDoor, shareFrontDoor } from "./front-door.ts";

/** The shape of an OpenAPI 3.1 document, as far as a reader of ours leans on it. https://spec.openapis.org/oas/v3.1.0 */
const schemaObject = z.union([z.boolean(), z.record(z.string(), z.unknown())]);
const media = z.record(z.string().regex(/^[\w.+-]+\/[\w.+-]+$/), z.strictObject({ schema: schemaObject }));
const parameter = z.object({
  name: z.string().min(1),
  in: z.enum(["path", "query", "header", "cookie"]),
  required: z.boolean().optional(),
  schema: schemaObject,
});
const operation = z.strictObject({
  operationId: z.string(),
  tags: z.array(z.string()),
  summary: z.string().min(3),
  description: z.string().min(3),
  security: z.array(z.record(z.string(), z.array(z.string()))).optional(),
  parameters: z.array(parameter).optional(),
  requestBody: z.strictObject({ required: z.literal(true), content: media }).optional(),
  responses: z.record(z.string().regex(/^([1-5]\d\d|[1-5]XX|default)$/), z.object({ description: z.string(), content: media })),
});
const document = z.strictObject({
  openapi: z.string().regex(/^3\.1\.\d+$/),
  info: z.object({
    title: z.string(),
    version: z.string(),
    license: z.object({ name: z.string(), identifier: z.string() }),
    description: z.string(),
  }),
  servers: z.array(z.strictObject({ url: z.string() })).min(1),
  paths: z.record(z.string().startsWith("/"), z.strictObject({ get: operation.optional(), post: operation.optional() })),
  components: z.object({
    schemas: z.record(z.string().regex(/^[\w.-]+$/), schemaObject),
    securitySchemes: z.strictObject({
      login: z.strictObject({
        type: z.literal("http"),
        scheme: z.literal("bearer"),
        bearerFormat: z.string(),
        description: z.string(),
      }),
    }),
  }),
});

const inputSchema = z.object({ properties: z.record(z.string(), z.unknown()) });
const textSchema = z.object({ type: z.literal("string"), description: z.string(), pattern: z.string().optional() });

let door: FrontDoor;
let text: string;
const headers: (readonly [number, string | null])[] = [];
let served: z.infer<typeof document>;

beforeAll(async () => {
  door = await shareFrontDoor();
  const response = await door.ask("GET", "/openapi.json");
  text = response.text;
  for (const shown of [response, await door.ask("GET", "/link")])
    headers.push([shown.status, shown.headers.get("strict-transport-security")]);
  served = document.parse(response.json);
});

describe("the document", () => {
  it("is JSON Schema throughout: every reference leads somewhere in it", () => {
    const references = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map((found) => found[1] ?? "");
    expect(references.length).toBeGreaterThan(0);
    for (const reference of references) {
      expect(reference).toMatch(/^#\/components\/schemas\//);
      expect(Object.keys(served.components.schemas)).toContain(reference.split("/").at(-1));
    }
  });

  it("and the link page are asked for with TLS alone", () => {
    const always = "max-age=63072000; includeSubDomains";
    expect(headers).toEqual([
      [200, always],
      [200, always],
    ]);
  });

  it("says what may be chosen by a link", () => {
    const shapes = ["/link/answer", "/link/confirmation"].map((path) => JSON.stringify(served.paths[path]?.post?.requestBody));
    for (const word of ["INTERVIEW", "DISTANCE", "EMPLOYER_ABSENT", "stillThere"]) expect(shapes[0]).toContain(word);
    expect(shapes[0]).not.toContain("startedOn");
    expect(shapes[1]).toContain("startedOn");
  });

  it("names every route once, and nothing else", () => {
    const named = Object.entries(served.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(named.sort()).toEqual(
      Object.values(routes)
        .map((route) => `${route.method} ${route.path}`)
        .sort(),
    );
    const ids = Object.values(served.paths).flatMap((item) => Object.values(item).map((operation) => operation.operationId));
    expect(ids.sort()).toEqual(Object.keys(routes).sort());
  });

  it("says where the API and its login are, and each is there", async () => {
    for (const { url } of served.servers)
      expect((await fetch(new URL(`${url}openapi.json`, `${door.cloud.publicUrl}/openapi.json`))).status).toBe(200);
    const { description } = served.components.securitySchemes.login;
    for (const scope of Object.values(scopes)) expect(description).toContain(scope);
    const discovery = /`(\/[\w/.-]+openid-configuration)`/.exec(description)?.[1] ?? "none";
    const metadata = await door.ask("GET", discovery);
    expect([metadata.status, metadata.json]).toMatchObject([200, { token_endpoint: expect.any(String) }]);
  });

  it("tells the gateway's refusals from ours", async () => {
    for (const [path, ask] of [
      ["/me", {}],
      ["/nowhere", {}],
      ["/me", { token: await door.tokenOf("officer", "write") }],
    ] as const) {
      const response = await door.ask("GET", path, ask);
      expect(response.json).toEqual({ message: expect.any(String) });
      expect(served.info.description).toContain(String(response.status));
    }
    expect(served.info.description).toContain('`{"message": …}`');
  });

  it("forbids no spelling that is taken", () => {
    const spellings: readonly (readonly [z.ZodType, string, readonly string[]])[] = [
      [phoneSchema, "phone", ["081200000001", "0812-3456-7890", "+62 812 3456 7890", "6281234567890"]],
      [nikSchema, "nik", ["3603011205940001", "3603 0112 0594 0001", "360301.120594.0001"]],
      [rtRwSchema, "rt", ["1", "003"]],
    ];
    const body = served.paths["/clients"]?.post?.requestBody?.content["application/json"]?.schema;
    const { properties } = inputSchema.parse(body);
    const fields = new Map(Object.entries({ ...properties, ...inputSchema.parse(properties.domicile).properties }));
    for (const [schema, name, taken] of spellings) {
      const field = textSchema.parse(fields.get(name));
      expect(field.description).toMatch(/`[a-z-]+\.format`: .+ \/ .+/);
      for (const text of taken) {
        expect([name, text, schema.safeParse(text).success]).toEqual([name, text, true]);
        expect(text).toMatch(new RegExp(field.pattern ?? ""));
      }
    }
  });

  it("lists the codes of skills wherever there are some", () => {
    const { properties } = inputSchema.parse(served.paths["/clients"]?.post?.requestBody?.content["application/json"]?.schema);
    for (const field of ["skills", "interests", "aptitudes"])
      expect(properties[field]).toMatchObject({ items: { enum: skills.map(({ id }) => id) } });
  });

  it("names no office, no person and no address", () => {
    const found = /ciangir|honda|\.example|localhost|127\.0\.0\.1|pemasyarakatan/i.exec(text)?.[0];
    expect(found).toBeUndefined();
  });
});

const all: readonly (readonly [string, Route])[] = Object.entries(routes);
describe.each(all)("%s", (name, route) => {
  const operationOf = () => {
    const found = served.paths[route.path]?.[route.method === "GET" ? "get" : "post"];
    if (!found) throw new Error(`${name} is not in the document`);
    return found;
  };

  it("says what it takes, what it asks of a login, what it answers and how it refuses", () => {
    const operation = operationOf();
    const parameters = operation.parameters ?? [];
    const variables = [...route.path.matchAll(/\{(\w+)\}/g)].map((found) => found[1]);
    expect(parameters.filter((parameter) => parameter.in === "path").map((parameter) => parameter.name)).toEqual(variables);
    expect(parameters.filter((parameter) => parameter.in === "path").every((parameter) => parameter.required)).toBe(true);
    const key = parameters.filter((parameter) => parameter.name === "Idempotency-Key");
    expect(key.map((parameter) => [parameter.in, parameter.required])).toEqual(route.idempotent ? [["header", true]] : []);
    expect(operation.requestBody !== undefined).toBe(route.method === "POST");
    const scope = scopeOf(route);
    expect(operation.security).toEqual(scope === undefined ? undefined : [{ login: [scope] }]);
    expect(Object.keys(operation.responses).sort()).toEqual([String(route.status), "default"]);
    expect(Object.keys(operation.responses.default?.content ?? {})).toEqual(["application/problem+json"]);
  });
});

it("every POST that changes something wants a key: all but a look at a link, and its code", () => {
  expect(all.filter(([, route]) => route.method === "POST" && !route.idempotent).map(([name]) => name)).toEqual([
    "viewLink",
    "openByCode",
  ]);
});
