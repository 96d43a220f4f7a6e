/**
 * How quick and how light the console is: `npm run bench:console`. A real Chromium on an old phone's line and processor, the
 * embedded cloud with a thousand clients behind it. Prints one line and fails over the limits.
 */

import { join } from "node:path";
import { marshall } from "@aws-sdk/util-dynamodb";
import { type CDPSession, chromium, type Page } from "playwright-core";
import { ensureSynthesised } from "../infra/synth.ts";
import type { Cloud } from "../local/cloud.ts";
import type { StaffRole } from "../shared/domain/offices/roles.ts";
import { staffPut } from "../shared/store/staff.ts";
import { chromiumPath, fillLogin, hasChromium, type Login, slowDown } from "./console/browser.ts";
import { frameOfLongList, longestPress } from "./console/presses.ts";
import { sizesOf } from "./console/sizes.ts";
import { tryStates } from "./console/states.ts";
import { openCountry } from "./lists/country.ts";
import { askers, buildStaff } from "./lists/records.ts";
import { median } from "./statistics.ts";

const limits = { firstLoadKb: 100, rowsSeconds: 1.5, againSeconds: 1, roomKb: 60, responseMs: 200, frameMs: 20 } as const;
const rounds = 5;
const rooms = [
  "/kotak",
  "/klien",
  "/klien/baru",
  "/penempatan",
  "/lowongan",
  "/pemberi-kerja",
  "/organisasi",
  "/perjanjian",
  "/impor",
  "/pelatihan",
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

/** Makes a login for who has a role in the first office; the officer is the one with the first caseload. */
async function makeLogin(cloud: Cloud, role: StaffRole = "officer"): Promise<Login> {
  const login = { username: `ukur-${role}`, password: "ukur-konsol-2026" };
  const { sub, issuer } = await cloud.identity.putUser({ ...login, name: "Petugas Ukur", email: "ukur@bapas.example" });
  const write = staffPut({ ...buildStaff(askers[role], role), issuer, subject: sub });
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
  const press = await longestPress(page, base);
  await atFullSpeed(session);
  const frame = await frameOfLongList(page, base);
  const findings = [
    ...(await tryStates(page, base, [...rooms, ...(await firstOfEach(page, base))])),
    ...(await trySupervisor(cloud, base)),
  ];
  for (const finding of findings) console.log(`  ${finding}`);
  for (const { name, bytes } of sizes.rooms.slice(0, 5)) console.log(`  ${name}: ${kilobytes(bytes)} KB`);
  const largest = sizes.rooms[0]?.bytes ?? 0;
  const [first, again] = [median(cold), median(warm)];
  console.log(`  longest answer to a press: ${press.ms} ms, at ${press.at}; frame of 10,000 lines, p95: ${frame} ms`);
  console.log(
    `bench: first load ${kilobytes(sizes.firstLoad)} KB, rows ${first.toFixed(2)} s at slow line and 4x, again ${again.toFixed(2)} s, largest room ${kilobytes(largest)} KB, axe ${findings.length}`,
  );
  return (
    sizes.firstLoad <= limits.firstLoadKb * 1024 &&
    first <= limits.rowsSeconds &&
    again <= limits.againSeconds &&
    largest <= limits.roomKb * 1024 &&
    press.ms <= limits.responseMs &&
    frame <= limits.frameMs &&
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

/** What is looked at, and not timed, need not wait for a slow line. */
async function atFullSpeed(session: CDPSession): Promise<void> {
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await session.detach();
}

/** The address of the first record of each list. */
async function firstOfEach(page: Page, base: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const list of ["/klien?pk=semua", "/penempatan", "/lowongan", "/pemberi-kerja", "/perjanjian"]) {
    await page.goto(`${base}${list}`);
    await page.waitForLoadState("networkidle");
    const links = page.locator(`main a[href*="/konsol${list.split("?")[0]}/"]:not([href$="/baru"])`);
    const href = (await links.count()) > 0 ? await links.first().getAttribute("href") : null;
    if (href !== null) found.push(href.replace(/^\/konsol/, ""));
  }
  return found;
}

/** What a supervisor has besides: the office, covers, handing over, and what was asked for by other offices. */
async function trySupervisor(cloud: Cloud, base: string): Promise<readonly string[]> {
  const login = await makeLogin(cloud, "supervisor");
  const context = await browser.newContext({ locale: "id-ID", serviceWorkers: "block" });
  const page = await context.newPage();
  await page.goto(`${base}/setelan`);
  await page.getByRole("button", { name: "Masuk" }).click();
  await fillLogin(page, login);
  await page.getByRole("heading", { level: 1, name: "Setelan" }).waitFor();
  const found = await tryStates(page, base, ["/setelan", "/kotak?tab=permintaan"]);
  await context.close();
  return found.map((finding) => `supervisor ${finding}`);
}
