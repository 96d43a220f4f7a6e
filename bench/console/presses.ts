/** How soon the page answers a press or a key, and how evenly it draws a long list while it is scrolled. */
import type { Page } from "playwright-core";

/** Event Timing, as INP counts it: the longest duration of an interaction until the next frame is painted. */
const watch = `(() => {
  globalThis.titianPresses = [];
  new PerformanceObserver((list) => {
    for (const { interactionId, duration, name } of list.getEntries())
      if (interactionId) globalThis.titianPresses.push([name, duration]);
  }).observe({ type: "event", durationThreshold: 16, buffered: false });
})()`;

/** The longest of presses and keys in the rooms, in milliseconds; each is named where it is slow. */
export async function longestPress(page: Page, base: string): Promise<{ readonly ms: number; readonly at: string }> {
  let longest = { ms: 0, at: "nowhere" };
  const during = async (at: string, act: () => Promise<void>): Promise<void> => {
    await page.evaluate(watch);
    await act();
    await page.waitForTimeout(1200);
    const ms = Number(await page.evaluate("Math.max(0, ...(globalThis.titianPresses ?? []).map(([, duration]) => duration))"));
    if (ms > longest.ms) longest = { ms, at };
  };
  const go = async (path: string): Promise<void> => {
    await page.goto(`${base}${path}`);
    await page.waitForLoadState("networkidle");
  };
  await go("/kotak");
  await during("a tab of the inbox", () => page.getByRole("link", { name: /Menunggu pihak lain/ }).click());
  await during("back to what is mine", () => page.getByRole("link", { name: /Untuk saya/ }).click());
  const acts = page.locator("main [data-id] button");
  if ((await acts.count()) > 0) await during("the sheet of a row", () => acts.first().click());
  await go("/klien");
  await during("a letter of a search", () => page.getByRole("searchbox").first().pressSequentially("bud", { delay: 80 }));
  await page.getByRole("searchbox").first().fill("");
  await page.locator("main [data-id]").first().waitFor();
  await during("a client", () => page.locator("main [data-id] a").first().click());
  await go("/setelan");
  await during("another theme", () => page.getByLabel("Gelap").click());
  await during("dense lines", () => page.getByLabel("Rapat").click());
  await page.getByLabel("Longgar").click();
  await page.getByLabel("Ikut perangkat").click();
  return longest;
}

const rowsOfList = 10_000;

/** The 95th percentile of the time between frames while ten thousand clients are scrolled through, in milliseconds. */
export async function frameOfLongList(page: Page, base: string): Promise<number> {
  const one = {
    officerId: "st_00000000000000000000000001",
    officerName: "Petugas Ukur",
    status: "CERTIFIED",
    suspended: false,
    regencyCode: "36.03",
    hasPhone: true,
    missing: ["registerNumber", "statusDocument"],
  };
  const items = Array.from({ length: rowsOfList }, (_, no) => ({
    ...one,
    id: `cl_${String(no).padStart(26, "0")}`,
    fullName: `Contoh Nomor ${no}`,
    nikLast4: String(no).padStart(4, "0").slice(-4),
  }));
  const isList = (url: URL): boolean => url.pathname === "/clients";
  await page.route(isList, (route) => route.fulfill({ json: { items } }));
  await page.goto(`${base}/klien?pk=semua`);
  await page
    .locator("main [data-id]")
    .nth(rowsOfList - 1)
    .waitFor({ state: "attached", timeout: 60_000 });
  // The rows themselves were a long piece of work: what is measured is the scrolling.
  await page.waitForTimeout(3000);
  const p95 = Number(await page.evaluate(scroll));
  await page.unroute(isList);
  return p95;
}

/** Runs in the page: four seconds of scrolling as a thumb does it. */
const scroll = `new Promise((done) => {
  const frames = [];
  let last = performance.now();
  const end = last + 4000;
  const frame = (now) => {
    frames.push(now - last);
    last = now;
    scrollBy(0, 100);
    if (now < end) return requestAnimationFrame(frame);
    frames.sort((one, other) => one - other);
    done(Math.round(frames[Math.ceil(frames.length * 0.95) - 1]));
  };
  requestAnimationFrame(frame);
})`;
