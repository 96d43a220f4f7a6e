/**
 * The console in a real browser, on the real cloud: files from the distribution, the login of the issuer, the API's functions.
 * One cloud and one Chromium for all files of a worker.
 */
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { chromiumPath, fillLogin, hasChromium } from "../../../bench/console/browser.ts";
import { type OwnFrontDoor, openFrontDoor } from "../../api/front-door.ts";
import { makeRecords, type Records } from "../../api/office-records.ts";
import { loginOf, type Person } from "../../api/offices.ts";
import { sharedInWorker } from "../../builders/worker-end.ts";

export const hasBrowser = hasChromium;
if (!hasBrowser) console.warn(`The console is not tried: there is no Chromium at ${chromiumPath}.`);

export type Visit = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser complained of: errors of scripts, refusals of the content security policy. */
  readonly complaints: readonly string[];
};
export type VisitOptions = {
  readonly path?: string;
  readonly width?: 360 | 1280;
  readonly theme?: "light" | "dark";
  /** Whether the device is called the user's own at the login. */
  readonly trusted?: boolean;
};

export type TriedConsole = {
  readonly door: OwnFrontDoor;
  readonly records: Records;
  readonly address: (path: string) => string;
  /** Signs somebody in on the issuer's own page, in a browser that knows nothing yet, and goes where the path says. */
  readonly visit: (person: Person, options?: VisitOptions) => Promise<Visit>;
};

const open = async () => {
  const door = await openFrontDoor();
  const [records, browser] = await Promise.all([
    makeRecords(door, "officer", 31),
    chromium.launch({ executablePath: chromiumPath, args: ["--no-sandbox"] }),
  ]);
  return { door, records, browser };
};
type Opened = Awaited<ReturnType<typeof open>>;
const close = async ({ door, browser }: Opened): Promise<void> => {
  await browser.close();
  await door.close();
};
const shared = sharedInWorker(open, close);

export const openConsole = async (): Promise<TriedConsole> => consoleOf(await shared());

/** On a cloud of its own, for who moves its clock: what others on it have made must not fall due. */
export async function openOwnConsole(): Promise<TriedConsole & { readonly close: () => Promise<void> }> {
  const opened = await open();
  return { ...consoleOf(opened), close: () => close(opened) };
}

function consoleOf({ door, records, browser }: Opened): TriedConsole {
  // By the name that secure contexts and the issuer's cookies have in common.
  const address = (path: string): string => `${door.cloud.publicUrl.replace("127.0.0.1", "localhost")}/konsol${path}`;
  return { door, records, address, visit: (person, options) => visit(browser, address, { person, door, ...options }) };
}

async function visit(
  browser: Browser,
  address: (path: string) => string,
  options: VisitOptions & { readonly person: Person; readonly door: OwnFrontDoor },
): Promise<Visit> {
  const { path = "/kotak", width = 1280, theme = "light", trusted = false } = options;
  const context = await browser.newContext({
    viewport: { width, height: width === 360 ? 740 : 800 },
    colorScheme: theme,
    locale: "id-ID",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints = listenTo(page);
  await page.goto(address(path));
  if (trusted) await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Masuk" }).click();
  await login(page, options.person, options.door);
  await page.waitForURL((url) => url.pathname === `/konsol${path.split("?")[0]}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return { page, context, complaints };
}

/** Fills in the issuer's page. */
export const login = (page: Page, person: Person, { place }: OwnFrontDoor): Promise<void> =>
  fillLogin(page, loginOf(person, place));

export function listenTo(page: Page): string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    // That a request was refused or lost is what tests bring about; what a policy refuses or a script throws is not.
    if (message.type() === "error" && !/Failed to load resource/.test(message.text())) complaints.push(message.text());
  });
  return complaints;
}

/** Everything that the browser keeps of the console, as one text. */
export async function keptBy(page: Page): Promise<string> {
  return String(await page.evaluate(readKept));
}
/** Runs in the page. */
const readKept = `(async () => {
  const parts = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  for (const { name } of await indexedDB.databases()) {
    const opened = await done(indexedDB.open(name));
    for (const store of opened.objectStoreNames)
      parts.push(name, JSON.stringify(await done(opened.transaction(store).objectStore(store).getAll())));
    opened.close();
  }
  for (const name of await caches.keys())
    for (const { url } of await (await caches.open(name)).keys()) parts.push(name + " " + url);
  return parts.join("\\n");
})()`;
