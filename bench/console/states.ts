/** What axe finds in every room: as it stands, while it loads, empty, failed, without a network, and in each sheet that it opens. */
import type { Page, Route } from "playwright-core";
import { axeFindings } from "./browser.ts";

/** 320 is what 1280 px are at 400 %. */
const screens = [320, 360, 1280].flatMap((width) => [
  { width, theme: "light" as const },
  { width, theme: "dark" as const },
]);
/** What passes, and what lies over a page, is looked at on each width, and in one theme or the other. */
const few = screens.filter(({ width, theme }) => (width === 360 ? theme === "dark" : theme === "light"));
/** So many buttons of a page are pressed to see what they open. */
const mostSheets = 12;

/** Routes of the API, by the first word of their paths; what the shell itself stands on is left alone. */
const api = /^\/(?!konsol|_identity|me$)[\w-]+/;
const isApi = (url: URL): boolean => api.test(url.pathname);

type State = { readonly name: string; readonly answer?: (route: Route) => Promise<void> | void };
const states: readonly State[] = [
  { name: "as it stands" },
  { name: "loading", answer: () => undefined },
  {
    name: "empty",
    answer: (route) =>
      isList(route) ? route.fulfill({ json: { items: [], now: "2026-12-14T03:00:00.000Z" } }) : route.continue(),
  },
  {
    name: "failed",
    answer: (route) =>
      route.fulfill({
        status: 403,
        json: { code: "NOT_ALLOWED", detail: "No", messages: { id: "Tidak boleh", en: "Not allowed" }, details: [] },
      }),
  },
];
const lists = /^\/(clients|placements|vacancies|employers|agreements|reports|staff|inbox(\/certificates|\/transfers)?)$/;
const isList = (route: Route): boolean => lists.test(new URL(route.request().url()).pathname);

/** Findings as room, state, width, theme, rule and place. @param rooms addresses below the console's own */
export async function tryStates(page: Page, base: string, rooms: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  const look = async (place: string, on = few): Promise<void> => {
    for (const { width, theme } of on) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme: theme });
      for (const finding of await axeFindings(page)) found.push(`${place} ${width} ${theme}: ${finding}`);
      const over = Number(await page.evaluate("document.documentElement.scrollWidth - innerWidth"));
      if (over > 0) found.push(`${place} ${width} ${theme}: scrolls sideways by ${over} px`);
    }
  };
  for (const room of rooms) {
    for (const { name, answer } of states) {
      if (answer) await page.route(isApi, answer);
      await page.goto(`${base}${room}`);
      await page.getByRole("heading", { level: 1 }).or(page.getByRole("main")).first().waitFor({ timeout: 90_000 });
      // A skeleton is shown after 300 ms.
      await page.waitForTimeout(600);
      if (!answer) await page.waitForLoadState("networkidle");
      await look(`${room} ${name}`, answer ? few : screens);
      if (answer) await page.unroute(isApi, answer);
    }
    await page.goto(`${base}${room}`);
    await page.waitForLoadState("networkidle");
    await page.context().setOffline(true);
    await page.waitForTimeout(300);
    await look(`${room} offline`);
    await page.context().setOffline(false);
    await trySheets(page, `${base}${room}`, (sheet) => look(`${room} ${sheet}`));
  }
  return found;
}

/** Presses the buttons of a page one by one, and looks at each sheet that opens. */
async function trySheets(page: Page, address: string, look: (sheet: string) => Promise<void>): Promise<void> {
  const seen = new Set<string>();
  await page.setViewportSize({ width: 1280, height: 800 });
  for (let at = 0; seen.size < mostSheets; at += 1) {
    await page.goto(address);
    await page.waitForLoadState("networkidle");
    const buttons = page.locator("main button:not([type=submit], :disabled, [aria-disabled=true])");
    if (at >= (await buttons.count())) return;
    const button = buttons.nth(at);
    const name = (await button.textContent())?.trim() ?? "";
    // Equal buttons of a list open equal sheets; printing and downloads open none.
    if (seen.has(name) || /Cetak|CSV|templat/i.test(name) || !(await button.isVisible())) continue;
    seen.add(name);
    await button.click();
    const opened = page.getByRole("dialog").first();
    if (
      await opened.waitFor({ timeout: 1500 }).then(
        () => true,
        () => false,
      )
    ) {
      await page.waitForLoadState("networkidle");
      await look(`sheet "${name}"`);
    }
  }
}
