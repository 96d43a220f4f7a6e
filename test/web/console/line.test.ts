/** What an officer records on a line that comes and goes, and in two tabs at once: nothing is lost, and each act is one. */
import type { BrowserContext, Page, Route } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { instantOfEpochMs, localDateOf, localTimeOf } from "../../../shared/domain/calendar/instant.ts";
import { makeRecords, type Records } from "../../api/office-records.ts";
import { isWhole } from "../../builders/runs.ts";
import { hasBrowser, openConsole, type TriedConsole } from "./console.ts";

/** A machine that has others to serve may take its time, in milliseconds. */
const patience = { timeout: 15_000 };
const placed = z.object({ status: z.string(), waitNo: z.int() });
const found = z.object({ items: z.array(z.object({ id: z.string() })) });
const known = z.object({ contacts: z.array(z.object({ how: z.string() })) });

describe.runIf(hasBrowser && isWhole)("on a line that comes and goes", () => {
  let tried: TriedConsole;
  let records: Records;
  beforeAll(async () => {
    tried = await openConsole();
    records = await makeRecords(tried.door, "officer", 53);
  }, 180_000);
  const read = async () => placed.parse(await tried.door.get("officer", `/placements/${records.placement}`));
  const contacts = async () => known.parse(await tried.door.get("officer", `/clients/${records.client}`)).contacts.length;
  const row = (page: Page) => page.locator(`[data-id="${records.placement}"]`);
  /** Until what was recorded goes out because nobody takes it back any more. */
  const undoIsOver = (page: Page): Promise<void> => page.clock.fastForward("00:11");

  it("an act whose line is lost after the tap is said not to be saved, outlives the page, and is sent once", async () => {
    const { page, context, complaints } = await tried.visit("officer", { width: 360 });
    // The console itself is kept a while after its first room stands.
    await page.evaluate("navigator.serviceWorker.ready.then(() => undefined)");
    await page.clock.install();
    const posts = postsOf(context, /\/approval$/);
    await row(page).getByRole("button", { name: "Lihat usulan" }).click();
    await page.getByRole("button", { name: /^Setujui \d usulan$/ }).click();
    await context.setOffline(true);
    await row(page).getByText("Dicatat").waitFor();
    await undoIsOver(page);
    await row(page).getByText("Belum tersimpan").waitFor();
    await page.getByRole("banner").getByText("Tanpa jaringan").waitFor();
    await page.getByRole("link", { name: "1 belum tersimpan" }).click();
    await page.getByText("Persetujuan usulan").waitFor();
    expect([posts, await read()]).toEqual([[], { status: "AWAITING_APPROVAL", waitNo: 1 }]);
    // Loaded anew from what is kept of the console, without a login that it could ask for.
    await page.reload();
    await page.getByText("Persetujuan usulan").waitFor();
    await context.setOffline(false);
    await page.getByText("Semua sudah tersimpan").waitFor();
    await page.getByRole("link", { name: "1 belum tersimpan" }).waitFor({ state: "detached" });
    expect([posts, await read()]).toEqual([[200], { status: "AWAITING_CLIENT", waitNo: 2 }]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("a sheet keeps what is on it without a network, and an act whose answer is lost on its way back is one act", async () => {
    const { page, context } = await tried.visit("officer", { width: 360 });
    await page.clock.install();
    await row(page).getByRole("button", { name: "Catat jawaban" }).click();
    const sheet = page.getByRole("dialog", { name: "Jawaban klien" });
    await sheet.getByRole("radio", { name: "Ya", exact: true }).first().waitFor();
    const yeses = await sheet.getByText("Ya", { exact: true }).all();
    for (const yes of yeses) await yes.click();
    await sheet.getByText("WhatsApp").click();
    await sheet.getByText("Sebelumnya").click();
    const hourAgo = instantOfEpochMs(tried.door.cloud.clock.now() - 3_600_000);
    const earlier = `${localDateOf(hourAgo, "WIB")}T${localTimeOf(hourAgo, "WIB")}`;
    await sheet.getByLabel("Hari dan jam").fill(earlier);
    await context.setOffline(true);
    // What is shown is read anew, and does not come.
    await page.clock.fastForward("01:00");
    await page.evaluate("dispatchEvent(new Event('visibilitychange'))");
    await page.clock.fastForward("00:30");
    expect(await sheet.getByRole("radio", { name: "Ya", exact: true, checked: true }).count()).toBe(yeses.length);
    expect(await sheet.getByRole("radio", { name: "WhatsApp" }).isChecked()).toBe(true);
    expect(await sheet.getByLabel("Hari dan jam").inputValue()).toBe(earlier);
    await context.setOffline(false);
    // So long ago nobody had been asked yet.
    await sheet.getByText("Sekarang").click();

    const answers: number[] = [];
    await page.route("**/client-answer", async (route: Route) => {
      const answer = await route.fetch();
      answers.push(answer.status());
      // Taken by the server, and the line is gone before it can say so.
      if (answers.length === 1) await route.abort("connectionreset");
      else await route.fulfill({ response: answer });
    });
    await sheet.getByRole("button", { name: "Catat jawaban" }).click();
    await undoIsOver(page);
    await row(page).getByText("Belum tersimpan").waitFor();
    expect(await read()).toEqual({ status: "AWAITING_EMPLOYER", waitNo: 3 });
    await page.clock.fastForward("00:03");
    await row(page).waitFor({ state: "detached" });
    expect([answers, await read()]).toEqual([[200, 200], { status: "AWAITING_EMPLOYER", waitNo: 3 }]);
    await context.close();
  });

  it("a form says that there is no network, keeps what was typed, and registers one client when there is one again", async () => {
    const { page, context } = await tried.visit("officer", { path: "/klien/baru", width: 360 });
    const fullName = "Contoh Tanpa Jaringan";
    await page.getByLabel("Nama lengkap").fill(fullName);
    await page.getByText("Perempuan").click();
    await page.getByLabel("Tanggal lahir").fill("1993-07-08");
    await page.getByLabel("Nomor telepon").fill("0812 9999 0053");
    await page.getByLabel("Pendidikan terakhir").selectOption("SMP");
    await context.setOffline(true);
    await page.getByRole("button", { name: "Daftarkan" }).click();
    await page.getByText("Tidak ada jaringan, atau server tidak menjawab.").waitFor();
    expect(await page.getByLabel("Nama lengkap").inputValue()).toBe(fullName);
    await context.setOffline(false);
    let taken = 0;
    await page.route(/\/clients$/, async (route: Route) => {
      const answer = await route.fetch();
      taken += 1;
      if (taken === 1) await route.abort("connectionreset");
      else await route.fulfill({ response: answer });
    });
    await page.getByRole("button", { name: "Daftarkan" }).click();
    await expect.poll(() => taken, patience).toBe(1);
    await page.getByText("Tidak ada jaringan, atau server tidak menjawab.").waitFor();
    await page.getByRole("button", { name: "Daftarkan" }).click();
    await page.getByRole("heading", { level: 1, name: fullName }).waitFor();
    const { items } = found.parse(await tried.door.get("officer", "/clients?q=contoh%20tanpa%20jaringan"));
    expect([taken, items.length]).toEqual([2, 1]);
    await context.close();
  });

  it("two tabs of one login show each other's acts, take them back for each other, and send each once", async () => {
    const { page, context } = await tried.visit("officer", { path: `/klien/${records.client}`, trusted: true });
    const second = await context.newPage();
    await second.goto(tried.address(`/klien/${records.client}`));
    await second.getByRole("heading", { level: 1 }).waitFor();
    await page.clock.install();
    const posts = postsOf(context, /\/contacts$/);
    const before = await contacts();
    const onItsWay = (tab: Page) => tab.getByText(/Disimpan dalam \d+ detik/);
    const record = async (tab: Page): Promise<void> => {
      await tab.getByRole("button", { name: "Catat kontak" }).first().click();
      await tab.getByRole("dialog").getByRole("button", { name: "Simpan" }).click();
      await Promise.all(context.pages().map((each) => onItsWay(each).waitFor()));
    };

    await record(second);
    await page.getByRole("button", { name: "Urungkan" }).click();
    // The pointer stays where the next message comes up: that holds nothing up.
    await onItsWay(second).waitFor({ state: "detached" });
    await undoIsOver(page);
    expect([posts, await contacts()]).toEqual([[], before]);

    // The tab that was there first sends for both, and what one has sent the other reads anew.
    for (const tab of [second, page]) {
      const other = tab === page ? second : page;
      await record(tab);
      const [read] = await Promise.all([
        other.waitForResponse((answer) => new URL(answer.url()).pathname === `/clients/${records.client}`),
        undoIsOver(page),
      ]);
      expect(read.status()).toBe(200);
      await onItsWay(other).waitFor({ state: "detached" });
    }
    expect([posts, await contacts()]).toEqual([[201, 201], before + 2]);

    // The one that sends is closed: the other takes its place.
    await record(second);
    await page.close();
    await expect.poll(contacts, patience).toBe(before + 3);
    await record(second);
    await second.clock.fastForward("00:11");
    await expect.poll(contacts, patience).toBe(before + 4);
    await context.close();
  });
});

/** Statuses of what a browser has posted and heard of, as they come. */
function postsOf(context: BrowserContext, action: RegExp): number[] {
  const statuses: number[] = [];
  context.on("response", (answer) => {
    if (answer.request().method() === "POST" && action.test(new URL(answer.url()).pathname)) statuses.push(answer.status());
  });
  return statuses;
}
