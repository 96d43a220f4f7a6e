/** The main job of an officer: a shortlist, the client's answers and the employer's, each from its row of the inbox, counted in taps. */
import type { Locator, Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { axeFindings } from "../../../bench/console/browser.ts";
import { makeRecords, type Records } from "../../api/office-records.ts";
import { isWhole } from "../../builders/runs.ts";
import { hasBrowser, openConsole, type TriedConsole } from "./console.ts";

const detail = z.object({
  status: z.string(),
  waitNo: z.int(),
  clientName: z.string(),
  shortlist: z.array(z.object({ vacancyId: z.string(), state: z.string() })),
});

describe.skipIf(!hasBrowser)("a placement in the console", () => {
  let tried: TriedConsole;
  let records: Records;
  const read = async () => detail.parse(await tried.door.get("officer", `/placements/${records.placement}`));
  /** What was recorded goes out when nobody takes it back any more. */
  const sent = async (page: Page, action: RegExp): Promise<number> => {
    const [response] = await Promise.all([
      page.waitForResponse((answer) => action.test(answer.url()) && answer.request().method() === "POST"),
      page.clock.fastForward("00:11"),
    ]);
    return response.status();
  };
  beforeAll(async () => {
    tried = await openConsole();
    records = await makeRecords(tried.door, "officer", 47);
  });

  it("is approved from the inbox in two taps, and its client's answers are recorded in one sitting", async () => {
    const { page, context, complaints } = await tried.visit("officer", { width: 360 });
    await page.clock.install();
    let taps = 0;
    const tap = async (what: Locator): Promise<void> => {
      taps += 1;
      await what.click();
    };
    const row = page.locator(`[data-id="${records.placement}"]`);
    await tap(row.getByRole("button", { name: "Lihat usulan" }));
    const proposals = page.getByRole("dialog", { name: "Setujui usulan" });
    await proposals.getByText("Keahlian yang cocok").first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const ticked = await proposals.getByRole("checkbox", { checked: true }).count();
    await tap(proposals.getByRole("button", { name: `Setujui ${ticked} usulan` }));
    expect(taps).toBeLessThanOrEqual(3);
    await row.getByText("Dicatat").waitFor();
    expect((await read()).status).toBe("AWAITING_APPROVAL");
    expect(await sent(page, /\/approval$/)).toBe(200);

    taps = 0;
    await tap(row.getByRole("button", { name: "Catat jawaban" }));
    const answers = page.getByRole("dialog", { name: "Jawaban klien" });
    await answers.getByRole("radio", { name: "Ya" }).first().waitFor();
    for (const yes of await answers.getByText("Ya", { exact: true }).all()) await tap(yes);
    expect(await axeFindings(page)).toEqual([]);
    await tap(answers.getByRole("button", { name: "Catat jawaban" }));
    expect(taps).toBeLessThanOrEqual(2 + ticked + 1);
    expect(await sent(page, /\/client-answer$/)).toBe(200);
    expect((await read()).status).toBe("AWAITING_EMPLOYER");
    expect(complaints).toEqual([]);
    await context.close();
  });

  it.runIf(isWhole)("shows an act that came too late with what happened in between, and never applies it", async () => {
    const { page, context } = await tried.visit("officer", { width: 360, path: `/penempatan/${records.placement}` });
    await page.clock.install();
    expect(await axeFindings(page)).toEqual([]);
    const before = await read();
    const asked = before.shortlist.find(({ state }) => state === "ASKED")?.vacancyId;
    await page.getByRole("button", { name: "Catat jawaban pemberi kerja", exact: true }).click();
    await page.getByRole("dialog").getByText("Langsung menerima").click();
    await page.getByRole("dialog").getByRole("button", { name: "Catat", exact: true }).click();
    // A colleague has the employer on the phone at the same time.
    await tried.door.post("supervisor", `/placements/${records.placement}/employer-answer`, {
      waitNo: before.waitNo,
      vacancyId: asked,
      answer: { choice: "DECLINE", reason: "POSITION_FILLED" },
      receipt: { how: "PHONE" },
    });
    expect(await sent(page, /\/employer-answer$/)).toBe(409);
    const note = page.getByRole("alert");
    await note
      .getByText(/lebih dahulu mencatat "Pemberi kerja menjawab belum cocok" .* catatan Anda tidak mengubah apa pun/)
      .waitFor();
    expect(await note.getByRole("button", { name: "Pakai catatan saya" }).count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    expect((await read()).shortlist.some(({ state }) => state === "CHOSEN")).toBe(false);
    await page.goto(tried.address("/antrean"));
    await page.getByText(/mencatat "Pemberi kerja menjawab belum cocok"/).waitFor();
    await page.getByRole("button", { name: "Hapus catatan saya" }).click();
    await page.getByText("Semua sudah tersimpan").waitFor();
    await context.close();
  });

  it.runIf(isWhole)(
    "marks what is on its way, and uses it for the question as it was put anew, when somebody says so",
    async () => {
      const { page, context } = await tried.visit("officer", { width: 360, path: `/penempatan/${records.placement}` });
      await page.clock.install();
      const before = await read();
      const asked = before.shortlist.find(({ state }) => state === "ASKED")?.vacancyId;
      const act = page.getByRole("button", { name: "Catat jawaban pemberi kerja", exact: true });
      await act.click();
      await page.getByRole("dialog").getByText("Langsung menerima").click();
      await page.getByRole("dialog").getByRole("button", { name: "Catat", exact: true }).click();
      await page.getByText("Sudah dicatat; disimpan sebentar lagi").waitFor();
      expect(await act.count()).toBe(0);
      await tried.door.post("supervisor", `/placements/${records.placement}/question`, {
        waitNo: before.waitNo,
        vacancyId: asked,
      });
      expect(await sent(page, /\/employer-answer$/)).toBe(409);
      await page.getByRole("button", { name: "Pakai catatan saya" }).click();
      expect(await sent(page, /\/employer-answer$/)).toBe(200);
      expect((await read()).status).toBe("AWAITING_CONFIRMATION");
      // On a phone the history is folded.
      const folded = page.locator("summary", { hasText: "Riwayat" });
      if (await folded.isVisible()) await folded.click();
      await page.getByText(/Pemberi kerja menerima: .*lewat telepon/).waitFor();
      await context.close();
    },
  );

  it.runIf(isWhole)("takes back what was recorded as long as it is not sent, and keeps what was typed", async () => {
    const { page, context } = await tried.visit("officer", { path: `/penempatan/${records.placement}` });
    await page.getByRole("button", { name: "Klien mundur" }).click();
    await page.getByRole("dialog").getByText("WhatsApp").click();
    await page.getByRole("button", { name: "Catat klien mundur" }).click();
    await page.getByRole("button", { name: "Urungkan" }).click();
    await page.getByText("Diurungkan").waitFor();
    await page.getByRole("button", { name: "Klien mundur" }).click();
    expect(await page.getByRole("dialog").getByRole("radio", { name: "WhatsApp" }).isChecked()).toBe(true);
    expect((await read()).status).not.toBe("CLOSED");
    await context.close();
  });

  it.runIf(isWhole)("goes through the list by single keys, and keeps its filters when one comes back", async () => {
    const { page, context } = await tried.visit("officer", { path: "/penempatan?pk=semua" });
    await page.locator("[data-id]").first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel("Menunggu").selectOption("officer");
    await page.waitForURL((url) => url.searchParams.get("menunggu") === "officer");
    await page.locator("[data-id]").first().waitFor();
    await page.keyboard.press("j");
    expect(await page.locator("[data-id]:focus-within").count()).toBe(1);
    await page.locator("[data-id] .name").first().click();
    await page.getByRole("heading", { level: 2, name: /Menunggu/ }).waitFor();
    await page.goBack();
    await page.locator("[data-id]").first().waitFor();
    expect(new URL(page.url()).searchParams.get("menunggu")).toBe("officer");
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Tombol pintas" }).waitFor();
    await context.close();
  });
});
