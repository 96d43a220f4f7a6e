/**
 * The main job of an officer from a client who was found to the news of the first month: on the real console and the real cloud, by
 * taps alone, each act begun from the inbox and counted. What is typed is no tap; coming into a field is one, where it needs one.
 */
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { certificateBody, clientBody, clients, employers, vacancies, vacancyBody } from "../../../demo/demo-data.ts";
import { postForId } from "../../api/front-door.ts";
import { signInAt } from "../../api/offices.ts";
import { isWhole } from "../../builders/runs.ts";
import { hasBrowser, openOwnConsole, type TriedConsole } from "./console.ts";

/** The most taps that an act may need, from the inbox on. */
const most = { find: 2, start: 3, approve: 3, client: 6, employer: 4, followUp: 4 } as const;
/** Nothing of a start is chosen beforehand, as nobody must record by one press what they have not seen: day, evidence, contract, writing. */
const asksEverything = 7;
const day = 86_400_000;
const placementOf = z.object({ status: z.string(), followUp: z.object({ asked: z.array(z.string()) }).optional() });
const clientOf = z.object({ client: z.object({ openPlacement: z.string().optional() }) });

describe.runIf(hasBrowser && isWhole)("the main job in the console", () => {
  let tried: Awaited<ReturnType<typeof openOwnConsole>>;
  beforeAll(async () => {
    tried = await openOwnConsole();
    const { door } = tried;
    const seed = vacancies.find((item) => !item.certificateRequired && item.skills.includes("AUTOMOTIVE"));
    if (!seed) throw new Error("the demo data has no such vacancy");
    // A third workshop, so that a client has three to answer to.
    const employer = await postForId(door, "officer", "/employers", {
      ...employers.curug,
      contact: { name: "Pak Umpama", email: "tiga@contoh.example" },
    });
    const { regencyCode } = door.place;
    await postForId(door, "officer", "/vacancies", { ...vacancyBody(seed, employer, undefined, dayIn(tried, 120)), regencyCode });
    await door.cloud.settle();
  }, 180_000);
  afterAll(() => tried?.close());

  it.each([360, 1280] as const)("needs no more taps than it may, at %i px", async (width) => {
    const { door } = tried;
    const fullName = `Contoh Utama ${width === 360 ? "Satu" : "Dua"}`;
    const client = await makeReady(tried, fullName, width);
    /** By a token of now: the clock is moved on further than one lives. */
    const ask = async (path: string): Promise<unknown> =>
      (await door.ask("GET", path, { token: await signInAt(door.cloud, door.place, "officer", "both") })).json;
    const { page, context, complaints } = await tried.visit("officer", { width });
    await page.clock.install();
    let taps = 0;
    const tap = async (what: Locator): Promise<void> => {
      taps += 1;
      await what.click();
    };
    const act = async (go: () => Promise<void>): Promise<number> => {
      taps = 0;
      await go();
      return taps;
    };
    const sheet = page.getByRole("dialog");
    const pick = (group: string, answer: string): Locator =>
      sheet.getByRole("radiogroup", { name: group }).getByText(answer, { exact: true });

    let found = 0;
    const start = await act(async () => {
      await tap(page.getByRole("searchbox"));
      await page.keyboard.type(fullName);
      await page.keyboard.press("Enter");
      await tap(page.getByRole("link", { name: fullName }));
      found = taps;
      await tap(page.getByRole("button", { name: "Mulai penempatan" }));
    });
    expect(await sent(page, /\/placements$/)).toBe(201);
    expect([found <= most.find, start <= most.start]).toEqual([true, true]);
    await door.cloud.settle();
    const placement = clientOf.parse(await ask(`/clients/${client}`)).client.openPlacement ?? "?";
    const status = async () => placementOf.parse(await ask(`/placements/${placement}`)).status;
    const row = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: fullName }) });
    /** Begins each act where the day begins, from what the server knows then. */
    const fromInbox = async (): Promise<void> => {
      await door.cloud.settle();
      await page.goto(tried.address("/kotak"));
      await page.getByRole("heading", { level: 1, name: "Kotak kerja" }).waitFor();
    };

    await fromInbox();
    const approve = await act(async () => {
      await tap(row.getByRole("button", { name: "Lihat usulan" }));
      await tap(sheet.getByRole("button", { name: "Setujui 3 usulan" }));
    });
    expect(await sent(page, /\/approval$/)).toBe(200);
    expect(approve).toBeLessThanOrEqual(most.approve);

    await fromInbox();
    const answers = await act(async () => {
      await tap(row.getByRole("button", { name: "Catat jawaban" }));
      await sheet.getByRole("radio", { name: "Ya", exact: true }).first().waitFor();
      for (const yes of await sheet.getByText("Ya", { exact: true }).all()) await tap(yes);
      await tap(sheet.getByRole("button", { name: "Catat jawaban" }));
    });
    expect(await sent(page, /\/client-answer$/)).toBe(200);
    expect([answers, await status()]).toEqual([5, "AWAITING_EMPLOYER"]);
    expect(answers).toBeLessThanOrEqual(most.client);

    // An employer who was asked by mail and telephones: the placement waits for them, and not for the officer.
    await fromInbox();
    const employer = await act(async () => {
      await tap(page.getByRole("link", { name: /Menunggu pihak lain/ }));
      await tap(row.getByRole("button", { name: "Catat jawaban" }));
      await tap(pick("Belum cocok, karena", "Posisi sudah terisi"));
      await tap(sheet.getByRole("button", { name: "Catat", exact: true }));
    });
    expect(await sent(page, /\/employer-answer$/)).toBe(200);
    expect(employer).toBeLessThanOrEqual(most.employer);
    await fromInbox();
    const next = await act(async () => {
      await tap(page.getByRole("link", { name: /Menunggu pihak lain/ }));
      await tap(row.getByRole("button", { name: "Catat jawaban" }));
      await tap(pick("Jawabannya", "Langsung menerima"));
      await tap(sheet.getByRole("button", { name: "Catat", exact: true }));
    });
    expect(await sent(page, /\/employer-answer$/)).toBe(200);
    expect([next <= most.employer, await status()]).toEqual([true, "AWAITING_CONFIRMATION"]);

    await fromInbox();
    const confirmed = await act(async () => {
      await tap(row.getByRole("button", { name: "Konfirmasi" }));
      await tap(sheet.getByRole("button", { name: "Hari ini" }));
      await tap(pick("Buktinya", "Kunjungan"));
      await tap(pick("Jenis hubungan kerja", "PKWT"));
      await tap(pick("Perjanjian tertulis", "Ada"));
      await tap(sheet.getByText("Pemberi kerja sudah memastikan"));
      await tap(sheet.getByRole("button", { name: "Konfirmasi" }));
    });
    expect(await sent(page, /\/officer-confirmation$/)).toBe(200);
    expect([confirmed <= asksEverything, await status()]).toEqual([true, "PLACED"]);
    expect(complaints).toEqual([]);
    await context.close();

    await door.cloud.advance({ by: 31 * day });
    const later = await tried.visit("officer", { width });
    await later.page.clock.install();
    const news = later.page.getByRole("listitem").filter({ has: later.page.getByRole("link", { name: fullName }) });
    const ofNews = later.page.getByRole("dialog", { name: "Kabar hari ke-30" });
    const followUp = await act(async () => {
      await tap(news.getByRole("button", { name: /Catat/ }));
      await tap(ofNews.getByText("Masih", { exact: true }));
      await tap(ofNews.getByRole("button", { name: "Catat kabar" }));
    });
    expect(followUp).toBeLessThanOrEqual(most.followUp);
    // Its token has run out while the act waits to be sent: one new one, and the act is sent by it once.
    const heard: string[] = [];
    later.page.on("response", (answer) => {
      const name = new URL(answer.url()).pathname.split("/").at(-1);
      if (answer.request().method() === "POST") heard.push(`${name} ${answer.status()}`);
    });
    const address = /\/follow-ups\/30$/;
    await later.page.route(address, (route) => route.fulfill({ status: 401, json: { message: "Unauthorized" } }), { times: 1 });
    expect(await sent(later.page, address)).toBe(401);
    await expect.poll(() => heard, { timeout: 15_000 }).toEqual(["30 401", "token 200", "30 200"]);
    expect(placementOf.parse(await ask(`/placements/${placement}`)).followUp?.asked).toEqual(["client"]);
    expect(later.complaints).toEqual([]);
    await later.context.close();
  });
});

