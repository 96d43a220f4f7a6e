/** What stands around the rooms: who is signed in, what is not theirs, and reports that can be taken along. */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { isWhole } from "../../builders/runs.ts";
import { hasBrowser, openConsole, type TriedConsole } from "./console.ts";

describe.skipIf(!hasBrowser)("the console", () => {
  let tried: TriedConsole;
  beforeAll(async () => {
    tried = await openConsole();
  });

  it.runIf(isWhole)("tells a trainer what is not theirs, leads to what is, and says whose certificates they read", async () => {
    const { page, context } = await tried.visit("trainer", { path: "/laporan", width: 360 });
    for (const path of ["/laporan", "/impor", "/klien/baru", "/lowongan/va_1"]) {
      await page.goto(tried.address(path));
      await page.getByRole("heading", { level: 1, name: "Halaman ini bukan untuk peran Anda" }).waitFor();
      expect(await page.getByRole("button", { name: "Coba lagi" }).count()).toBe(0);
    }
    await page.getByRole("link", { name: "Ke Klien" }).click();
    await page.getByRole("heading", { level: 1, name: "Klien" }).waitFor();
    await page.goto(tried.address(`/klien/${tried.records.client}`));
    await page.getByRole("heading", { level: 1, name: "Sertifikat", exact: true }).waitFor({ state: "detached" });
    await page
      .getByText(/nomor register|\/\d{4}/)
      .first()
      .waitFor();
    await page.getByRole("link", { name: "Lain" }).click();
    await page.getByRole("main").getByText("Pelatih").waitFor();
    await page.goto(tried.address("/kotak"));
    await page.waitForURL((url) => url.pathname === "/konsol/klien");
    await context.close();
  });

  it.runIf(isWhole)("reads reports by week and month at addresses of their own, and saves what is shown", async () => {
    const { page, context, complaints } = await tried.visit("supervisor", { path: "/laporan" });
    await page.getByRole("link", { name: "Bulan lalu" }).click();
    await page.waitForURL((url) => /^\d{4}-\d\d-01$/.test(url.searchParams.get("dari") ?? ""));
    await page.getByRole("link", { name: "Minggu ini" }).click();
    await page.getByText("Bertahan 30 hari").waitFor();
    await page.getByText("belum ada yang sampai hari itu").first().waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Simpan CSV" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^laporan-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/);
    const csv = readFileSync(await download.path(), "utf8");
    expect(csv).toMatch(/^\uFEFFBagian;Keterangan;Nilai\r\n/);
    expect(csv).toContain(";Dimulai;");
    expect(complaints).toEqual([]);
    await context.close();
  });
});
