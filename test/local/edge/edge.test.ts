/** A distribution over a bucket and an API, as the templates have them, asked through HTTP. */
import { request as ask } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEdge } from "../../../local/edge/edge.ts";
import { createHttpApi } from "../../../local/http-api/http-api.ts";
import { openBuckets } from "../../../local/s3/buckets.ts";
import { type LocalServer, listen } from "../../../local/servers.ts";
import { readCloudModel } from "../../../local/template/index.ts";
import type { CloudModel } from "../../../local/template/model.ts";
import { bootHash, type Composed, composeForTest } from "../../infra/compose-for-test.ts";

let composed: Composed;
let server: LocalServer;
let model: CloudModel;
/** What the functions behind the API were called with. */
const seen: unknown[] = [];

beforeAll(async () => {
  composed = composeForTest("dev");
  server = await listen(0);
  model = readCloudModel({ cdkOut: composed.synth(), publicUrl: server.url });
  const [distribution] = model.distributions;
  if (distribution === undefined) throw new Error("The app has no distribution");
  const apis = model.httpApis.map((api) => {
    const invoke = async (name: string, event: string) => {
      seen.push(JSON.parse(event));
      return { payload: JSON.stringify({ statusCode: 200, body: name, headers: { etag: "own" } }) };
    };
    const clock = { now: Date.now, offset: () => 0 };
    return [api.apiId, createHttpApi({ api, invoke, clock, jwks: () => undefined })] as const;
  });
  const atHome = (text: string) => text.replaceAll(model.userPools[0]?.issuer ?? "", "/_identity");
  const buckets = openBuckets({ buckets: model.buckets, deployments: model.bucketDeployments, atHome });
  server.serve([createEdge({ distribution, buckets, apis: new Map(apis) })]);
});
afterAll(async () => {
  await server.close();
  composed.remove();
});

/** A request with nothing decoded on the way. */
function raw(path: string, options: { method?: string; headers?: Record<string, string> } = {}) {
  return new Promise<{ status: number; headers: Record<string, string | string[] | undefined>; body: Buffer }>(
    (resolve, reject) => {
      const { method = "GET", headers = {} } = options;
      ask(`${server.url}${path}`, { method, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk) => chunks.push(chunk));
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
        );
      })
        .on("error", reject)
        .end();
    },
  );
}
const page = "<!doctype html><title>Titian</title>\n";

