/** Who may see the console, for how long, and what is left of it afterwards. */
import { beforeAll, describe, expect, it } from "vitest";
import { isWhole } from "../../builders/runs.ts";
import { hasBrowser, keptBy, listenTo, login, openConsole, type TriedConsole } from "./console.ts";

describe.skipIf(!hasBrowser)("a login to the console", () => {
  let tried: TriedConsole;
  beforeAll(async () => {
    tried = await openConsole();
  });

  it.runIf(isWhole)("leads where the user was going, survives a reload, and breaks no policy", async () => {
    const { page, context, complaints } = await tried.visit("officer", { path: "/kotak?tab=lain" });
    expect(new URL(page.url()).search).toBe("?tab=lain");
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "Kotak kerja" }).waitFor();
    await page.getByRole("link", { name: /Menunggu pihak lain/ }).waitFor();
    expect(await page.getByRole("button", { name: "Masuk" }).count()).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it.runIf(isWhole)("keeps neither a name nor an access token where the device is not the user's own", async () => {
    const { page, context } = await tried.visit("officer");
    await page.locator("[data-id]").first().waitFor();
    const name = (await page.locator("[data-id] .name").first().textContent()) ?? "?";
    const kept = await keptBy(page);
    expect(kept).toContain("refreshToken");
    expect(kept.includes(name)).toBe(false);
    expect(/eyJ[\w-]+\.eyJ/.test(kept)).toBe(false);
    await context.close();
  });

  it.runIf(isWhole)("is the tab's own: a copy of the tab, and a new one, sign in anew", async () => {
    const { page, context } = await tried.visit("officer");
    const [copy] = await Promise.all([context.waitForEvent("page"), page.evaluate('void open("/konsol/kotak")')]);
    await copy.getByRole("button", { name: "Masuk" }).waitFor();
    await page.reload();
    await page.getByRole("link", { name: /Untuk saya/ }).waitFor();
    await context.close();
  });

  it.runIf(isWhole)("is made fresh by itself when a token has run out, after a reload as well", async () => {
    const { page, context } = await tried.visit("officer");
    await page.reload();
    await page.getByRole("link", { name: /Untuk saya/ }).waitFor();
    let refused = 0;
    await page.route("**/placements?*", (route) => {
      refused += 1;
      return refused === 1 ? route.fulfill({ status: 401, json: { message: "Unauthorized" } }) : route.continue();
    });
    await page.getByRole("link", { name: /Menunggu pihak lain/ }).click();
    await expect.poll(() => refused).toBe(2);
    expect(await page.getByRole("button", { name: "Masuk" }).count()).toBe(0);
    expect(await page.getByRole("dialog").count()).toBe(0);
    await context.close();
  });

  it.runIf(isWhole)(
    "opens in new tabs on the user's own device, and ends in all of them and at the issuer by one tap, with nothing kept",
    async () => {
      const { page, context } = await tried.visit("officer", { trusted: true });
      const second = await context.newPage();
      listenTo(second);
      await second.goto(tried.address("/setelan"));
      await second.getByRole("heading", { level: 1, name: "Setelan" }).waitFor();
      await second.getByRole("banner").getByRole("button", { name: "Keluar" }).click();
      await page.getByRole("button", { name: "Masuk" }).waitFor();
      await second.waitForURL((url) => url.pathname === "/konsol/kotak");
      await second.getByRole("button", { name: "Masuk" }).click();
      // The issuer remembers nobody: it asks for the password.
      await second.locator('input[name="password"]').waitFor();
      const third = await context.newPage();
      await third.goto(tried.address("/kotak"));
      await third.getByRole("button", { name: "Masuk" }).waitFor();
      expect(await keptBy(third)).not.toMatch(/refreshToken|eyJ/);
      await context.close();
    },
  );

  it.runIf(isWhole)(
    "that ends while something is typed is made anew in a window of its own, and what was typed stays",
    async () => {
      const { page, context } = await tried.visit("supervisor", { path: "/setelan" });
      const field = page.getByLabel("Telepon kantor");
      await field.fill("021 555 0199");
      // The issuer takes no more tokens, and the API none of those that it gave.
      await page.route("**/_identity/token", (route) => route.fulfill({ status: 400, json: { error: "invalid_grant" } }));
      await page.route("**/office/changes", (route) => route.fulfill({ status: 401, json: { message: "Unauthorized" } }));
      await page.getByRole("button", { name: "Simpan" }).click();
      await page.getByRole("dialog", { name: "Sesi Anda berakhir" }).waitFor();
      await page.unroute("**/_identity/token");
      await page.unroute("**/office/changes");
      const [popup] = await Promise.all([context.waitForEvent("page"), page.getByRole("button", { name: "Masuk" }).click()]);
      await Promise.race([popup.waitForEvent("close"), login(popup, "supervisor", tried.door).catch(() => undefined)]);
      await page.getByRole("dialog").waitFor({ state: "detached" });
      expect(await field.inputValue()).toBe("021 555 0199");
      await page.getByRole("button", { name: "Simpan" }).click();
      await page.getByText("Tersimpan.").waitFor();
      await context.close();
    },
  );

  it.runIf(isWhole)("is covered after half an hour without a touch", async () => {
    const { page, context } = await tried.visit("officer");
    await page.clock.install();
    await page.reload();
    await page.getByRole("link", { name: /Untuk saya/ }).waitFor();
    await page.clock.fastForward("31:00");
    await page.getByRole("dialog", { name: "Konsol ditutup sementara" }).waitFor();
    expect(await keptBy(page)).not.toContain("refreshToken");
    await context.close();
  });

  it.runIf(isWhole)("of somebody who is no member of staff is told so", async () => {
    const { page, context } = await tried.visit("stranger");
    await page.getByRole("heading", { name: "Akun ini belum terdaftar sebagai petugas" }).waitFor();
    await context.close();
  });
});
