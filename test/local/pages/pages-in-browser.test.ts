import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isWhole } from "../../builders/runs.ts";
import { buildView, type ViewedCloud } from "./build-view.ts";

const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";

/** Run in the page: what is wider inside than outside. */
const findSpilled = `[document.documentElement, ...document.querySelectorAll("main, nav, .wide")]
  .filter((element) => element.scrollWidth > element.clientWidth).map((element) => element.className || element.tagName)`;

describe.skipIf(!existsSync(executablePath))("in a browser, the pages", () => {
  let cloud: ViewedCloud;
  let browser: Browser;
  let paths: string[];

  beforeAll(async () => {
    cloud = await buildView();
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
    const mail = await cloud.send({
      FromEmailAddress: "no-reply@titian.example.go.id",
      Destination: { ToAddresses: ["seseorang@perusahaan-dengan-nama-yang-panjang-sekali.example.com"] },
      Content: {
        Simple: {
          Subject: { Data: "Undangan" },
          Body: { Html: { Data: '<p id="said" style="color: rgb(1, 2, 3)">Halo</p><script>document.title = "run"</script>' } },
        },
      },
    });
    const linked = await cloud.send({
      FromEmailAddress: "no-reply@titian.example.go.id",
      Destination: { ToAddresses: ["seseorang@perusahaan.example.com"] },
      Content: {
        Simple: {
          Subject: { Data: "Mohon jawaban" },
          Body: { Text: { Data: `Jawab: http://127.0.0.1:7400/link#li_${"0".repeat(26)}.${"s".repeat(43)}` } },
          Attachments: [{ FileName: `${"laporan-mingguan-".repeat(4)}.csv`, RawContent: btoa("a"), ContentType: "text/csv" }],
        },
      },
    });
    const waiting = await cloud.execute("asks", "pl-01JH2Z7Y8M3Q4R5S6T7V8W9X0Z-a1-r1");
    const failed = await cloud.execute("fails", "pl-01JH2Z7Y8M3Q4R5S6T7V8W9X0Y-a1-r1");
    const lists = [
      "",
      "/mails",
      "/executions",
      "/schedules",
      "/outbox",
      "/clock",
      "/dead-letters",
      "/logs?function=stream-relay",
    ];
    paths = [...lists, `/mails/${linked}`, `/executions/${waiting}`, `/mails/${mail}`, `/executions/${failed}`];
  });

  afterAll(async () => {
    await browser.close();
    await cloud.close();
  });

  it.runIf(isWhole).each([360, 1200])("fit %i pixels, nothing cut off, and break no policy", async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 740 } });
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    for (const path of paths) {
      await page.goto(`${cloud.url}/_cloud${path}`);
      const spilled = await page.evaluate<string[]>(findSpilled);
      expect([path, spilled]).toEqual([path, []]);
      expect(await page.locator('nav a[aria-current="page"]').isVisible()).toBe(true);
    }
    // The one complaint is that the mail's script was not run.
    expect(complaints.filter((text) => !text.includes("sandboxed"))).toEqual([]);
    await page.close();
  });

  it("show a mail's HTML with its own style and without its script", async () => {
    const page = await browser.newPage();
    await page.goto(`${cloud.url}/_cloud${paths.at(-2)}`);
    await page.frameLocator("iframe").locator("#said").waitFor();
    const colour = page.frames()[1]?.evaluate<string>('getComputedStyle(document.querySelector("#said")).color');
    expect(await colour).toBe("rgb(1, 2, 3)");
    expect(await page.title()).toBe("Undangan – Titian");
    await page.close();
  });

  it.runIf(isWhole)("show a mail in the dark where it can be read there, and on white where it says nothing of it", async () => {
    const framed = async (head: string) => {
      const id = await cloud.send({
        FromEmailAddress: "no-reply@titian.example.go.id",
        Destination: { ToAddresses: ["seseorang@perusahaan.example.com"] },
        Content: { Simple: { Subject: { Data: "Gelap" }, Body: { Html: { Data: `${head}<p id="said">Halo</p>` } } } },
      });
      const page = await browser.newPage({ colorScheme: "dark" });
      await page.goto(`${cloud.url}/_cloud/mails/${id}`);
      await page.frameLocator("iframe").locator("#said").waitFor();
      const colour = await page.frames()[1]?.evaluate<string>('getComputedStyle(document.querySelector("#said")).color');
      await page.close();
      return colour;
    };
    const aware =
      '<meta name="color-scheme" content="light dark"><style>@media (prefers-color-scheme:dark){p{color:rgb(4,5,6)}}</style>';
    expect(await framed(aware)).toBe("rgb(4, 5, 6)");
    expect(await framed("")).toBe("rgb(0, 0, 0)");
  });

  it("move the clock by a button", async () => {
    const page = await browser.newPage();
    await page.goto(`${cloud.url}/_cloud/clock`);
    await page.getByRole("button", { name: "+1 hour" }).click();
    await page.getByText("4 Jan 2027, 10:00:00 WIB").first().waitFor();
    expect(cloud.moves).toEqual([{ by: 3_600_000 }]);
    await page.close();
  });
});
