import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { buildLinkPage } from "../../infra/build-link-page.ts";
import { isWhole } from "../builders/runs.ts";
import { type Action, type LinkServer, linkId, secret, startLinkServer, viewOf } from "./link-server.ts";

const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const hasBrowser = existsSync(executablePath);
if (!hasBrowser) console.warn(`The employer's page is not tested: there is no Chromium at ${executablePath}.`);

const webFolder = join(import.meta.dirname, "../../web/link");
let folder: string;
let html: string;
let policy: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "link-page-"));
  const made = await buildLinkPage(webFolder, folder);
  if (!made) throw new Error("there is no page to build");
  html = await readFile(made.html, "utf8");
  policy = await readFile(made.policy, "utf8");
});
afterAll(() => rm(folder, { recursive: true }));

describe("the employer's page as built", () => {
  it("is at most 25 KB gzip and names no other origin", () => {
    expect(gzipSync(html).length).toBeLessThan(25 * 1024);
    // The one address in it is the name of the SVG namespace.
    expect(html.match(/(https?:)?\/\/[a-z][^\s"'`]*/g)).toEqual(["http://www.w3.org/2000/svg"]);
  });

  it("tells those without JavaScript what to do", () => {
    expect(html).toMatch(/<noscript>.*Aktifkan JavaScript untuk menjawab.*<\/noscript>/s);
  });

  it("knows no word for what a candidate was, and no office", () => {
    expect(html).not.toMatch(/napi|mantan|pemasyarakatan|bapas|pengawasan|\bWBP\b/i);
  });
});

describe.skipIf(!hasBrowser)("the employer's page", () => {
  let server: LinkServer;
  let browser: Browser;
  let page: Page;
  let complaints: string[];
  let elsewhere: string[];

  beforeAll(async () => {
    server = await startLinkServer(html, policy);
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "id-ID" });
    // A phone whose clock is wrong by decades: the page must go by the server's.
    await context.addInitScript("Date.now = () => 0");
    page = await context.newPage();
    page.setDefaultTimeout(8000);
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      // A refused call is named there by the browser itself.
      if (!message.text().startsWith("Failed to load resource")) complaints.push(message.text());
    });
    page.on("request", (request) => {
      if (!request.url().startsWith(server.origin)) elsewhere.push(request.url());
    });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  beforeEach(async () => {
    complaints = [];
    elsewhere = [];
    await page.goto("about:blank");
  });
  afterEach(() => {
    // Holds for every flow: the policy is obeyed, nothing else is asked, and the secret was in no address that a server saw.
    expect(complaints).toEqual([]);
    expect(elsewhere).toEqual([]);
    expect(server.calls.filter(({ path }) => path.includes(secret))).toEqual([]);
  });

  const heading = () => page.getByRole("heading", { level: 1 });
  const button = (name: string | RegExp) => page.getByRole("button", { name });
  const choose = (name: string) => page.getByRole("radio", { name, exact: true }).check();
  const sent = () => server.changes().map(({ path, body }) => ({ path, body }));
  const withCredentials = (choice: unknown) => ({ linkId, secret, choice });
  const spilled = () => page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");

  const dateField = (at = 0) => page.locator('input[type="date"]').nth(at);
  const timeField = (at = 0) => page.locator('input[type="time"]').nth(at);

  async function open(action: Action, changes: Partial<ReturnType<typeof viewOf>> = {}): Promise<void> {
    server.ask({ ...viewOf(action), ...changes });
    await page.goto(server.link);
    await page.locator("form, .calm").first().waitFor();
  }

  async function send(): Promise<void> {
    await button("Lanjut").click();
    await page.getByRole("heading", { name: "Periksa jawaban Anda" }).waitFor();
    expect(server.changes()).toEqual([]);
    await button("Kirim jawaban").click();
    await page.getByRole("heading", { name: /Terima kasih/ }).waitFor();
  }

  it.runIf(isWhole)("only looks when it is opened, and opened again", async () => {
    await open("ANSWER");
    await page.reload();
    await page.locator("form.card").waitFor();
    expect(server.calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      "GET /link",
      "POST /link/view",
      "GET /link",
      "POST /link/view",
    ]);
    expect(server.calls[1]).toMatchObject({ body: { linkId, secret }, key: undefined, language: "id" });
    expect(await page.locator("input:checked").count()).toBe(0);
  });

  it("says who asks about whom and until when, without a name", async () => {
    await open("ANSWER", { deadline: "2026-11-27T17:00:00.000Z" });
    const text = await page.locator("main").textContent();
    expect(text).toContain("Sekar Wening (Titian Kerja) mengusulkan seorang kandidat kepada PT Laju Motor Nusantara");
    expect(text).toContain("Jumat, 27 November 2026 pukul 24.00 WIB");
    expect(text).toContain("Kandidat K-7RXN9");
    expect(text).toContain("Sistem kelistrikan");
    expect(text).toContain("Keahliannya sesuai dengan yang dicari");
    expect(text).toContain("Pendamping kandidat: Sekar Wening (Titian Kerja)");
    expect(await page.getByRole("link", { name: "Telepon pendamping 0812-1111-2222" }).getAttribute("href")).toBe(
      "tel:081211112222",
    );
    expect(text).not.toMatch(/Raka|Didampingi|SKILLS/);
  });

  it("names who accompanies only where the server does", async () => {
    await open("ANSWER", { accompaniedBy: "Bapas Kelas I Jakarta Timur" });
    expect(await page.getByText("Didampingi oleh Bapas Kelas I Jakarta Timur").isVisible()).toBe(true);
  });

  it("shows what it is told as text, whatever it looks like", async () => {
    const markup = '<img src=x onerror="document.title=1">';
    await open("INTERVIEW_RESULT", {
      vacancy: markup,
      employer: markup,
      asker: markup,
      identity: { name: markup, phone: 'x"onclick' },
    });
    expect(await page.locator("main img").count()).toBe(0);
    expect(await page.getByRole("heading", { level: 2 }).first().textContent()).toBe(markup);
    expect(await page.getByRole("link").evaluateAll((links) => links.map((link) => link.getAttribute("href")))).toEqual([
      "tel:",
      "tel:081211112222",
    ]);
  });

  it("asks for a choice before anything else", async () => {
    await open("ANSWER");
    await button("Lanjut").click();
    expect(await page.getByText("Pilih salah satu jawaban lebih dulu.").isVisible()).toBe(true);
    await choose("Belum cocok");
    await button("Lanjut").click();
    expect(await page.getByText("Pilih satu alasan.", { exact: true }).isVisible()).toBe(true);
    await choose("Undang wawancara");
    await button("Lanjut").click();
    expect(await page.getByText("Isi tanggal dan jam wawancara.").isVisible()).toBe(true);
    expect(await heading().textContent()).toContain("Kandidat untuk lowongan");
    expect(server.changes()).toEqual([]);
  });

  it.runIf(isWhole).each([
    ["WIB", "2026-11-25T02:30:00.000Z"],
    ["WITA", "2026-11-25T01:30:00.000Z"],
    ["WIT", "2026-11-25T00:30:00.000Z"],
  ] as const)("sends interview times of the office's zone %s as moments, in order", async (zone, moment) => {
    await open("ANSWER", { zone });
    await choose("Undang wawancara");
    await dateField().fill("2026-11-26");
    await timeField().fill("13:00");
    await button("Tambah waktu lain").click();
    await dateField(1).fill("2026-11-25");
    await timeField(1).fill("09:30");
    expect(await page.getByText(`Rabu, 25 November 2026 pukul 09.30 ${zone}`).isVisible()).toBe(true);
    await send();
    const later = new Date(Date.parse(moment) + 27.5 * 3_600_000).toISOString();
    expect(sent()).toEqual([{ path: "/link/answer", body: withCredentials({ choice: "INTERVIEW", times: [moment, later] }) }]);
  });

  it.runIf(isWhole)("offers three times at most, each of them to come and different", async () => {
    await open("ANSWER");
    await choose("Undang wawancara");
    await button("Tambah waktu lain").click();
    await button("Tambah waktu lain").click();
    expect(await button("Tambah waktu lain").isVisible()).toBe(false);
    for (const [at, date] of ["2026-11-23", "2026-11-30", "2026-11-30"].entries()) {
      await dateField(at).fill(date);
      await timeField(at).fill("09:00");
    }
    await button("Lanjut").click();
    expect(await page.locator(".fault:visible").allTextContents()).toEqual([
      "Waktu ini sudah lewat. Pilih waktu yang akan datang.",
      "Waktu ini sama dengan usulan lain.",
    ]);
    await button("Hapus usulan waktu 1").click();
    await button("Hapus usulan waktu 2").click();
    await dateField().fill("2062-11-30");
    await button("Lanjut").click();
    expect(await page.locator(".fault:visible").allTextContents()).toEqual(["Pilih waktu dalam 14 hari ke depan."]);
    expect(server.changes()).toEqual([]);
  });

  it.runIf(isWhole)("asks for a time in the office's day, and takes the place and whom to ask for", async () => {
    await open("ANSWER");
    await choose("Undang wawancara");
    await dateField().fill("2026-11-25");
    await timeField().fill("06:30");
    await page.getByLabel(/^Tempat/).fill(" Jl. Contoh 1 ");
    await page.getByLabel(/menemui siapa/).fill("Bu Rina");
    await button("Lanjut").click();
    expect(await page.locator(".fault:visible").allTextContents()).toEqual(["Pilih jam antara pukul 07.00 dan 18.00."]);
    await timeField().fill("10:00");
    await send();
    const answered = await page.locator(".answer").textContent();
    expect(answered).toContain("Tempat: Jl. Contoh 1");
    expect(answered).toContain("Temui: Bu Rina");
    const choice = { choice: "INTERVIEW", times: ["2026-11-25T03:00:00.000Z"], place: "Jl. Contoh 1", askFor: "Bu Rina" };
    expect(sent()).toEqual([{ path: "/link/answer", body: withCredentials(choice) }]);
  });

  it.runIf(isWhole)(
    "shows the hour of the interview, which the employer may move once; nobody has missed it before its time",
    async () => {
      const interview = { at: "2026-11-25T03:00:00.000Z", place: "Jl. Contoh 1", askFor: "Bu Rina", mayMove: true };
      await open("INTERVIEW_RESULT", { interview });
      const shown = await page.locator("main").textContent();
      expect(shown).toContain("Rabu, 25 November 2026 pukul 10.00 WIB");
      expect(shown).toContain("Temui: Bu Rina");
      expect(await page.getByRole("radio", { name: "Kandidat tidak hadir" }).count()).toBe(0);
      await choose("Pindahkan wawancara");
      await dateField().fill("2026-11-26");
      await timeField().fill("13:00");
      await send();
      expect(sent()).toEqual([{ path: "/link/answer", body: withCredentials({ moveTo: "2026-11-26T06:00:00.000Z" }) }]);
      await page.goto("about:blank");
      await open("INTERVIEW_RESULT", { interview: { ...interview, at: "2026-11-22T03:00:00.000Z", mayMove: false } });
      expect(await page.getByRole("radio", { name: "Kandidat tidak hadir" }).count()).toBe(1);
      expect(await page.getByRole("radio", { name: "Pindahkan wawancara" }).count()).toBe(0);
    },
  );

  it.each([
    ["ANSWER", "Terima langsung", "/link/answer", { choice: "ACCEPT" }],
    ["INTERVIEW_RESULT", "Diterima", "/link/answer", { result: "OFFER" }],
    ["INTERVIEW_RESULT", "Belum cocok", "/link/answer", { result: "NO" }],
    ["INTERVIEW_RESULT", "Kandidat tidak hadir", "/link/answer", { result: "CLIENT_ABSENT" }],
    ["INTERVIEW_RESULT", "Kami berhalangan hadir", "/link/answer", { result: "EMPLOYER_ABSENT" }],
    ["CONFIRMATION", "Tidak jadi mulai bekerja", "/link/confirmation", { started: false }],
    ["FOLLOW_UP", "Ya, masih bekerja", "/link/answer", { stillThere: true }],
    ["FOLLOW_UP", "Tidak lagi bekerja", "/link/answer", { stillThere: false }],
  ] as const)("%s: “%s” is looked over, sent once and kept", async (action, label, path, choice) => {
    await open(action);
    await choose(label);
    await send();
    expect(sent()).toEqual([{ path, body: withCredentials(choice) }]);
    expect(server.kept()).toEqual(choice);
    expect(server.changes()[0]?.key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it("sends a declined candidate's reason as its code", async () => {
    await open("ANSWER");
    await choose("Belum cocok");
    await choose("Lowongan sedang ditunda");
    await send();
    expect(server.kept()).toEqual({ choice: "DECLINE", reason: "VACANCY_ON_HOLD" });
  });

  it("asks for the first day of work, empty at first and no later than today in the office's zone", async () => {
    await open("CONFIRMATION");
    await choose("Sudah mulai bekerja");
    expect(await dateField().inputValue()).toBe("");
    expect(await dateField().getAttribute("max")).toBe("2026-11-23");
    await dateField().fill("2026-11-24");
    await button("Lanjut").click();
    expect(await page.getByText("Tanggal ini belum tiba. Jawab setelah hari pertamanya.").isVisible()).toBe(true);
    await dateField().fill("2026-11-23");
    await send();
    expect(server.kept()).toEqual({ started: true, startedOn: "2026-11-23" });
  });

  it("shows name and phone where the server gives them", async () => {
    await open("INTERVIEW_RESULT");
    expect(await page.getByRole("heading", { name: "Raka Pradana" }).isVisible()).toBe(true);
    expect(await page.getByRole("link", { name: "Telepon +62 812-5550-0187" }).getAttribute("href")).toBe("tel:+6281255500187");
  });

  it.runIf(isWhole)("lets an answer be changed before it is sent, and keeps what was filled in", async () => {
    await open("ANSWER");
    await choose("Undang wawancara");
    await dateField().fill("2026-11-25");
    await timeField().fill("09:30");
    await button("Lanjut").click();
    await button("Ubah jawaban").click();
    expect(await dateField().inputValue()).toBe("2026-11-25");
    await choose("Terima langsung");
    await send();
    expect(server.kept()).toEqual({ choice: "ACCEPT" });
  });

  it.runIf(isWhole)("takes an answer back and asks again, with nothing chosen", async () => {
    await open("ANSWER");
    await choose("Terima langsung");
    await send();
    await button("Batalkan jawaban").click();
    await page.getByRole("status").filter({ hasText: "Jawaban dibatalkan." }).waitFor();
    expect(server.kept()).toBe(undefined);
    expect(await page.locator("input:checked").count()).toBe(0);
    await choose("Terima langsung");
    await button("Lanjut").click();
    await button("Kirim jawaban").click();
    await page.getByRole("heading", { name: /Terima kasih/ }).waitFor();
    const keys = server.changes().map(({ key }) => key);
    expect(server.changes().map(({ path }) => path)).toEqual(["/link/answer", "/link/undo", "/link/answer"]);
    expect(new Set(keys).size).toBe(3);
  });

  it.runIf(isWhole)("counts the time to undo by the server's clock, also after a reload, and ends with it", async () => {
    await open("ANSWER");
    await choose("Terima langsung");
    await send();
    expect(await page.getByText("pukul 09.15 WIB").isVisible()).toBe(true);
    expect(await page.getByRole("timer").textContent()).toMatch(/^(10 menit 00|9 menit 5\d) detik$/);
    expect(await page.locator(".answer").textContent()).toContain("Terima langsung");
    server.jump(4 * 60_000);
    await page.reload();
    await page.getByRole("heading", { name: /Terima kasih/ }).waitFor();
    // The phone has kept nothing: the server tells what was answered, and to which question.
    expect(await page.locator(".answer").textContent()).toContain("Terima langsung");
    expect(await page.getByText(/^Lowongan .* · kandidat /).isVisible()).toBe(true);
    expect(await page.getByRole("timer").textContent()).toMatch(/^(6 menit 00|5 menit 5\d) detik$/);
    server.jump(6 * 60_000 - 4_000);
    await page.reload();
    await page.getByRole("heading", { name: /Terima kasih/ }).waitFor();
    await page.getByRole("heading", { name: "Jawaban Anda sudah tercatat" }).waitFor();
    expect(await button(/Batalkan/).count()).toBe(0);
  });

  it.runIf(isWhole)(
    "shows the answer that was given, times and reasons in words, after a reload and once it is in effect",
    async () => {
      await open("ANSWER");
      await choose("Belum cocok");
      await choose("Jarak ke tempat kerja terlalu jauh");
      await send();
      server.jump(11 * 60_000);
      await page.reload();
      await page.getByRole("heading", { name: "Jawaban Anda sudah tercatat" }).waitFor();
      expect(await page.locator(".answer").textContent()).toBe("Jawaban AndaBelum cocokJarak ke tempat kerja terlalu jauh");
    },
  );

  it.runIf(isWhole).each([
    ["with its # encoded", `%23${linkId}.${secret}`],
    ["with its # encoded twice", `%2523${linkId}.${secret}`],
    ["as a path", `/${linkId}.${secret}`],
    ["with what closed the text around it", `#${linkId}.${secret}_).`],
    ["between angle brackets that were encoded", `%23${linkId}.${secret}%3E`],
    ["with words behind it", `#${linkId}.${secret}%20Tautan`],
    ["that was broken in the middle", `#${linkId}.${secret.slice(0, 20)}%0D%0A${secret.slice(20)}`],
    ["with its ampersands written out", `?utm=a&amp;b=1#${linkId}.${secret}`],
    ["with its dot encoded", `/${linkId}%2E${secret}`],
  ])("opens a link %s, and takes the secret out of the address", async (_, rest) => {
    server.ask(viewOf("ANSWER"));
    await page.goto(`${server.origin}/link${rest}`);
    await page.locator("form.card").waitFor();
    expect(page.url()).toBe(server.link);
    // What the gateway made of the link has been seen by then: nothing that follows says it again.
    server.calls.splice(0, 1);
    await page.reload();
    await page.locator("form.card").waitFor();
  });

  it.runIf(isWhole)("says so when it is too late to undo", async () => {
    await open("ANSWER");
    await choose("Terima langsung");
    await send();
    server.jump(11 * 60_000);
    await button("Batalkan jawaban").click();
    await page.getByRole("alert").filter({ hasText: "Jawaban ini tidak dapat dibatalkan lagi." }).waitFor();
    expect(await heading().textContent()).toBe("Jawaban Anda sudah tercatat");
    expect(server.kept()).toEqual({ choice: "ACCEPT" });
  });

  it.runIf(isWhole).each([
    ["lose the request", "Sambungan terputus"],
    ["lose the response", "Sambungan terputus"],
    ["unwell", "Layanan sedang terganggu"],
  ] as const)("%s: one act has one key, however often it is sent", async (fault, word) => {
    await open("FOLLOW_UP");
    server.breakWith(fault);
    await choose("Ya, masih bekerja");
    await button("Lanjut").click();
    await button("Kirim jawaban").click();
    await page.getByRole("alert").filter({ hasText: word }).waitFor();
    await button("Coba kirim lagi").click();
    await page.getByRole("alert").filter({ hasText: word }).waitFor();
    server.mend();
    await button("Coba kirim lagi").click();
    await page.getByRole("heading", { name: /Terima kasih/ }).waitFor();
    const times = server.changes().length;
    expect(times).toBeGreaterThanOrEqual(3);
    expect(new Set(server.changes().map(({ key }) => key)).size).toBe(1);

    server.breakWith(fault);
    await button("Batalkan jawaban").click();
    await page.getByRole("alert").filter({ hasText: word }).waitFor();
    server.mend();
    await button("Coba batalkan lagi").click();
    await page.getByRole("status").filter({ hasText: "Jawaban dibatalkan." }).waitFor();
    const undone = server.changes().slice(times);
    expect(new Set(undone.map(({ path }) => path))).toEqual(new Set(["/link/undo"]));
    expect(undone.length).toBeGreaterThanOrEqual(2);
    expect(new Set(undone.map(({ key }) => key)).size).toBe(1);
  });

  it.runIf(isWhole)("does not pretend that a changed mind arrived where the first answer had", async () => {
    await open("FOLLOW_UP");
    server.breakWith("lose the response");
    await choose("Ya, masih bekerja");
    await button("Lanjut").click();
    await button("Kirim jawaban").click();
    await page.getByRole("alert").waitFor();
    server.mend();
    await button("Ubah jawaban").click();
    await choose("Tidak lagi bekerja");
    await button("Lanjut").click();
    await button("Kirim jawaban").click();
    await page.getByRole("alert").filter({ hasText: "Perubahan terakhir tidak terkirim." }).waitFor();
    expect(await button("Batalkan jawaban").isVisible()).toBe(true);
    expect(server.kept()).toEqual({ stillThere: true });
    expect(new Set(server.changes().map(({ key }) => key)).size).toBe(2);
  });

  it("shows a refusal in the server's words and the question anew", async () => {
    await open("ANSWER");
    server.breakWith({
      status: 409,
      code: "SEAT_TAKEN",
      title: "Kuota sudah terisi",
      detail: "Kuota lowongan ini baru saja terisi.",
    });
    await choose("Terima langsung");
    await button("Lanjut").click();
    await button("Kirim jawaban").click();
    await page.getByRole("alert").filter({ hasText: "Kuota lowongan ini baru saja terisi." }).waitFor();
    expect(await page.getByRole("radio", { name: "Belum cocok" }).isVisible()).toBe(true);
    expect(server.kept()).toBe(undefined);
  });

  it.runIf(isWhole)("cannot be sent twice while it is being sent", async () => {
    await open("FOLLOW_UP");
    await choose("Ya, masih bekerja");
    await button("Lanjut").click();
    server.slowDown(600);
    await button("Kirim jawaban").click();
    await button("Mengirim…").waitFor();
    expect(await button("Mengirim…").isDisabled()).toBe(true);
    expect(await button("Ubah jawaban").isDisabled()).toBe(true);
    await page.getByRole("heading", { name: /Terima kasih/ }).waitFor();
    expect(server.changes().length).toBe(1);
  });

  it.each([
    ["LINK_EXPIRED", "Tautan ini sudah tidak berlaku"],
    ["LINK_USED", "Jawaban Anda sudah tercatat"],
    ["SEAT_TAKEN", "Lowongan ini sudah terisi. Terima kasih."],
  ])("%s: says so and offers nothing to press", async (closedBecause, title) => {
    await open("ANSWER", { open: false, closedBecause });
    expect(await heading().textContent()).toBe(title);
    expect(await page.locator("main button, main input").count()).toBe(0);
  });

  it("says what is wrong with an unknown link, and tries an ailing server again", async () => {
    server.ask(viewOf("ANSWER"));
    server.refuseView({ status: 404, code: "LINK_INVALID", title: "Tautan tidak dikenal", detail: "Tautan ini sudah diganti." });
    await page.goto(server.link);
    await page.getByText("Tautan ini sudah diganti. Buka tautan dari pesan terbaru yang Anda terima.").waitFor();
    expect(await page.locator("main button").count()).toBe(0);
    server.refuseView({ status: 503, code: "UNAVAILABLE", title: "Layanan sedang terganggu" });
    await page.reload();
    await button("Coba lagi").waitFor();
    server.refuseView(undefined);
    await button("Coba lagi").click();
    await page.locator("form.card").waitFor();
  });

  it("is held to its policy by the browser", async () => {
    await open("ANSWER");
    await page.evaluate(`document.body.setAttribute("style", "color: red"); new Image().src = "${server.origin}/pixel";`);
    await page.evaluate(`fetch("http://127.0.0.1:9/").catch(() => {})`);
    await expect.poll(() => complaints.length).toBeGreaterThanOrEqual(3);
    for (const directive of ["style-src", "default-src", "connect-src"]) expect(complaints.join()).toContain(directive);
    expect(server.calls.some(({ path }) => path === "/pixel")).toBe(false);
    complaints = [];
    elsewhere = [];
  });

  it.runIf(isWhole)("asks nothing with a fragment that is not whole", async () => {
    server.ask(viewOf("ANSWER"));
    for (const fragment of ["", "#", `#${linkId}`, `#${linkId}.${secret.slice(1)}`, "#%3Cb%3E"]) {
      await page.goto("about:blank");
      await page.goto(`${server.origin}/link${fragment}`);
      await page.getByRole("heading", { name: "Ketik kode dari email" }).waitFor();
    }
    expect(new Set(server.calls.map(({ path }) => path))).toEqual(new Set(["/link"]));
  });

  it("opens by the code from the mail where nothing of the link has arrived", async () => {
    server.ask(viewOf("ANSWER"));
    await page.goto(`${server.origin}/link`);
    await button("Lanjut").click();
    await page.getByText("Ketik kode dari email lebih dulu.").waitFor();
    await page.getByLabel("Kode dari email").fill("4f7k-9m2c-xr8a");
    await button("Lanjut").click();
    await page.getByText(/Kode ini tidak kami kenal/).waitFor();
    await page.getByLabel("Kode dari email").fill(" 4f7k 9m2c xr8d ");
    await page.getByLabel("Kode dari email").press("Enter");
    await page.locator("form.card").waitFor();
    expect(page.url()).toBe(server.link);
    expect(await page.locator("input:checked").count()).toBe(0);
  });

  it("takes the name of the colleague who is in charge, and can be answered all the same", async () => {
    await open("ANSWER");
    await page.getByText("Bukan Anda yang mengurus lowongan ini?").click();
    await page.getByLabel("Nama rekan Anda").fill("Ibu Tina");
    await button("Kirim nama rekan").click();
    await page.getByText("Isi email atau nomor telepon rekan Anda.").waitFor();
    await page.getByLabel(/Telepon rekan/).fill("0813 2222 3333");
    await button("Kirim nama rekan").click();
    await page.getByText("Terima kasih. Sekar Wening (Titian Kerja) akan menghubungi Ibu Tina.").waitFor();
    expect(sent()).toEqual([{ path: "/link/colleague", body: { linkId, secret, name: "Ibu Tina", phone: "0813 2222 3333" } }]);
    await choose("Terima langsung");
    await button("Lanjut").click();
    await page.getByRole("heading", { name: "Periksa jawaban Anda" }).waitFor();
  });

  it("follows a second link opened in the same tab", async () => {
    await open("ANSWER");
    await page.goto(`${server.origin}/link#${linkId}.${secret.toUpperCase()}`);
    await page.getByRole("heading", { name: "Tautan tidak dikenal" }).waitFor();
    expect(server.calls.map(({ path }) => path)).toEqual(["/link", "/link/view", "/link/view"]);
  });

  it("can be worked by keyboard, and each step begins at its heading", async () => {
    await open("ANSWER");
    const focused = () => page.evaluate("document.activeElement.textContent");
    expect(await focused()).toContain("Kandidat untuk lowongan");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Periksa jawaban Anda" }).waitFor();
    expect(await focused()).toBe("Periksa jawaban Anda");
    expect(await page.getByText("Terima langsung").isVisible()).toBe(true);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: /Terima kasih/ }).waitFor();
    expect(await focused()).toContain("Terima kasih");
    expect(server.kept()).toEqual({ choice: "ACCEPT" });
  });

  it.runIf(isWhole).each([320, 360, 1280])("fits %i pixels at each step, with room for a finger", async (width) => {
    await page.setViewportSize({ width, height: 740 });
    onTestFinished(() => page.setViewportSize({ width: 360, height: 740 }));
    const long = "PerusahaanDenganNamaYangSangatPanjangSekaliTanpaSpasiSamaSekali";
    await open("ANSWER", { employer: long, vacancy: long, asker: long, competences: [long], accompaniedBy: long });
    expect(await spilled()).toBe(0);
    await choose("Undang wawancara");
    await button("Tambah waktu lain").click();
    expect(await spilled()).toBe(0);
    const small: unknown = await page.evaluate(
      `[...document.querySelectorAll("button, label.row, .field input")].filter((one) => one.offsetParent && one.offsetHeight < 44).map((one) => one.outerHTML)`,
    );
    expect(small).toEqual([]);
    await choose("Belum cocok");
    expect(await spilled()).toBe(0);
    await choose("Terima langsung");
    await button("Lanjut").click();
    expect(await spilled()).toBe(0);
    await button("Kirim jawaban").click();
    await page.getByRole("heading", { name: /Terima kasih/ }).waitFor();
    expect(await spilled()).toBe(0);
  });
});
