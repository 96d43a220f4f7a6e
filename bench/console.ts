/**
 * How quick and how light the console is: `npm run bench:console`. A real Chromium on an old phone's line and processor, the
 * embedded cloud with a thousand clients behind it. Prints one line and fails over the limits.
 */

import { join } from "node:path";
import { marshall } from "@aws-sdk/util-dynamodb";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { ensureSynthesised } from "../infra/synth.ts";
import type { Cloud } from "../local/cloud.ts";
import { staffPut } from "../shared/store/staff.ts";
import { axeFindings, chromiumPath, fillLogin, hasChromium, type Login, slowDown } from "./console/browser.ts";
import { sizesOf } from "./console/sizes.ts";
import { openCountry } from "./lists/country.ts";
import { askers, buildStaff } from "./lists/records.ts";
import { median } from "./statistics.ts";

const limits = { firstLoadKb: 100, rowsSeconds: 1.5, againSeconds: 1, roomKb: 60, responseMs: 200 } as const;
const rounds = 5;
const rooms = [
  "/kotak",
  "/klien",
  "/klien/baru",
  "/penempatan",
  "/lowongan",
  "/pemberi-kerja",
  "/perjanjian",
  "/impor",
  "/lembar-hari",
  "/antrean",
  "/laporan",
  "/setelan",
];

/** Stands in each page from its beginning: when the first frame was done in which a line of the inbox stood, in milliseconds. */
const watchRows = `globalThis.titianRows = new Promise((done) => {
  const look = () => {
    if (!document.querySelector("[data-id]")) return requestAnimationFrame(look);
    requestAnimationFrame(() => setTimeout(() => done(performance.now())));
  };
  requestAnimationFrame(look);
});`;

if (!hasChromium) throw new Error(`There is no Chromium at ${chromiumPath}: name one by CHROMIUM_PATH`);
const { cdkOut } = await ensureSynthesised();
const sizes = sizesOf(join(import.meta.dirname, "../build/console"));
const country = await openCountry(cdkOut, 1000);
const browser = await chromium.launch({ executablePath: chromiumPath, args: ["--no-sandbox"] });
try {
  process.exitCode = (await measure(country.cloud)) ? 0 : 1;
} finally {
  await browser.close();
  await country.close();
}

/** Makes a login for the officer who has the first caseload. */
async function makeLogin(cloud: Cloud): Promise<Login> {
  const login = { username: "ukur", password: "ukur-konsol-2026" };
  const { sub, issuer } = await cloud.identity.putUser({ ...login, name: "Petugas Ukur", email: "ukur@bapas.example" });
  const write = staffPut({ ...buildStaff(askers.officer, "officer"), issuer, subject: sub });
  const table = cloud.model.tables.find(({ logicalId }) => logicalId.toLowerCase().startsWith("staff"))?.name;
  if (write.kind !== "put" || table === undefined) throw new Error("The table of staff is not what it was");
  await cloud.dynamodb("PutItem", { TableName: table, Item: marshall(write.item, { removeUndefinedValues: true }) });
  return login;
}

async function measure(cloud: Cloud): Promise<boolean> {
  const login = await makeLogin(cloud);
  const base = `${cloud.publicUrl.replace("127.0.0.1", "localhost")}/konsol`;
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "id-ID", serviceWorkers: "block" });
  await context.addInitScript(watchRows);
  const page = await context.newPage();
  await page.goto(`${base}/kotak`);
  await page.getByRole("button", { name: "Masuk" }).click();
  await fillLogin(page, login);
  await page.locator("[data-id]").first().waitFor();

  const session = await context.newCDPSession(page);
  await slowDown(session);
  const cold: number[] = [];
  const warm: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await session.send("Network.clearBrowserCache");
    cold.push(await secondsToRows(page));
    warm.push(await secondsToRows(page));
  }
  const response = await responseTime(page);
  await session.detach();
  const findings = await tryRooms(context, base);
  for (const finding of findings) console.log(`  ${finding}`);
  for (const { name, bytes } of sizes.rooms.slice(0, 5)) console.log(`  ${name}: ${kilobytes(bytes)} KB`);
  const largest = sizes.rooms[0]?.bytes ?? 0;
  const [first, again] = [median(cold), median(warm)];
  console.log(`  response to a press: ${response} ms`);
  console.log(
    `bench: first load ${kilobytes(sizes.firstLoad)} KB, rows ${first.toFixed(2)} s at slow line and 4x, again ${again.toFixed(2)} s, largest room ${kilobytes(largest)} KB, axe ${findings.length}`,
  );
  return (
    sizes.firstLoad <= limits.firstLoadKb * 1024 &&
    first <= limits.rowsSeconds &&
    again <= limits.againSeconds &&
    largest <= limits.roomKb * 1024 &&
    response <= limits.responseMs &&
    findings.length === 0
  );
}

function kilobytes(bytes: number): string {
  return (bytes / 1024).toFixed(0);
}

/**
 * From the beginning of the navigation to the first line of the inbox on the screen, as the page itself sees it: what drives the
 * browser would be felt at a quarter of the speed.
 */
async function secondsToRows(page: Page): Promise<number> {
  await page.reload({ waitUntil: "commit" });
  return Number(await page.evaluate("globalThis.titianRows")) / 1000;
}

/** The longest of several presses until the next frame is painted, in milliseconds (Event Timing, as INP counts them). */
async function responseTime(page: Page): Promise<number> {
  await page.evaluate(`globalThis.longest = 0; new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.interactionId) globalThis.longest = Math.max(globalThis.longest, entry.duration);
  }).observe({ type: "event", durationThreshold: 16, buffered: false })`);
  for (const tab of [/Menunggu pihak lain/, /Untuk saya/]) {
    await page.getByRole("link", { name: tab }).click();
    await page.waitForTimeout(1500);
  }
  return Number(await page.evaluate("globalThis.longest"));
}

/** What axe finds in the rooms, on a phone and a desk, in both themes. */
async function tryRooms(context: BrowserContext, base: string): Promise<readonly string[]> {
  const found: string[] = [];
  const page = context.pages()[0];
  if (page === undefined) return ["there is no page"];
  const session = await context.newCDPSession(page);
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  for (const room of rooms) {
    await page.goto(`${base}${room}`);
    await page.waitForLoadState("networkidle");
    for (const width of [360, 1280])
      for (const theme of ["light", "dark"] as const) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme: theme });
        for (const finding of await axeFindings(page)) found.push(`${room} ${width} ${theme}: ${finding}`);
      }
  }
  return found;
}
