/**
 * An employer's answer as it happens: the real mail's link, opened in a browser on a small phone, on the real cloud.
 * Only at whole length; `link-page` tries the same page each time.
 */
import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { contactOf, reachEmployer, wait } from "../api/carry-along.ts";
import { type OwnFrontDoor, openFrontDoor } from "../api/front-door.ts";
import { makeRecords, type Records } from "../api/office-records.ts";
import { isWhole } from "../builders/runs.ts";

const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const hasBrowser = existsSync(executablePath);
if (!hasBrowser) console.warn(`The employer's page is not tried on the cloud: there is no Chromium at ${executablePath}.`);

describe.runIf(hasBrowser && isWhole)("an employer with a phone of 360 px", () => {
  let door: OwnFrontDoor;
  let records: Records;
  let browser: Browser;
  let page: Page;
  let address: string;
  const complaints: string[] = [];
  const asked: string[] = [];

  beforeAll(async () => {
    door = await openFrontDoor();
    records = await makeRecords(door, "officer", 6);
    await reachEmployer(door, records);
    const [newest] = door.cloud.mailbox.list({ to: await contactOf(door, records.employer), limit: 1 });
    const text = door.cloud.mailbox.get(newest?.id ?? "")?.text ?? "";
    address = /http\S+\/link#\S+/.exec(text)?.[0] ?? "";
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
    page = await (await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "id-ID" })).newPage();
    page.setDefaultTimeout(10_000);
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("request", (request) => asked.push(request.url()));
  });
  afterAll(async () => {
    await browser?.close();
    await door?.close();
  });

  const status = async () =>
    z.object({ status: z.string() }).parse(await door.get("officer", `/placements/${records.placement}`)).status;
  /** The page's words: its main part, for scripts stand beside it. */
  const visibleText = async (): Promise<string> => (await page.locator("main").textContent()) ?? "";
  const press = (name: string | RegExp) => page.getByRole("button", { name }).click();

  /** Chooses an interview tomorrow, looks it over and sends it. */
  async function chooseInterview(): Promise<void> {
    await page.getByRole("radio", { name: /wawancara/i }).check();
    const when = page.locator('input[type="datetime-local"], input[type="date"], input[type="time"]');
    const tomorrow = new Date(door.cloud.clock.now() + 31 * 3_600_000).toISOString().slice(0, 10);
    for (const field of await when.all()) {
      if (!(await field.isVisible()) || (await field.inputValue()) !== "") continue;
      const type = await field.getAttribute("type");
      await field.fill(type === "date" ? tomorrow : type === "time" ? "10:00" : `${tomorrow}T10:00`);
    }
    await press("Lanjut");
    await press(/kirim/i);
    await page.getByRole("button", { name: /batalkan/i }).waitFor();
  }

  it("opens the mail's link, chooses an interview, takes it back, and chooses again", { timeout: 60_000 }, async () => {
    expect(address.startsWith(`${door.cloud.publicUrl}/link#li_`)).toBe(true);
    await page.goto(address);
    await page.getByRole("radio").first().waitFor();
    expect(await page.getByRole("radio", { checked: true }).count()).toBe(0);
    await page.screenshot({ path: "/tmp/titian-employer-1-question.png", fullPage: true });
    await chooseInterview();
    await page.screenshot({ path: "/tmp/titian-employer-2-sent.png", fullPage: true });
    expect(await status()).toBe("AWAITING_EMPLOYER");

    await press(/batalkan/i);
    await page.getByRole("radio").first().waitFor();
    await wait(door, 11);
    expect(await status()).toBe("AWAITING_EMPLOYER");

    await chooseInterview();
    expect(await status()).toBe("AWAITING_EMPLOYER");
    await wait(door, 11);
    expect(await status()).toBe("INTERVIEW");
  });

  it("sees the name only then, by the link of the next mail", { timeout: 30_000 }, async () => {
    const text = (await visibleText()).toLowerCase();
    expect(text).not.toMatch(/contoh satu|misal dua|umpama tiga|andai empat/);
    const [newest] = door.cloud.mailbox.list({ to: await contactOf(door, records.employer), limit: 1 });
    const next = /http\S+\/link#\S+/.exec(door.cloud.mailbox.get(newest?.id ?? "")?.text ?? "")?.[0] ?? "";
    expect(next).not.toBe(address);
    await page.goto("about:blank");
    await page.goto(next);
    await page.getByRole("radio").first().waitFor();
    expect((await visibleText()).toLowerCase()).toMatch(/contoh satu|misal dua|umpama tiga|andai empat/);
    await page.screenshot({ path: "/tmp/titian-employer-3-result.png", fullPage: true });
  });

  it("asked nobody else, showed no secret in an address, and nothing was wrong on the page", async () => {
    expect(asked.filter((url) => !url.startsWith(door.cloud.publicUrl) && !url.startsWith("about:"))).toEqual([]);
    const secret = address.split(".").at(-1) ?? "";
    expect(asked.map((url) => url.split("#")[0]).filter((url) => url?.includes(secret))).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth <= 360")).toBe(true);
  });
});
