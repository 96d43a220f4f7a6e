/** What an office settles among its people: whose client it is, who stands in, what other offices ask for, and leaving for the day. */
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { isWhole } from "../../builders/runs.ts";
import { hasBrowser, keptBy, openConsole, type TriedConsole } from "./console.ts";

const owned = z.object({ client: z.object({ officerId: z.string() }) });
const told = z.object({ status: z.string() });
const inboxOf = z.object({ items: z.array(z.object({ id: z.string() })) });

describe.skipIf(!hasBrowser)("an office in the console", () => {
  let tried: TriedConsole;
  beforeAll(async () => {
    tried = await openConsole();
  });
  const officerOf = async (client: string) =>
    owned.parse(await tried.door.get("supervisor", `/clients/${client}`)).client.officerId;
  const row = (page: Page, name: string) => page.getByRole("listitem").filter({ hasText: name });
  const choose = async (page: Page, label: string, name: string): Promise<void> =>
    page
      .getByRole("dialog")
      .getByLabel(label)
      .selectOption({ label: name })
      .then(() => undefined);

  it.runIf(isWhole)("hands one client over from its page, and all of somebody's work from the settings", async () => {
    const body = { fullName: "Contoh Serahan", sex: "MALE", birthDate: "1991-02-03", education: "SMP" };
    const domicile = { regencyCode: tried.door.place.regencyCode };
    const made = await tried.door.post("officer", "/clients", { ...body, domicile, registerNumber: "I.9001/2026" });
    const { id } = z.object({ id: z.string() }).parse(made);
    const before = await officerOf(id);
    const { page, context, complaints } = await tried.visit("supervisor", { path: `/klien/${id}`, width: 360 });
    await page.getByRole("button", { name: "Serahkan" }).click();
    await choose(page, "Kepada", "Petugas colleague");
    await page.getByRole("dialog").getByRole("button", { name: "Serahkan" }).click();
    await page.getByText("Klien diserahkan.").waitFor();
    expect(await officerOf(id)).not.toBe(before);

    await page.goto(tried.address("/setelan"));
    await row(page, "Petugas colleague").getByRole("button", { name: "Serahkan semua pekerjaan" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Batal" }).click();
    await row(page, "Petugas colleague").getByRole("button", { name: "Serahkan semua pekerjaan" }).click();
    await choose(page, "Kepada", "Petugas officer");
    await page.getByRole("dialog").getByRole("button", { name: "Serahkan semua pekerjaan" }).click();
    await page.getByText("Tersimpan.").waitFor();
    await expect.poll(() => officerOf(id), { timeout: 15_000 }).toBe(before);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it.runIf(isWhole)(
    "lets a colleague stand in for some days: what is to be done reaches their inbox, and no longer once it is taken back",
    async () => {
      const { placement } = tried.records;
      const today = new Date(tried.door.cloud.clock.now()).toISOString().slice(0, 10);
      const reaches = async () =>
        inboxOf.parse(await tried.door.get("colleague", "/inbox?limit=100")).items.some(({ id }) => id === placement);
      const was = await reaches();
      const { page, context } = await tried.visit("supervisor", { path: "/setelan" });
      const officer = row(page, "Petugas officer");
      await officer.getByRole("button", { name: "Atur pengganti" }).click();
      await choose(page, "Siapa menggantikan", "Petugas colleague");
      await page.getByLabel("Dari hari").fill(today);
      await page.getByLabel("Sampai dengan hari").fill(today);
      await page.getByRole("dialog").getByRole("button", { name: "Simpan" }).click();
      await officer.getByText(/Digantikan Petugas colleague/).waitFor();
      const mine = inboxOf.parse(await tried.door.get("officer", "/inbox?limit=100")).items.map(({ id }) => id);
      if (mine.includes(placement)) expect(await reaches()).toBe(true);
      const other = await tried.visit("colleague", { path: "/setelan", width: 360 });
      await other.page.getByText("Anda sedang menggantikan Petugas officer").waitFor();
      await other.context.close();

      await officer.getByRole("button", { name: "Atur pengganti" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Hapus" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Simpan" }).click();
      await officer.getByText(/Digantikan/).waitFor({ state: "detached" });
      expect(await reaches()).toBe(was);
      await context.close();
    },
  );

  it.runIf(isWhole)(
    "asks another office for a client that is known there, and that office's supervisor sees who asks",
    async () => {
      const nik = tried.records.nik;
      const { page, context } = await tried.visit("foreignOfficer", { path: "/klien/baru" });
      await page.getByLabel("Nama lengkap").fill("Contoh Pindahan");
      await page.getByText("Laki-laki").click();
      await page.getByLabel("Tanggal lahir").fill("1994-05-12");
      await page.getByLabel("Nomor telepon").fill("0812 9999 0055");
      await page.getByLabel("Pendidikan terakhir").selectOption("SMP");
      await page.getByText("Tambahkan NIK sekarang").click();
      await page.getByLabel("NIK", { exact: true }).fill(nik);
      await page.getByRole("button", { name: "Daftarkan" }).click();
      await page.getByRole("button", { name: "Minta perpindahan" }).click();
      await page.getByText("Permintaan terkirim ke kantor asalnya").waitFor();
      await context.close();

      const asked = await tried.visit("supervisor", { path: "/kotak?tab=permintaan" });
      const request = asked.page.locator("[data-id]").filter({ hasText: "Petugas foreignOfficer" });
      await request.getByText("Bapas Kelas I Seberang").waitFor();
      expect(await request.getByRole("link", { name: /Petugas foreignOfficer/ }).getAttribute("href")).toMatch(/^mailto:/);
      await asked.context.close();
    },
  );

  it.runIf(isWhole)("warns who signs out of what was not sent, and then sends nothing of it and keeps nothing", async () => {
    const { placement } = tried.records;
    const { status } = told.parse(await tried.door.get("officer", `/placements/${placement}`));
    const { page, context } = await tried.visit("officer", { path: `/penempatan/${placement}` });
    await page.getByRole("button", { name: "Klien mundur" }).click();
    await page.getByRole("dialog").getByText("WhatsApp").click();
    await page.getByRole("button", { name: "Catat klien mundur" }).click();
    await page.getByRole("button", { name: "Urungkan" }).waitFor();
    expect(await keptBy(page)).toContain("titian-kirim");
    await page.getByRole("banner").getByRole("button", { name: "Keluar" }).click();
    const warning = page.getByRole("dialog", { name: "Masih ada yang belum tersimpan" });
    await warning.getByText("1 catatan belum tersimpan").waitFor();
    await warning.getByRole("button", { name: "Tetap keluar" }).click();
    await page.getByRole("button", { name: "Masuk" }).waitFor();
    // Neither the login, nor the act that waited, nor the key that it was sealed with.
    expect(await keptBy(page)).not.toMatch(/refreshToken|eyJ|titian-kirim|titian-isian|titian\.kunci/);
    expect(told.parse(await tried.door.get("officer", `/placements/${placement}`)).status).toBe(status);
    await context.close();
  });

  it.runIf(isWhole)("is read in English without a word of Indonesian in the shell's menu and the settings", async () => {
    const { page, context } = await tried.visit("supervisor", { path: "/setelan" });
    await page.getByText("English").click();
    await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
    for (const [path, name] of [
      ["/kotak", "Inbox"],
      ["/klien", "Clients"],
      ["/penempatan", "Placements"],
      ["/lowongan", "Vacancies"],
      ["/pemberi-kerja", "Employers"],
      ["/perjanjian", "Agreements"],
      ["/lembar-hari", "Day sheet"],
      ["/laporan", "Reports"],
      ["/antrean", "What is not saved on the server yet"],
      ["/setelan", "Settings"],
    ] as const) {
      await page.goto(tried.address(path));
      await page.getByRole("heading", { level: 1, name }).waitFor();
      await page.waitForLoadState("networkidle");
      const text = String(await page.evaluate("document.body.innerText"));
      expect([path, text.match(/\b(yang|dengan|belum|untuk|Anda|kantor|dan|hari|klien|dari)\b/gi)]).toEqual([path, null]);
    }
    await context.close();
  });
});
