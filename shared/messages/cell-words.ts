/** What is wrong with a cell or a line of an office's list. */
import type { CellError } from "../domain/clients/import/read-cell.ts";
import { detailText } from "./problems.ts";
import type { Text } from "./text.ts";

export const cellWords: Readonly<Record<CellError, Text>> = {
  "cell.missing": { id: "Isian ini wajib dan tidak ada", en: "This is needed and is not there" },
  "cell.rounded": {
    id: "Excel membulatkan nomor ini; sebagian angkanya hilang. Ubah kolom menjadi Teks lalu ketik ulang",
    en: "Excel has rounded this number, and digits are lost. Make the column Text and type it again",
  },
  "cell.date": {
    id: "Tanggal tidak terbaca. Contoh: 31/12/1990, 31 Des 1990, 1990-12-31",
    en: "The date cannot be read. Examples: 31/12/1990, 31 Des 1990, 1990-12-31",
  },
  "cell.date-short-year": {
    id: "Tulis tahun dengan empat angka",
    en: "Write the year with four digits",
  },
  "cell.date-past-calendar": {
    id: "Tanggal ini tidak ada; hari ditulis sebelum bulan",
    en: "There is no such day; the day stands before the month",
  },
  "cell.sex": { id: "Jenis kelamin: L atau P", en: "Sex: L (male) or P (female)" },
  "cell.education": {
    id: "Pendidikan tidak dikenali. Contoh: SD, SMP, SMA, SMK, D3, S1, Tidak tamat SD",
    en: "The schooling is not recognised. Examples: SD, SMP, SMA, SMK, D3, S1, Tidak tamat SD",
  },
  "cell.education-unclear": {
    id: "Dua jenjang disebut; tulis satu, misalnya SMA atau SMK",
    en: "Two levels are named; write one, for example SMA or SMK",
  },
  "cell.regency": { id: "Kabupaten/kota tidak dikenali", en: "The regency is not recognised" },
  "cell.regency-unclear": {
    id: "Ada kabupaten dan kota bernama sama; tulis Kab. atau Kota di depannya",
    en: "A regency and a city have this name; write Kab. or Kota before it",
  },
  "cell.number": { id: "Bukan jumlah tahun", en: "Not a number of years" },
  "cell.rt-rw": { id: "Tulis RT/RW seperti 003/005", en: "Write RT/RW as 003/005" },
  "cell.officer": {
    id: "Tidak ada Pembimbing dengan nama ini di kantor Anda",
    en: "There is no officer of this name in your office",
  },
  "cell.officer-unclear": {
    id: "Dua Pembimbing bernama sama di kantor Anda; daftarkan klien ini sendiri",
    en: "Two officers of your office have this name; register this client by hand",
  },
  "cell.nik-differs": {
    id: "NIK berbeda dari yang tercatat; periksa lalu perbaiki pada data kliennya",
    en: "The NIK differs from the recorded one; look, and mend it on the client's record",
  },
  "line.key-missing": {
    id: "Tidak ada nomor register dan NIK: klien ini tidak dapat dikenali pada impor berikutnya",
    en: "There is neither register number nor NIK: the next import could not know this client",
  },
  "line.duplicate": { id: "Nomor ini sudah ada pada baris di atasnya", en: "This number stands in a line above" },
  "line.officer-differs": {
    id: "Klien ini tercatat pada Pembimbing lain, dan tetap padanya; serah terima adalah langkah tersendiri",
    en: "This client is recorded with another officer, and stays there; to hand over is a step of its own",
  },
  "line.two-clients": {
    id: "Nomor register dan NIK ini milik dua klien yang berbeda",
    en: "Register number and NIK belong to two different clients",
  },
};

const ofCells: ReadonlyMap<string, Text> = new Map(Object.entries(cellWords));

/** The text of what is wrong with a line, also where a command has refused it. These words weigh too much for every function. */
export const lineText = (code: string): Text => ofCells.get(code) ?? detailText(code);
