/** What each reason says for which a posting of Karirhub is refused, flagged for a person to look at, or noted. */
import type { FlagCode, NoteCode, RefusalCode } from "../domain/vacancies/import/reasons.ts";
import type { Text } from "./text.ts";

export const importWords: Readonly<Record<RefusalCode | FlagCode | NoteCode, Text>> = {
  // It is not taken at all.
  "vacancy.malformed": { id: "Data lowongan tidak dapat dibaca.", en: "The posting cannot be read." },
  "vacancy.no-id": { id: "Lowongan tidak bernomor.", en: "The posting has no id." },
  "vacancy.duplicate": { id: "Lowongan yang sama sudah ada di berkas ini.", en: "The same posting stands earlier in this file." },
  "vacancy.closed": { id: "Lowongan sudah ditutup.", en: "The posting is closed." },
  "vacancy.no-title": { id: "Lowongan tidak berjudul.", en: "The posting has no title." },
  "vacancy.title-corrections": {
    id: "Judul menyebut pemasyarakatan; pemberi kerja lain akan membacanya. Minta judul yang netral.",
    en: "The title names the correctional system, and employers will read it. Ask for a neutral one.",
  },
  "vacancy.overseas": {
    id: "Lowongan di luar negeri: klien tidak boleh ditempatkan di luar negeri.",
    en: "The job is overseas; clients cannot be placed abroad.",
  },
  "vacancy.no-region": { id: "Lowongan tanpa lokasi.", en: "The posting has no location." },
  "vacancy.no-seats": { id: "Tidak ada kursi yang tersisa.", en: "No seats are left." },

  // A person should look at it before it is used.
  "vacancy.region-unknown": {
    id: "Kabupaten/kota tidak dapat dikenali; isi sendiri.",
    en: "The regency could not be recognised; fill it in.",
  },
  "vacancy.region-papua": {
    id: "Lokasi di Papua: kode wilayah di sana berbeda antar-sumber, periksa kabupatennya.",
    en: "The job is in Papua, where sources number regions differently; check the regency.",
  },
  "vacancy.region-renumbered": {
    id: "Kode dan nama wilayah tidak cocok; nama yang dipakai.",
    en: "Code and name of the region disagree; the name was used.",
  },
  "vacancy.employer-missing": { id: "Nama pemberi kerja tidak ada.", en: "The employer's name is missing." },
  "vacancy.employer-hidden": { id: "Pemberi kerja minta dirahasiakan.", en: "The employer asks to stay unnamed." },
  "vacancy.seats-unknown": {
    id: "Jumlah kursi tidak disebut; dianggap satu.",
    en: "The number of seats is not given; one is assumed.",
  },
  "vacancy.many-seats": {
    id: "Disebut 1.000 kursi atau lebih; yang dicatat satu. Tanyakan jumlah sebenarnya.",
    en: "1,000 seats or more are named; one is kept. Ask how many there are.",
  },
  "vacancy.expired": { id: "Masa berlaku lowongan sudah lewat.", en: "The posting has expired." },
  "vacancy.no-validity": { id: "Masa berlaku lowongan tidak disebut.", en: "The posting does not say until when it holds." },
  "vacancy.no-description": { id: "Uraian pekerjaan tidak ada.", en: "There is no description of the work." },
  "vacancy.education-unknown": { id: "Syarat pendidikan tidak dikenali.", en: "The education asked for is not recognised." },
  "vacancy.wage-missing": { id: "Upah tidak disebut.", en: "No wage is named." },
  "vacancy.wage-implausible": {
    id: "Upah yang tertulis tidak masuk akal dan tidak dipakai.",
    en: "The wage given is not plausible and was not used.",
  },
  "vacancy.wage-range": {
    id: "Rentang upah terlalu lebar atau tidak lengkap.",
    en: "The range of the wage is too wide or incomplete.",
  },
  "vacancy.wage-currency": {
    id: "Upah bukan dalam rupiah dan tidak dipakai.",
    en: "The wage is not in rupiah and was not used.",
  },
  "vacancy.wage-below-minimum": { id: "Upah di bawah upah minimum daerah.", en: "The wage is below the region's minimum." },
  "vacancy.unpaid": { id: "Disebut tanpa upah atau sukarela.", en: "Described as unpaid or voluntary." },
  "vacancy.fee": {
    id: "Pelamar diminta membayar atau menitipkan ijazah.",
    en: "Applicants are asked to pay or to leave their diploma as a pledge.",
  },
  "vacancy.sex": {
    id: "Membatasi jenis kelamin; perlu alasan dari sifat pekerjaan.",
    en: "Limited to one sex; needs a reason in the job.",
  },
  "vacancy.sex-in-text": {
    id: "Uraian membatasi jenis kelamin; perlu alasan dari sifat pekerjaan.",
    en: "The text limits the job to one sex; needs a reason in the job.",
  },
  "vacancy.age": { id: "Membatasi umur; perlu alasan dari sifat pekerjaan.", en: "Limits the age; needs a reason in the job." },
  "vacancy.age-in-text": { id: "Uraian membatasi umur.", en: "The text limits the age." },
  "vacancy.physical-condition": {
    id: "Mensyaratkan kondisi fisik; minta alasannya atau agar syarat ini dihapus.",
    en: "Asks for a physical condition; ask for the reason in the job, or to drop it.",
  },
  "vacancy.physical-condition-in-text": {
    id: "Uraian mensyaratkan kondisi atau penampilan fisik; minta alasannya atau agar dihapus.",
    en: "The text asks for a physical condition or appearance; ask for the reason, or to drop it.",
  },
  "vacancy.marital-status": { id: "Mensyaratkan status perkawinan.", en: "Asks for a marital status." },
  "vacancy.marital-status-in-text": {
    id: "Uraian mensyaratkan status perkawinan; minta alasannya atau agar dihapus.",
    en: "The text asks for a marital status; ask for the reason, or to drop it.",
  },
  "vacancy.religion-in-text": {
    id: "Uraian mensyaratkan agama; minta agar syarat ini dihapus.",
    en: "The text asks for a religion; ask to drop it.",
  },
  "vacancy.record-check-in-text": {
    id: "Uraian meminta SKCK; klien harus tahu sebelum setuju.",
    en: "The text asks for a police record certificate (SKCK); the client must know before saying yes.",
  },
  "vacancy.text-corrections": {
    id: "Uraian menyebut pemasyarakatan. Jangan meneruskannya bersama seorang kandidat; minta uraian yang netral.",
    en: "The text names the correctional system. Do not pass it on beside a candidate; ask for a neutral one.",
  },

  // Worth knowing.
  "vacancy.contact-missing": {
    id: "Tidak ada email atau telepon pemberi kerja: isi sebelum ada yang diusulkan.",
    en: "The employer has no email address and no phone: fill one in before anybody is proposed.",
  },
  "vacancy.open-to-disabled": {
    id: "Terbuka bagi penyandang disabilitas.",
    en: "Open to people with a disability.",
  },
  "vacancy.part-time": { id: "Kerja paruh waktu.", en: "Part-time work." },
  "vacancy.wage-basis-unclear": {
    id: "Kerja harian dengan upah yang tampak bulanan; upah tidak dipakai.",
    en: "Daily work with a wage that looks monthly; the wage was not used.",
  },
};