const dayIn = ({ door }: TriedConsole, days: number): string =>
  new Date(door.cloud.clock.now() + days * day).toISOString().slice(0, 10);

/** A client of whom nothing is missing: consent, and a certificate that a second person has seen. */
async function makeReady(tried: TriedConsole, fullName: string, serial: number): Promise<string> {
  const { door } = tried;
  const person = clients.find(({ skills }) => skills.includes("AUTOMOTIVE"));
  if (!person) throw new Error("the demo data has no such client");
  const born = { nik: `360301120594${String(serial).padStart(4, "0")}`, birthDate: "1994-05-12" };
  const token = async (as: "officer" | "supervisor") => signInAt(door.cloud, door.place, as, "both");
  const post = async (as: "officer" | "supervisor", path: string, body: unknown): Promise<unknown> => {
    const { status, json, text } = await door.ask("POST", path, { token: await token(as), body });
    if (status >= 300) throw new Error(`POST ${path}: ${status} ${text}`);
    return json;
  };
  const idOf = (made: unknown): string => z.object({ id: z.string() }).parse(made).id;
  const client = idOf(
    await post("officer", "/clients", {
      ...clientBody({ ...person, ...born, fullName }),
      domicile: { regencyCode: door.place.regencyCode },
    }),
  );
  await post("officer", `/clients/${client}/consents`, { purpose: "PROFILING", action: "GIVEN", receipt: { how: "IN_PERSON" } });
  const certificate = idOf(await post("officer", `/clients/${client}/certificates`, certificateBody(serial, dayIn(tried, -1))));
  await post("supervisor", `/certificates/${certificate}/verification`, { seen: true });
  await door.cloud.settle();
  return client;
}

/** What was recorded goes out when nobody takes it back any more. */
async function sent(page: Page, action: RegExp): Promise<number> {
  const [response] = await Promise.all([
    page.waitForResponse((answer) => action.test(new URL(answer.url()).pathname) && answer.request().method() === "POST"),
    page.clock.fastForward("00:11"),
  ]);
  return response.status();
}
