import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Identity, openIdentity } from "../../../local/identity/identity.ts";
import { isWhole } from "../../builders/runs.ts";
import { pool } from "./build-pool.ts";

const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";

describe.skipIf(!existsSync(executablePath))("in a browser", () => {
  const dataFolder = mkdtempSync(join(tmpdir(), "titian-identity-"));
  let identity: Identity;
  let server: Server;
  let browser: Browser;
  let publicUrl: string;

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      if (!(await identity.handle(request, response))) response.end("<title>Konsol</title>");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("No port");
    publicUrl = `http://127.0.0.1:${address.port}`;
    identity = openIdentity({ dataFolder, userPools: [pool], publicUrl });
    await identity.putUser({ username: "sari", password: "kata sandi", name: "Sari", email: "sari@example.go.id" });
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  });

  afterAll(async () => {
    await browser.close();
    server.closeAllConnections();
    server.close();
    await identity.close();
    rmSync(dataFolder, { recursive: true });
  });

  it.runIf(isWhole)("an officer signs in at the second try, is remembered, and signs out", async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 640 } });
    const query = new URLSearchParams({
      client_id: "console",
      response_type: "code",
      scope: "openid titian/read",
      redirect_uri: `${publicUrl}/masuk`,
      code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
      code_challenge_method: "S256",
    });
    await page.goto(`${publicUrl}/_identity/auth?${query}`);
    await page.getByLabel("Nama pengguna").fill("sari");
    await page.getByLabel("Kata sandi").fill("salah");
    await page.keyboard.press("Enter");
    expect(await page.getByRole("alert").textContent()).toBe("Nama pengguna atau kata sandi salah.");
    await page.getByLabel("Kata sandi").fill("kata sandi");
    await page.getByRole("button", { name: "Masuk" }).click();
    await page.waitForURL(/\/masuk\?code=/);

    await page.goto(`${publicUrl}/_identity/auth?${query}`);
    expect(page.url()).toContain("/masuk?code=");

    const end = new URLSearchParams({ client_id: "console", post_logout_redirect_uri: `${publicUrl}/` });
    await page.goto(`${publicUrl}/_identity/session/end?${end}`);
    await page.waitForURL(`${publicUrl}/`);
    await page.goto(`${publicUrl}/_identity/auth?${query}`);
    expect(await page.title()).toBe("Masuk – Titian");
    await page.close();
  });
});
