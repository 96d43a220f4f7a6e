import { createServer, request as httpRequest, type Server } from "node:http";
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { createHttpApi } from "../../../local/http-api/http-api.ts";
import type { InvokeFunction } from "../../../local/part.ts";
import type { CorsModel, HttpApiModel, RouteModel } from "../../../local/template/model.ts";

const issuer = "https://cognito-idp.ap-southeast-3.amazonaws.com/ap-southeast-3_Test";
const authorizer = { issuer, audience: ["console"], identitySource: ["$request.header.Authorization"] };
const cloudNow = Date.parse("2031-03-12T19:03:58.123Z");

function route(routeKey: string, more: Partial<RouteModel> = {}): RouteModel {
  return { routeKey, functionName: "echo", scopes: [], timeoutMilliseconds: 30_000, ...more };
}

const cors: CorsModel = {
  allowOrigins: ["https://console.example.go.id"],
  allowMethods: ["GET", "POST"],
  allowHeaders: ["authorization", "content-type"],
  exposeHeaders: ["etag"],
  allowCredentials: false,
  maxAge: 600,
};

const api: HttpApiModel = {
  stack: "api",
  logicalId: "Api",
  apiId: "abc123",
  name: "test",
  stages: [{ name: "$default", autoDeploy: true }],
  corsConfiguration: cors,
  routes: [
    route("GET /clients"),
    route("GET /clients/{id}"),
    route("GET /clients/me"),
    route("ANY /clients/{id}"),
    route("POST /clients/{id}/notes/{note}"),
    route("GET /clients/{proxy+}"),
    route("POST /echo"),
    route("GET /secured", { authorizer, scopes: ["titian/read", "titian/admin"] }),
    route("GET /signed-in", { authorizer }),
    route("GET /fails", { functionName: "fails" }),
    route("GET /throws", { functionName: "throws" }),
    route("GET /slow", { functionName: "slow", timeoutMilliseconds: 100 }),
    route("GET /structured", { functionName: "structured" }),
    route("GET /binary", { functionName: "binary" }),
    route("GET /bad-status", { functionName: "bad-status" }),
    route("GET /bad-header", { functionName: "bad-header" }),
    route("POST /too-large", { functionName: "too-large" }),
    route("GET /null", { functionName: "null" }),
  ],
};

const answers: Record<string, unknown> = {
  structured: {
    statusCode: 201,
    headers: { "Content-Type": "text/html", "X-Count": 3, "Access-Control-Allow-Origin": "https://evil.example" },
    cookies: ["a=1; HttpOnly", "b=2"],
    body: "<p>é</p>",
  },
  binary: { statusCode: 200, headers: { "content-type": "image/png" }, body: "iVBORw==", isBase64Encoded: true },
  "bad-status": { statusCode: "soon" },
  "bad-header": { statusCode: 200, headers: { "x-name": "line\nbreak" } },
  null: null,
};

const invoke: InvokeFunction = async (name, payload) => {
  if (name === "echo") return { payload: JSON.stringify({ statusCode: 200, body: payload }) };
  if (name === "fails") return { payload: '{"errorType":"Error","errorMessage":"x"}', functionError: "Unhandled" };
  if (name === "throws") throw new Error("The host is gone");
  if (name === "too-large") throw Object.assign(new Error("Request must be smaller"), { name: "RequestTooLargeException" });
  if (name === "slow") return new Promise((resolve) => setTimeout(() => resolve({ payload: "{}" }), 400));
  return { payload: JSON.stringify(answers[name]) };
};

const echoed = z.looseObject({
  version: z.string(),
  routeKey: z.string(),
  rawPath: z.string(),
  rawQueryString: z.string(),
  cookies: z.array(z.string()).optional(),
  headers: z.record(z.string(), z.string()),
  queryStringParameters: z.record(z.string(), z.string()).optional(),
  pathParameters: z.record(z.string(), z.string()).optional(),
  requestContext: z.looseObject({ http: z.looseObject({}), authorizer: z.unknown().optional() }),
  body: z.string().optional(),
  isBase64Encoded: z.boolean(),
});

let server: Server;
let base: string;
let makeToken: (claims: Record<string, unknown>, foreign?: boolean) => Promise<string>;

