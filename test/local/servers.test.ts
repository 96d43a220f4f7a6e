import { request } from "node:http";
import { describe, expect, it, onTestFinished } from "vitest";
import { createAwsHandle, listen, sendJson } from "../../local/servers.ts";

/** Two servers as the cloud has them: one for everybody on this machine, one for the SDKs of its functions. */
async function setUp() {
  const reached: string[] = [];
  const [open, aws] = [await listen(0), await listen(0)];
  onTestFinished(open.close);
  onTestFinished(aws.close);
  open.serve([
    async (_, response) => {
      sendJson(response, 200, {});
      return true;
    },
  ]);
  const note = (name: string) => async (_: unknown, response: Parameters<typeof sendJson>[0]) => {
    reached.push(name);
    sendJson(response, 200, {});
  };
  aws.serve([
    createAwsHandle({
      stepFunctions: note("step functions"),
      lambda: note("lambda"),
      mail: async (from, response) => note("mail")(from, response).then(() => true),
      kms: async () => ({ status: 200, body: {} }),
    }),
  ]);
  return { open, aws, reached };
}

/** Sends a request with headers that fetch would not let through. */
const statusOf = (url: string, method: string, headers: Record<string, string>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const sent = request(url, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on("error", reject);
    sent.end();
  });

const paths = ["/2015-03-31/functions/register-staff/invocations", "/v2/email/outbound-emails"] as const;

describe("the servers of the cloud", () => {
  it("answer to their own machine's names only", async () => {
    const { open, aws } = await setUp();
    for (const server of [open, aws]) {
      const { port } = new URL(server.url);
      for (const host of ["evil.example", `evil.example:${port}`, "127.0.0.1.evil.example"]) {
        expect(await statusOf(`${server.url}/`, "GET", { host })).toBe(403);
      }
    }
    const { port } = new URL(open.url);
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, "localhost", "[::1]"]) {
      expect(await statusOf(`${open.url}/`, "GET", { host })).toBe(200);
    }
  });

  it("let a page of another origin reach the API, whose own rules say what it may", async () => {
    const { open } = await setUp();
    expect(await statusOf(`${open.url}/`, "POST", { origin: "http://localhost:5173", "sec-fetch-site": "cross-site" })).toBe(200);
  });

  it.each(paths)("let no page in a browser call AWS (%s)", async (path) => {
    const { aws, reached } = await setUp();
    const pages = [
      { origin: "https://evil.example" },
      { origin: "null" },
      { origin: aws.url },
      { "sec-fetch-site": "cross-site" },
    ] as const;
    for (const headers of pages) {
      expect(await statusOf(`${aws.url}${path}`, "POST", { "content-type": "text/plain", ...headers })).toBe(403);
    }
    expect(reached).toEqual([]);
    expect(await statusOf(`${aws.url}${path}`, "POST", {})).toBe(200);
    expect(reached).toHaveLength(1);
  });
});
