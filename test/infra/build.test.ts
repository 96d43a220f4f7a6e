import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { type Built, buildAll, largestBundleBytes, largestRelayBytes } from "../../infra/build.ts";
import { functionSpecs } from "../../infra/functions.ts";
import { isWhole } from "../builders/runs.ts";
import { root } from "./compose-for-test.ts";

const out = mkdtempSync(join(tmpdir(), "titian-build-"));
afterAll(() => rmSync(out, { recursive: true, force: true }));

let built: Built;
beforeAll(async () => {
  // The synthesis has built and measured the bundles that all other tests use: they are looked into at whole length.
  if (isWhole) built = await buildAll({ root, out });
}, 180_000);
const bundleOf = (name: string) => readFileSync(join(built.bundles, name, "index.js"), "utf8");
const load = createRequire(import.meta.url);
const response = z.object({ statusCode: z.number(), headers: z.record(z.string(), z.string()), body: z.string() });
const withHandler = z.object({
  handler: z.custom<(event?: unknown) => Promise<unknown>>((value) => typeof value === "function"),
});

describe.runIf(isWhole)("the build", () => {
  test("makes one bundle a function, each within the budget", () => {
    expect(built.sizes.map(({ name }) => name).sort()).toEqual(functionSpecs.map(({ name }) => name).sort());
    expect([largestBundleBytes, largestRelayBytes]).toEqual([440_000, 520_000]);
    for (const { name, bytes } of built.sizes) {
      const isRelay = ["relay-outbox", "sweep-outbox"].includes(name);
      expect(bytes, name).toBeLessThanOrEqual(isRelay ? largestRelayBytes : largestBundleBytes);
      expect(bundleOf(name).length, name).toBeLessThanOrEqual(bytes);
    }
  });

  test("keeps bundles that call no AWS service free of its SDK", () => {
    for (const name of ["show-link-page", "read-openapi"]) expect(bundleOf(name)).not.toContain("AWS_ACCESS_KEY_ID");
    expect(built.sizes.find(({ name }) => name === "show-link-page")?.bytes).toBeLessThan(60_000);
  });

  test("leaves out what is not used on Lambda: other credentials than the role's, event streams, discovered endpoints", () => {
    const inputs = Object.keys(built.metafile.inputs).join("\n");
    expect(inputs).toContain("credential-provider-env");
    expect(inputs).not.toMatch(
      /credential-provider-(ini|sso|process|web-identity)|nested-clients|event-streams\/index|endpoint-cache\/|mnemonist/,
    );
  });

  test.runIf(isWhole)("makes bundles that load, whatever the package around them says", () => {
    for (const { name } of functionSpecs.filter(({ file }) => file.startsWith("http/"))) {
      expect(() => withHandler.parse(load(join(built.bundles, name, "index.js"))), name).not.toThrow(/module|import|require/i);
    }
  });

  test("names every function that has no file, and every file that is no function", async () => {
    const functions = join(out, "some-functions");
    cpSync(join(root, "functions"), functions, { recursive: true });
    writeFileSync(join(functions, "http", "do-nothing.ts"), "export const handler = async () => undefined;\n");
    await expect(buildAll({ root, functions, out: join(out, "unknown") })).rejects.toThrow(/no functions.*http\/do-nothing\.ts/);
    rmSync(join(functions, "http", "read-me.ts"));
    rmSync(join(functions, "stream", "relay-outbox.ts"));
    const missing = buildAll({ root, functions, out: join(out, "missing") });
    await expect(missing).rejects.toThrow(/http\/read-me\.ts\n\s+stream\/relay-outbox\.ts$/);
  });

  test("refuses bundles above the budget by name", async () => {
    const functions = join(out, "large-functions");
    for (const { file } of functionSpecs) {
      mkdirSync(join(functions, file, ".."), { recursive: true });
      const size = file === "http/read-inbox" ? largestBundleBytes : 1;
      writeFileSync(join(functions, `${file}.ts`), `export const handler = async () => "${"x".repeat(size)}";\n`);
    }
    await expect(buildAll({ root, functions, out: join(out, "large") })).rejects.toThrow(
      /too large.*\n {2}read-inbox: 441 KB, at most 440 KB$/,
    );
  });
});

describe.runIf(isWhole)("the employer's page", () => {
  test("is one file that its own policy allows, and nothing else", async () => {
    const { handler } = withHandler.parse(load(join(built.bundles, "show-link-page", "index.js")));
    const { statusCode, headers, body } = response.parse(await handler({ rawPath: "/link" }));
    const policy = headers["content-security-policy"];
    expect(statusCode).toBe(200);
    const hashes = [...body.matchAll(/<(script|style)>([\s\S]*?)<\/\1>/g)].map(
      ([, kind, text]) =>
        `${kind}-src 'sha256-${createHash("sha256")
          .update(text ?? "")
          .digest("base64")}'`,
    );
    expect(hashes).toHaveLength(2);
    for (const hash of hashes) expect(policy).toContain(hash);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(body).not.toMatch(/<script[^>]+src=|<link[^>]+href=|\son\w+="|\sstyle="/);
  });
});