describe("the console behind the distribution", () => {
  it.each(["/", "/konsol"])("%s leads to it", async (path) => {
    const { status, headers } = await raw(path);
    expect([status, headers.location, headers["cache-control"]]).toEqual([302, "/konsol/", "no-store"]);
  });

  it.each(["/konsol/", "/konsol/klien/cl_01", "/konsol/masuk?code=a.b&state=c", "/konsol/index.html"])(
    "%s shows the one page, which is asked for anew each time",
    async (path) => {
      const { status, headers, body } = await raw(path);
      expect([status, body.toString()]).toEqual([200, page]);
      expect(headers).toMatchObject({ "content-type": "text/html", "cache-control": "no-cache" });
    },
  );

  it("gives the page the headers of the template", async () => {
    const { headers } = await raw("/konsol/");
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "no-referrer",
      "strict-transport-security": "max-age=63072000",
      "cross-origin-opener-policy": "same-origin",
    });
    const signIn = `${model.userPools[0]?.issuer}/ https://titian-dev-login.auth.ap-southeast-3.amazoncognito.com`;
    expect(headers["content-security-policy"]).toBe(
      `default-src 'none'; script-src 'self' ${bootHash}; style-src 'self'; img-src 'self' blob:; connect-src 'self' ${signIn}; worker-src 'self'; manifest-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types titian`,
    );
  });

  it("lets a file with a hash in its name be kept for good, under the same headers", async () => {
    const { status, headers } = await raw("/konsol/assets/index-a1b2c3d4.js");
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      "content-type": "text/javascript",
      "cache-control": "public, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
    });
  });

  it.each(["/konsol/assets/gone-00000000.js", "/konsol/..%2f..%2fpackage.json", "/konsol/%ff.js"])(
    "says that %s is missing, and shows no page for it",
    async (path) => {
      const { status, body } = await raw(path);
      expect(status).toBe(404);
      expect(body.toString()).not.toContain("Titian");
    },
  );

  it("tells it of its stage, for nobody to keep", async () => {
    const { status, headers, body } = await raw("/konsol/setelan.json");
    const [pool] = model.userPools;
    expect([status, headers["cache-control"], headers["content-type"]]).toEqual([200, "no-store", "application/json"]);
    expect(JSON.parse(body.toString())).toEqual({
      issuer: "/_identity",
      clientId: pool?.clients[0]?.id,
      scopes: ["openid", "titian/read", "titian/write"],
      version: expect.stringMatching(/^[0-9a-f]{12}$/),
    });
  });

  it("sends nothing twice to whoever has it", async () => {
    const { headers } = await raw("/konsol/");
    const again = await raw("/konsol/klien", { headers: { "if-none-match": `"other", W/${headers.etag}` } });
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, headers.etag]);
    const head = await raw("/konsol/", { method: "HEAD" });
    expect([head.status, head.body.length, head.headers["content-length"]]).toEqual([200, 0, String(page.length)]);
  });

  it("takes nothing", async () => {
    expect((await raw("/konsol/index.html", { method: "PUT" })).status).toBe(403);
    expect((await raw("/", { method: "POST" })).status).toBe(403);
  });

  it("compresses what is worth it, as the browser has it", async () => {
    const path = "/konsol/assets/index-a1b2c3d4.js";
    const plain = await raw(path);
    const brotli = await raw(path, { headers: { "accept-encoding": "gzip, br" } });
    const gzip = await raw(path, { headers: { "accept-encoding": "br;q=0, gzip" } });
    expect([plain, brotli, gzip].map(({ headers }) => headers["content-encoding"])).toEqual([undefined, "br", "gzip"]);
    expect(brotliDecompressSync(brotli.body)).toEqual(plain.body);
    expect(gunzipSync(gzip.body)).toEqual(plain.body);
    expect(brotli.headers).toMatchObject({ vary: "accept-encoding", etag: `W/${plain.headers.etag}` });
  });
});

describe("the API behind the distribution", () => {
  it("answers everything else, a path that it does not know as well", async () => {
    const shown = await raw("/link");
    expect([shown.status, shown.body.toString(), shown.headers.etag]).toEqual([200, "titian-dev-show-link-page", "own"]);
    expect((await raw("/me")).status).toBe(401);
    const unknown = await raw("/clients/cl_01/nothing", { method: "DELETE" });
    expect([unknown.status, JSON.parse(unknown.body.toString())]).toEqual([404, { message: "Not Found" }]);
    expect(unknown.headers["content-security-policy"]).toBeUndefined();
  });

  it("is told who asks, whatever the viewer has written there, and gets the rest as it came", async () => {
    await raw("/link?x=1", { headers: { "x-viewer-address": "203.0.113.9", accept: "text/html", cookie: "a=b" } });
    expect(seen.at(-1)).toMatchObject({
      rawPath: "/link",
      rawQueryString: "x=1",
      headers: { "x-viewer-address": "127.0.0.1", accept: "text/html" },
      cookies: ["a=b"],
    });
  });

  it("has its links mailed under the address of this machine, since the name of the stage leads here", () => {
    const told = model.functions.flatMap(({ environment }) => Object.values(environment));
    expect(told).toContain(server.url);
    expect(JSON.stringify(model.functions)).not.toContain("https://dev.titian");
    expect(model.outputs["titian-dev-console.ConsoleUrl"]).toBe(`${server.url}/konsol/`);
  });

  it("is reached by TLS alone from the first time on", async () => {
    expect((await raw("/link")).headers["strict-transport-security"]).toBe("max-age=63072000");
  });
});
