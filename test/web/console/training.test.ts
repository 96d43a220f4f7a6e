/** A training on a phone: opened, filled at once, attended by a few taps, and concluded with the numbers of the certificates. */
import { beforeAll, describe, expect, it } from "vitest";
import { axeFindings } from "../../../bench/console/browser.ts";
import { postForId } from "../../api/front-door.ts";
import { isWhole } from "../../builders/runs.ts";
import { hasBrowser, openConsole, type TriedConsole } from "./console.ts";

const numbers = Array.from({ length: 12 }, (_, at) => at + 1);
const letters = "ABCDEFGHIJKL";

describe.skipIf(!hasBrowser)("a training in the console", () => {
  let tried: TriedConsole;
  beforeAll(async () => {
    tried = await openConsole();
  });

  it.runIf(isWhole)("is opened, filled, attended in fifteen taps at most, and concluded for twelve at once", async () => {
    const { door } = tried;
    for (const no of numbers)
      await postForId(door, "officer", "/clients", {
        fullName: `Peserta Uji${letters[no - 1]}`,
        registerNumber: `LATIH-${no}`,
        sex: "MALE",
        birthDate: `1993-04-${String(no).padStart(2, "0")}`,
        domicile: { regencyCode: door.place.regencyCode },
        education: "SMP",
      });
    const { page, context, complaints } = await tried.visit("trainer", { path: "/pelatihan/baru", width: 360 });
    const today = new Date(door.cloud.clock.now()).toISOString().slice(0, 10);
    await page.getByLabel("Nama pelatihan").fill("Las listrik");
    await page.getByLabel("Tempat").selectOption("VOCATIONAL_CORNER");
    await page.getByLabel("Kabupaten/kota").selectOption(door.place.regencyCode);
    await page.getByLabel("Pengajar dari").selectOption("KEMNAKER");
    await page.getByLabel("Mulai").fill(today);
    await page.getByLabel("Selesai").fill(today);
    await page.getByLabel("Las", { exact: true }).check();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Buka angkatan" }).click();

    await page.getByRole("button", { name: "Daftarkan peserta" }).click();
    const sheet = page.getByRole("dialog");
    for (const no of numbers) {
      await sheet.getByRole("searchbox").fill(`Uji${letters[no - 1]}`);
      await sheet.getByRole("button", { name: `Tambah: Peserta Uji${letters[no - 1]}` }).click();
    }
    await sheet.getByRole("button", { name: "Daftarkan 12 peserta" }).click();
    await page.getByText("Kuota penuh").waitFor();
    expect(await axeFindings(page)).toEqual([]);

    let taps = 0;
    const tap = async (name: string | RegExp, role: "button" | "checkbox" = "button"): Promise<void> => {
      taps += 1;
      await page.getByRole(role, { name }).click();
    };
    await tap("Catat kehadiran");
    for (const letter of ["B", "F", "L"]) await tap(`Peserta Uji${letter}`, "checkbox");
    await tap("Simpan: 9 dari 12 hadir");
    await page.getByText("tidak hadir: Peserta UjiB, Peserta UjiF, Peserta UjiL").waitFor();
    expect(taps).toBeLessThanOrEqual(15);

    await page.getByRole("button", { name: "Catat hasil" }).click();
    await sheet.getByLabel("Tanda selesai pelatihan").check();
    await sheet.getByRole("checkbox", { name: "Menyelesaikan" }).nth(11).uncheck();
    for (const no of numbers.slice(0, 11))
      await sheet.getByLabel(`Nomor sertifikat Peserta Uji${letters[no - 1]}`).fill(`SP-${no}/2026`);
    expect(await axeFindings(page)).toEqual([]);
    await sheet.getByRole("button", { name: "Simpan hasil 12 peserta" }).click();
    await page.getByText("Tidak menyelesaikan").waitFor();
    expect(await page.getByText("sertifikat dicatat").count()).toBe(11);
    await page.getByText("Selesai", { exact: true }).first().waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});