beforeAll(async () => {
  const own = await generateKeyPair("RS256");
  const other = await generateKeyPair("RS256");
  const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(own.publicKey)), kid: "k1", alg: "RS256" }] });
  makeToken = (claims, foreign = false) =>
    new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: "k1" }).sign(foreign ? other.privateKey : own.privateKey);
  const clock = { now: () => cloudNow, offset: () => cloudNow - Date.now() };
  const http = createHttpApi({ api, invoke, clock, jwks: (asked) => (asked === issuer ? keys : undefined) });
  server = createServer((request, response) => void http.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port");
  base = `http://127.0.0.1:${address.port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function echo(path: string, init: RequestInit = {}) {
  const response = await fetch(`${base}${path}`, init);
  expect(response.status).toBe(200);
  return echoed.parse(await response.json());
}

describe("routing", () => {
  it.each([
    ["GET", "/clients", "GET /clients", undefined],
    ["GET", "/clients/me", "GET /clients/me", undefined],
    ["GET", "/clients/7", "GET /clients/{id}", { id: "7" }],
    ["DELETE", "/clients/7", "ANY /clients/{id}", { id: "7" }],
    ["GET", "/clients/7/certificates/9", "GET /clients/{proxy+}", { proxy: "7/certificates/9" }],
    ["POST", "/clients/a%20b/notes/%C3%A9", "POST /clients/{id}/notes/{note}", { id: "a b", note: "é" }],
  ])("%s %s goes to %s", async (method, path, routeKey, pathParameters) => {
    const event = await echo(path, { method });
    expect(event.routeKey).toBe(routeKey);
    expect(event.pathParameters).toEqual(pathParameters);
  });

  it("takes HEAD for a method of its own", async () => {
    expect((await fetch(`${base}/clients`, { method: "HEAD" })).status).toBe(404);
    expect((await fetch(`${base}/clients/7`, { method: "HEAD" })).status).toBe(200);
  });

  it("answers 404 as API Gateway does", async () => {
    const response = await fetch(`${base}/nowhere`);
    expect([response.status, await response.json()]).toEqual([404, { message: "Not Found" }]);
    expect(response.headers.get("apigw-requestid")).not.toBeNull();
    expect((await fetch(`${base}/clients/`)).status).toBe(404);
  });

  it("falls back to $default", async () => {
    const { createRouteMatcher } = await import("../../../local/http-api/match-route.ts");
    const match = createRouteMatcher([route("$default"), route("ANY /a/{proxy+}"), route("GET /a/{id}/b")]);
    expect(match("GET", "/x")?.route.routeKey).toBe("$default");
    expect(match("GET", "/a/1/b")?.route.routeKey).toBe("GET /a/{id}/b");
    expect(match("POST", "/a/1/b")?.route.routeKey).toBe("ANY /a/{proxy+}");
  });

  it("refuses what it does not know, by name", () => {
    const build = (change: Partial<HttpApiModel>) => () =>
      createHttpApi({ api: { ...api, ...change }, invoke, clock: { now: Date.now, offset: () => 0 }, jwks: () => undefined });
    expect(build({ stages: [{ name: "prod", autoDeploy: true }] })).toThrow('"prod"');
    expect(build({ routes: [route("FETCH /x")] })).toThrow('"FETCH /x"');
    expect(build({ routes: [route("GET /x", { authorizer: { ...authorizer, identitySource: ["$context.x"] } })] })).toThrow(
      '"$context.x"',
    );
  });
});

describe("the event", () => {
  it("has payload format 2.0", async () => {
    const event = await echo("/echo?tag=a&tag=b&name=J%C3%A9", {
      method: "POST",
      headers: { "Content-Type": "application/json; charset=utf-8", "X-One": "1", Cookie: "a=1; b=2", "User-Agent": "tests" },
      body: '{"x":"é"}',
    });
    expect(event).toMatchObject({
      version: "2.0",
      routeKey: "POST /echo",
      rawPath: "/echo",
      rawQueryString: "tag=a&tag=b&name=J%C3%A9",
      cookies: ["a=1", "b=2"],
      queryStringParameters: { tag: "a,b", name: "Jé" },
      headers: { "x-one": "1", "x-forwarded-for": "127.0.0.1", "x-forwarded-proto": "http" },
      body: '{"x":"é"}',
      isBase64Encoded: false,
      requestContext: {
        accountId: "000000000000",
        apiId: "abc123",
        domainName: "127.0.0.1",
        stage: "$default",
        routeKey: "POST /echo",
        time: "12/Mar/2031:19:03:58 +0000",
        timeEpoch: cloudNow,
        http: { method: "POST", path: "/echo", protocol: "HTTP/1.1", sourceIp: "127.0.0.1", userAgent: "tests" },
      },
    });
    expect(event.headers).not.toHaveProperty("cookie");
    expect(event.requestContext).not.toHaveProperty("authorizer");
  });

  it("joins repeated headers and leaves out what is not there", async () => {
    const text = await new Promise<string>((resolve, reject) => {
      const sent = httpRequest(`${base}/clients`, { headers: { "X-Many": ["1", "2"] } }, async (response) => {
        resolve(Buffer.concat(await response.toArray()).toString());
      });
      sent.on("error", reject);
      sent.end();
    });
    const event = echoed.parse(JSON.parse(text));
    expect(event.headers["x-many"]).toBe("1,2");
    expect(event).toMatchObject({ rawQueryString: "", isBase64Encoded: false });
    for (const name of ["cookies", "queryStringParameters", "pathParameters", "body"]) expect(event).not.toHaveProperty(name);
  });

  it("keeps a query parameter whatever it is called", async () => {
    const response = await fetch(`${base}/echo?__proto__=1&toString=2`, { method: "POST" });
    expect(await response.text()).toContain('"queryStringParameters":{"__proto__":"1","toString":"2"}');
  });

  it("hands a form on as base64", async () => {
    const event = await echo("/echo", { method: "POST", body: new URLSearchParams({ choice: "yes" }) });
    expect(event.isBase64Encoded).toBe(true);
    expect(Buffer.from(event.body ?? "", "base64").toString()).toBe("choice=yes");
  });

  it("refuses more than 10 MB", async () => {
    const init = { method: "POST", headers: { "content-type": "text/plain" } };
    expect((await fetch(`${base}/echo`, { ...init, body: "x".repeat(10 * 1024 * 1024 + 1) })).status).toBe(413);
    expect((await fetch(`${base}/echo`, { ...init, body: "x".repeat(10 * 1024 * 1024) })).status).toBe(200);
  });

  it("answers 413 for what the function may not be given", async () => {
    const response = await fetch(`${base}/too-large`, { method: "POST", body: "{}" });
    expect([response.status, await response.json()]).toEqual([413, { message: "Request Entity Too Large" }]);
  });
});

describe("the answer", () => {
  it("takes a structured answer as it is", async () => {
    const response = await fetch(`${base}/structured`);
    expect(response.status).toBe(201);
    expect(response.headers.get("x-count")).toBe("3");
    expect(response.headers.getSetCookie()).toEqual(["a=1; HttpOnly", "b=2"]);
    expect(await response.text()).toBe("<p>é</p>");
  });

  it("decodes base64", async () => {
    const response = await fetch(`${base}/binary`);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(Buffer.from("iVBORw==", "base64"));
  });

  it("takes any other JSON for the body of a 200", async () => {
    const response = await fetch(`${base}/null`);
    expect([response.status, response.headers.get("content-type"), await response.text()]).toEqual([
      200,
      "application/json",
      "null",
    ]);
  });

  it.each(["/fails", "/throws", "/bad-status", "/bad-header"])("says 500 for %s", async (path) => {
    expect((await fetch(`${base}${path}`)).headers.get("apigw-requestid")).toMatch(/^[0-9a-f-]{36}$/);
    const response = await fetch(`${base}${path}`);
    expect([response.status, await response.json()]).toEqual([500, { message: "Internal Server Error" }]);
  });

  it("says 503 when the time is over", async () => {
    const response = await fetch(`${base}/slow`);
    expect([response.status, await response.json()]).toEqual([503, { message: "Service Unavailable" }]);
  });
});

describe("CORS", () => {
  const origin = "https://console.example.go.id";

  it("answers a preflight without a route", async () => {
    const headers = { origin, "access-control-request-method": "POST" };
    const response = await fetch(`${base}/clients`, { method: "OPTIONS", headers });
    expect(response.status).toBe(204);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "access-control-allow-origin": origin,
      "access-control-allow-methods": "GET,POST",
      "access-control-allow-headers": "authorization,content-type",
      "access-control-max-age": "600",
    });
    const foreign = await fetch(`${base}/clients`, {
      method: "OPTIONS",
      headers: { ...headers, origin: "https://evil.example" },
    });
    expect([foreign.status, foreign.headers.get("access-control-allow-origin")]).toEqual([204, null]);
  });

  it("overrides what the function says", async () => {
    const allowed = await fetch(`${base}/structured`, { headers: { origin } });
    expect(allowed.headers.get("access-control-allow-origin")).toBe(origin);
    const foreign = await fetch(`${base}/structured`, { headers: { origin: "https://evil.example" } });
    expect(foreign.headers.get("access-control-allow-origin")).toBeNull();
  });
});

describe("the JWT authoriser", () => {
  const seconds = () => Math.floor(Date.now() / 1000);
  const valid = () => ({
    iss: issuer,
    sub: "u1",
    client_id: "console",
    scope: "openid titian/read",
    iat: seconds(),
    exp: seconds() + 60,
  });
  const call = async (path: string, token?: string) =>
    fetch(`${base}${path}`, token === undefined ? {} : { headers: { authorization: token } });

  it("lets a good token through, with or without Bearer, and gives its claims as strings", async () => {
    const token = await makeToken({ ...valid(), "cognito:groups": ["a", "b"], flag: true });
    for (const text of [token, `Bearer ${token}`, `bearer ${token}`]) {
      const response = await call("/secured", text);
      expect(response.status).toBe(200);
      const { requestContext } = echoed.parse(await response.json());
      expect(requestContext.authorizer).toMatchObject({
        jwt: {
          claims: { sub: "u1", exp: expect.stringMatching(/^\d+$/), "cognito:groups": "[a b]", flag: "true" },
          scopes: ["titian/read"],
        },
      });
    }
    const { requestContext } = echoed.parse(await (await call("/signed-in", token)).json());
    expect(requestContext.authorizer).toMatchObject({ jwt: { scopes: null } });
  });

  it("says 401 without a token", async () => {
    const response = await call("/secured");
    expect([response.status, await response.json()]).toEqual([401, { message: "Unauthorized" }]);
    expect(response.headers.get("www-authenticate")).toBe("Bearer");
  });

  it.each([
    ["expired by real time", { exp: seconds() - 1 }],
    ["not valid yet", { nbf: seconds() + 30 }],
    ["issued in the future", { iat: seconds() + 30 }],
    ["without an end", { exp: undefined }],
    ["of another issuer", { iss: "https://elsewhere.example" }],
    ["of another client", { client_id: "other" }],
    ["whose aud is wrong although client_id is right", { aud: "other" }],
  ])("says 401 to a token %s", async (_, change) => {
    const response = await call("/secured", await makeToken({ ...valid(), ...change }));
    expect(response.status).toBe(401);
    expect(response.headers.get("www-authenticate")).toContain('error="invalid_token"');
  });

  it("says 401 to a foreign signature, to alg none and to rubbish", async () => {
    const unsigned = [{ alg: "none" }, valid(), ""].map((part) =>
      part === "" ? "" : Buffer.from(JSON.stringify(part)).toString("base64url"),
    );
    const tokens = [await makeToken(valid(), true), unsigned.join("."), "rubbish"];
    for (const token of tokens) expect((await call("/secured", token)).status).toBe(401);
  });

  it("accepts aud in place of client_id", async () => {
    expect((await call("/secured", await makeToken({ ...valid(), client_id: undefined, aud: ["x", "console"] }))).status).toBe(
      200,
    );
  });

  it("says 403 when no scope fits, and takes any one that does", async () => {
    const response = await call("/secured", await makeToken({ ...valid(), scope: "openid" }));
    expect([response.status, await response.json()]).toEqual([403, { message: "Forbidden" }]);
    expect(response.headers.get("www-authenticate")).toContain("insufficient_scope");
    expect((await call("/secured", await makeToken({ ...valid(), scope: undefined, scp: ["titian/admin"] }))).status).toBe(200);
  });
});
