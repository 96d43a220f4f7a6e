/** Employers, vacancies, agreements, and an office's own list of clients, as an officer keeps them. */
import { beforeAll, describe, expect, it } from "vitest";
import { axeFindings } from "../../../bench/console/browser.ts";
import { isWhole } from "../../builders/runs.ts";
import { hasBrowser, keptBy, openConsole, type TriedConsole } from "./console.ts";

describe.skipIf(!hasBrowser)("the records of an office", () => {
  let tried: TriedConsole;
  beforeAll(async () => {
    tried = await openConsole();
  });

  it.runIf(isWhole)(
    "say beside its field what is wrong, keep what was typed, warn of a twin, and wait for a second person",
    async () => {
      const { page, context, complaints } = await tried.visit("officer", { path: "/pemberi-kerja/baru", width: 360 });
      const name = page.getByLabel("Nama badan usaha atau orang");
      await name.fill("Bengkel Coba Pintu");
      await page.getByText("Isian lain").click();
      await page.getByLabel("NPWP").fill("0123456789012345");
      await page.getByRole("link", { name: "Lowongan" }).click();
      await page.getByRole("heading", { level: 1, name: "Lowongan" }).waitFor();
      await page.goBack();
      expect(await name.inputValue()).toBe("Bengkel Coba Pintu");
      expect(await page.getByLabel("NPWP").inputValue()).toBe("0123456789012345");
      await page.waitForTimeout(300);
      await page.reload();
      await page.getByText("Isian Anda yang belum disimpan sudah dikembalikan.").waitFor();
      expect(await name.inputValue()).toBe("Bengkel Coba Pintu");
      expect(await page.getByLabel("NPWP").inputValue()).toBe("");
      expect(await keptBy(page)).not.toMatch(/Bengkel Coba|0123456789012345/);
      await page.getByLabel("Skala usaha").selectOption("SMALL");
      await page.getByLabel("Provinsi").selectOption(tried.door.place.regencyCode.slice(0, 2));
      await page.getByLabel("Kabupaten/kota").selectOption(tried.door.place.regencyCode);
      await page.getByLabel("Nama kontak").fill("Bu Contoh");
      await page.getByLabel("Telepon kontak").fill("12");
      await page.getByRole("button", { name: "Daftarkan" }).click();
      await page.locator('[data-path="contact.phone"] .wrong').waitFor();
      expect(await name.inputValue()).toBe("Bengkel Coba Pintu");
      expect(await axeFindings(page)).toEqual([]);
      await page.getByLabel("Telepon kontak").fill("0812-3456-7890");
      await page.getByRole("button", { name: "Daftarkan" }).click();
      await page.getByRole("heading", { level: 1, name: "Bengkel Coba Pintu" }).waitFor();
      await page.getByText("Verifikasi harus oleh orang lain").waitFor();
      expect(await page.getByRole("link", { name: "Telepon Bu Contoh" }).getAttribute("href")).toBe("tel:+6281234567890");
      await page.getByText("Pemberi kerja terdaftar.").waitFor();
      await page.getByRole("button", { name: "Tambah kontak" }).click();
      const sheet = page.getByRole("dialog");
      await sheet.getByRole("button", { name: "Simpan" }).click();
      await sheet.getByText("Nama belum diisi").waitFor();
      await sheet.getByLabel("Nama kontak").fill("Pak Contoh");
      await sheet.getByLabel("Email kontak").fill("pak@contoh.example");
      await sheet.getByRole("button", { name: "Simpan" }).click();
      await page.getByRole("button", { name: "Ubah: Pak Contoh" }).click();
      await sheet.getByLabel("Telepon kontak").fill("0812-3456-7891");
      await sheet.getByRole("button", { name: "Simpan" }).click();
      await page.getByRole("link", { name: "Telepon Pak Contoh" }).waitFor();
      await page.getByRole("button", { name: "Hapus kontak: Pak Contoh" }).click();
      await sheet.getByRole("button", { name: "Hapus kontak" }).click();
      await page.getByRole("button", { name: "Ubah: Pak Contoh" }).waitFor({ state: "detached" });
      expect(await axeFindings(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await context.close();
    },
  );

  it.runIf(isWhole)("wait in the inbox of a second person, who vouches for one and makes two of one employer one", async () => {
    const few = { type: "COMPANY", size: "SMALL", regencyCode: tried.door.place.regencyCode };
    const contact = { name: "Bu Contoh", email: "gabung@contoh.example" };
    const [stays, goes] = ["CV Coba Gabung", "PT Coba Gabung"].map((legalName) => ({ ...few, legalName, contact }));
    await tried.door.post("officer", "/employers", stays);
    const twin = await tried.door.post("officer", "/employers", goes);
    expect(twin).toMatchObject({ warnings: ["employer.twin"] });
    const { page, context, complaints } = await tried.visit("supervisor", { path: "/kotak?tab=pemberi", width: 360 });
    await page.getByRole("link", { name: "Periksa CV Coba Gabung" }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole("link", { name: "Periksa CV Coba Gabung" }).click();
    await page.getByRole("button", { name: "Verifikasi" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Verifikasi" }).click();
    await page.getByText("Terverifikasi", { exact: true }).waitFor();
    await page.goto(tried.address("/kotak?tab=pemberi"));
    await page.getByRole("link", { name: "Periksa PT Coba Gabung" }).click();
    await page.getByRole("button", { name: "Gabungkan" }).click();
    const sheet = page.getByRole("dialog");
    await sheet.getByLabel("Catatan yang tetap ada").fill("coba gabung");
    await sheet.getByRole("button", { name: "Pilih: CV Coba Gabung" }).click();
    await sheet.getByRole("button", { name: "Gabungkan ke CV Coba Gabung" }).click();
    await page.getByRole("heading", { level: 1, name: "CV Coba Gabung" }).waitFor();
    // It would offer the record to itself.
    expect(await sheet.count()).toBe(0);
    await page.goto(tried.address("/pemberi-kerja?q=coba%20gabung"));
    await page.getByRole("link", { name: "CV Coba Gabung" }).waitFor();
    expect(await page.getByRole("link", { name: "PT Coba Gabung" }).count()).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it.runIf(isWhole)(
    "of the whole are an administrator's; a supervisor plans an agreement with one of them and an employer",
    async () => {
      const { regencyCode } = tried.door.place;
      const admin = await tried.visit("administrator", { path: "/organisasi", width: 360 });
      const { page } = admin;
      // Whoever has no inbox begins in the first room of their role.
      await page.goto(tried.address("/kotak"));
      await page.waitForURL((url) => url.pathname === "/konsol/organisasi");
      await page.getByRole("heading", { level: 1, name: "Lembaga" }).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await page.getByRole("link", { name: "Daftarkan lembaga" }).click();
      await page.getByLabel("Jenis lembaga").selectOption("CERTIFICATION_BODY");
      await page.getByLabel("Nama lengkap").fill("LSP Coba Konsol");
      await page.getByLabel("Provinsi").selectOption(regencyCode.slice(0, 2));
      await page.getByLabel("Kabupaten/kota").selectOption(regencyCode);
      await page.getByLabel("Nomor lisensi BNSP").fill("123");
      await page.getByRole("button", { name: "Daftarkan" }).click();
      await page.locator('[data-path="lspLicence"] .wrong').waitFor();
      await page.getByLabel("Nomor lisensi BNSP").fill("BNSP-LSP-4321-ID");
      await page.getByRole("button", { name: "Daftarkan" }).click();
      await page.getByRole("heading", { level: 1, name: "LSP Coba Konsol" }).waitFor();
      await page.getByRole("button", { name: "Ubah data" }).click();
      const sheet = page.getByRole("dialog");
      await sheet.getByText("Isian lain").click();
      await sheet.getByLabel("Nama baru sejak tanggal tertentu").fill("2020-01-01 LSP Coba Baru");
      await sheet.getByRole("button", { name: "Simpan" }).click();
      await page.getByRole("heading", { level: 1, name: "LSP Coba Baru" }).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      expect(admin.complaints).toEqual([]);
      await admin.context.close();

      const { page: desk, context, complaints } = await tried.visit("supervisor", { path: "/organisasi?q=coba%20konsol" });
      await desk.getByRole("link", { name: "LSP Coba Baru" }).click();
      await desk.getByRole("link", { name: "Catat perjanjian" }).click();
      await desk.getByLabel("Keadaan").selectOption("PLANNED");
      await desk.getByLabel("Judul").fill("Rencana sertifikasi bersama");
      await desk.getByLabel("Pelatihan", { exact: true }).check();
      await desk.getByLabel("Cari lembaga atau pemberi kerja").fill("bengkel");
      await desk
        .getByRole("button", { name: /^Tambahkan: Bengkel/ })
        .first()
        .click();
      expect(await axeFindings(desk)).toEqual([]);
      await desk.getByRole("button", { name: "Catat perjanjian" }).click();
      await desk.getByRole("heading", { level: 1, name: "PKS (belum bernomor)" }).waitFor();
      expect(await desk.getByRole("region", { name: "Para pihak" }).getByRole("listitem").count()).toBe(3);
      await desk.getByText("Direncanakan", { exact: true }).first().waitFor();
      expect(await axeFindings(desk)).toEqual([]);
      expect(complaints).toEqual([]);
      await context.close();
    },
  );

  it.runIf(isWhole)("show a newer version beside what was typed, and take over what nobody typed", async () => {
    const id = tried.records.secondVacancy;
    const { page, context } = await tried.visit("officer", { path: `/lowongan/${id}` });
    await page.getByRole("button", { name: "Ubah lowongan" }).click();
    await page.getByLabel("Judul lowongan").fill("Mekanik pagi");
    const version = 1;
    await tried.door.post("officer", `/vacancies/${id}/changes`, { version, changes: { title: "Mekanik malam", seats: 7 } });
    await page.getByRole("button", { name: "Simpan" }).click();
    await page.getByText("Orang lain mengubah data ini").waitFor();
    await page.locator('[data-path="title"]').getByText("Mekanik malam").waitFor();
    expect(await page.getByLabel("Judul lowongan").inputValue()).toBe("Mekanik pagi");
    expect(await page.getByLabel("Kuota").inputValue()).toBe("7");
    await page.getByRole("button", { name: "Simpan" }).click();
    await page.getByRole("heading", { level: 1, name: "Mekanik pagi" }).waitFor();
    expect(await tried.door.get("officer", `/vacancies/${id}`)).toMatchObject({
      vacancy: { title: "Mekanik pagi", seats: 7 },
    });
    await context.close();
  });

  it.runIf(isWhole)(
    "tell what was promised under an agreement, and what has come of it, as a picture and as a table",
    async () => {
      const { agreement, vacancy } = tried.records;
      await tried.door.post("officer", `/vacancies/${vacancy}/changes`, { version: 1, changes: { agreementId: agreement } });
      const { page, context, complaints } = await tried.visit("supervisor", { path: `/perjanjian/${agreement}` });
      await page.getByRole("img", { name: "Dijanjikan dan terwujud" }).waitFor();
      await page.getByText("Sebagai tabel").click();
      expect(await page.getByRole("table").getByRole("row").count()).toBe(2);
      await page.getByRole("button", { name: "Sudah ditandatangani" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Sudah ditandatangani" }).click();
      await page.getByText("Berlaku", { exact: true }).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await page.getByRole("link", { name: "Buka lowongan" }).click();
      await page.getByLabel("Judul lowongan").fill("Juru las janji");
      await page.getByLabel("Upah (boleh kosong)").fill("lima juta");
      await page.getByRole("button", { name: "Buka lowongan" }).click();
      await page.getByText("Periksa: Berlaku sampai, Upah.").waitFor();
      await page.getByText("Berlaku sampai belum diisi").waitFor();
      await page.getByLabel("Upah (boleh kosong)").fill("5300000");
      await page.getByLabel("Berlaku sampai").fill("2027-03-31");
      await page.getByText("Rabu, 31 Maret 2027").waitFor();
      await page.getByRole("button", { name: "Buka lowongan" }).click();
      await page.getByRole("heading", { level: 1, name: "Juru las janji" }).waitFor();
      await page.getByText("Lowongan dibuka.").waitFor();
      const opened = await tried.door.get("supervisor", `/vacancies/${new URL(page.url()).pathname.split("/").at(-1)}`);
      expect(opened).toMatchObject({ vacancy: { agreementId: agreement, wage: { amount: 530_000_000 } } });
      expect(complaints).toEqual([]);
      await context.close();
    },
  );

  it.runIf(isWhole)(
    "come from a list: tried, mended in its cell, taken, the same once more, and nothing of it kept",
    async () => {
      const { page, context, complaints } = await tried.visit("officer", { path: "/impor" });
      const { regencyCode } = tried.door.place;
      const rows = [
        "No. Register;Nama;Tgl Lahir;L/P;Kab/Kota;Pendidikan;Catatan kita",
        `COBA-1;Contoh Kesatu;12/03/1990;L;${regencyCode};SMA;a`,
        `COBA-2;Contoh Kedua;31/02/1990;P;${regencyCode};SMP;b`,
        "COBA-3;Contoh Ketiga;;;;;c",
      ];
      const file = { name: "daftar.csv", mimeType: "text/csv", buffer: Buffer.from(rows.join("\r\n")) };
      const input = page.locator('input[type="file"]');
      await input.setInputFiles(file);
      const cell = page.getByLabel("Sel C3, Tgl Lahir");
      await cell.waitFor();
      await page.getByText("1 kolom belum dikenali").waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await cell.fill("28/02/1990");
      await page.getByRole("button", { name: "Periksa lagi 1 baris" }).click();
      await page.getByText("Klien baru menjadi klien Anda, kecuali kolom PK menyebut rekan.").waitFor();
      await page.getByRole("button", { name: "Lewati baris 4" }).click();
      await page.getByRole("link", { name: /Dilewati\s*1/ }).waitFor();
      await page.getByRole("button", { name: "Masukkan 2 baris" }).click();
      await page.getByText("2 klien baru terdaftar").waitFor();
      await page.getByRole("link", { name: "Lihat klien yang masuk" }).click();
      await page.getByRole("link", { name: "Contoh Kedua" }).waitFor();
      expect(await page.getByText("COBA-2 · Pembimbing Anda").count()).toBe(1);
      await input.setInputFiles({ ...file, buffer: Buffer.from(rows.slice(0, 2).join("\r\n")) });
      await page.getByRole("link", { name: /Sama\s*1/ }).waitFor();
      expect(await keptBy(page)).not.toMatch(/Contoh Ke|COBA-/);
      expect(complaints).toEqual([]);
      await context.close();
    },
  );
});
