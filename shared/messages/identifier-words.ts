/** What each code says that schemas and parsers of identifiers, dates and money raise. */
import type { IdentifierError, IdentifierWarning } from "../domain/identifiers/codes.ts";
import type { Text } from "./text.ts";

export const identifierWords: Readonly<Record<IdentifierError | IdentifierWarning, Text>> = {
  // The value is refused.
  "nik.format": { id: "NIK harus terdiri dari 16 angka.", en: "A NIK has 16 digits." },
  "nik.date": { id: "Tanggal lahir di dalam NIK tidak ada dalam kalender.", en: "The birth date within the NIK does not exist." },
  "nik.sequence": { id: "Nomor urut NIK tidak boleh 0000.", en: "The serial number of a NIK cannot be 0000." },
  "npwp.format": {
    id: "NPWP harus terdiri dari 16 angka (atau 15 angka bentuk lama).",
    en: "An NPWP has 16 digits (or 15 in its old form).",
  },
  "register-number.format": {
    id: "Nomor register terdiri dari huruf dan angka dengan titik, garis atau garis miring. Contoh: I.123/2026.",
    en: "A register number has letters and figures with dots, dashes or strokes. Example: I.123/2026.",
  },
  "nib.format": { id: "NIB harus terdiri dari 13 angka.", en: "A NIB has 13 digits." },
  "nip.format": { id: "NIP harus terdiri dari 18 angka.", en: "A NIP has 18 digits." },
  "nip.birth-date": {
    id: "Tanggal lahir di dalam NIP tidak ada dalam kalender.",
    en: "The birth date within the NIP does not exist.",
  },
  "nip.appointment": {
    id: "Bulan pengangkatan di dalam NIP tidak sah.",
    en: "The month of appointment within the NIP is not valid.",
  },
  "nip.sex": {
    id: "Angka ke-15 NIP harus 1 (laki-laki) atau 2 (perempuan).",
    en: "The 15th digit of a NIP is 1 (male) or 2 (female).",
  },
  "phone.format": {
    id: "Nomor ponsel Indonesia tidak sah. Contoh: 0812-3456-7890.",
    en: "This is not an Indonesian mobile number. Example: 0812-3456-7890.",
  },
  "phone.any": {
    id: "Nomor telepon tidak sah. Contoh: 0812-3456-7890, atau (021) 555-1234 pes. 12.",
    en: "This is not a phone number of Indonesia. Examples: 0812-3456-7890, or (021) 555-1234 ext. 12.",
  },
  "landline.format": {
    id: "Nomor telepon kantor tidak sah. Tulis dengan kode wilayah, misalnya (021) 555-1234, dan pesawat berupa angka.",
    en: "This is not a landline number. Write it with its area code, for example (021) 555-1234, and the extension as digits.",
  },
  "region.province": {
    id: "Kode provinsi harus dua angka, misalnya 36.",
    en: "A province code has two digits, for example 36.",
  },
  "region.regency": {
    id: "Kode kabupaten/kota harus berbentuk 36.03 (kode Kemendagri).",
    en: "A regency code looks like 36.03 (Ministry of Home Affairs).",
  },
  "region.district": {
    id: "Kode kecamatan harus berbentuk 36.03.01 (kode Kemendagri).",
    en: "A district code looks like 36.03.01 (Ministry of Home Affairs).",
  },
  "region.village": {
    id: "Kode desa/kelurahan harus berbentuk 36.03.01.2001 (kode Kemendagri).",
    en: "A village code looks like 36.03.01.2001 (Ministry of Home Affairs).",
  },
  "region.format": {
    id: "Kode wilayah Kemendagri tidak sah. Contoh: 36, 36.03, 36.03.01, 36.03.01.2001.",
    en: "Not a region code of the Ministry of Home Affairs. Examples: 36, 36.03, 36.03.01, 36.03.01.2001.",
  },
  "region.unknown-province": { id: "Provinsi tidak dikenal.", en: "This province is not known." },
  "region.unknown-regency": { id: "Kabupaten/kota tidak dikenal.", en: "This regency is not known." },
  "region.village-elsewhere": {
    id: "Desa/kelurahan ini tidak berada di kabupaten/kota yang dipilih.",
    en: "This village does not lie in the regency given.",
  },
  "occupation.format": {
    id: "Kode jabatan KBJI 2014 harus berbentuk 7231.04.",
    en: "An occupation code (KBJI 2014) looks like 7231.04.",
  },
  "occupation.group": {
    id: "Kelompok jabatan KBJI 2014 harus empat angka, misalnya 7231.",
    en: "An occupation group (KBJI 2014) has four digits, for example 7231.",
  },
  "industry.scheme": {
    id: "Klasifikasi usaha harus KBLI2020 atau KBLI2025.",
    en: "The industry classification is KBLI2020 or KBLI2025.",
  },
  "industry.code": { id: "Kode KBLI harus terdiri dari lima angka.", en: "A KBLI code has five digits." },
  "competency-unit.format": {
    id: "Kode unit kompetensi tidak sah. Contoh: G.45OTO01.001.2, OTO.SM01.001.01 atau J.620100.004.02.",
    en: "Not a competency unit code. Examples: G.45OTO01.001.2, OTO.SM01.001.01 or J.620100.004.02.",
  },
  "certificate-number.format": {
    id: "Nomor sertifikat kompetensi harus berbentuk 45407 7231 2 0001234 2026.",
    en: "A competence certificate number looks like 45407 7231 2 0001234 2026.",
  },
  "certificate-registration.format": {
    id: "Nomor registrasi sertifikat harus berbentuk OTO.123.00045 2026.",
    en: "A certificate registration looks like OTO.123.00045 2026.",
  },
  "lsp-licence.format": {
    id: "Nomor lisensi LSP harus berbentuk BNSP-LSP-1234-ID.",
    en: "The licence of a certification body looks like BNSP-LSP-1234-ID.",
  },
  "postal-code.format": { id: "Kode pos harus terdiri dari lima angka.", en: "A postal code has five digits." },
  "rt-rw.format": {
    id: "RT/RW harus berupa angka, paling banyak tiga digit.",
    en: "RT and RW are numbers of at most three digits.",
  },
  "name.empty": { id: "Nama wajib diisi.", en: "A name is needed." },
  "name.length": { id: "Nama paling panjang 100 huruf.", en: "A name has at most 100 characters." },
  "name.characters": {
    id: "Nama mengandung tanda yang tidak boleh dipakai.",
    en: "The name holds characters that a name cannot have.",
  },
  "text.empty": { id: "Isian ini belum diisi.", en: "This is not filled in." },
  "text.long": { id: "Teks terlalu panjang.", en: "The text is too long." },
  "text.characters": {
    id: "Teks mengandung tanda yang tidak terlihat atau rusak. Ketik ulang bagian itu.",
    en: "The text holds invisible or broken characters. Type that part again.",
  },
  "text.nik": {
    id: "Isian ini memuat NIK. NIK hanya ditulis di isian NIK klien; di sana ia disegel dan tidak dibaca orang lain.",
    en: "This holds a NIK. A NIK belongs in the client's NIK field alone, where it is sealed and read by nobody else.",
  },
  "sex.format": { id: "Pilih laki-laki atau perempuan.", en: "Choose male or female." },
  "date.format": { id: "Bukan tanggal. Tulis seperti 2026-03-02.", en: "Not a date. Dates look like 2026-03-02." },
  "date.impossible": { id: "Tanggal ini tidak ada dalam kalender.", en: "There is no such day in the calendar." },
  "instant.format": {
    id: "Waktu tidak sah. Bentuknya 2026-03-02T02:00:00.000Z.",
    en: "Not a moment in time. It looks like 2026-03-02T02:00:00.000Z.",
  },
  "zone.format": { id: "Zona waktu harus WIB, WITA atau WIT.", en: "A time zone is WIB, WITA or WIT." },
  "money.format": {
    id: "Isi dalam rupiah dengan angka saja, tanpa titik.",
    en: "Give the amount in rupiah, in digits alone.",
  },
  "education.format": { id: "Jenjang pendidikan tidak dikenal.", en: "This level of education is not known." },

  // The value is kept, and a person should look at it.
  "nik.unknown-region": {
    id: "Kode wilayah pada NIK tidak ada dalam daftar sekarang. NIK tetap memakai kode wilayah pertamanya.",
    en: "The region of the NIK is not in today's list. A NIK keeps the code of its first region for good.",
  },
  "nik.birth-date-differs": {
    id: "Tanggal lahir pada NIK berbeda dari yang diisi. Periksa KTP; bila NIK salah ketik, perbaiki lewat Ubah: Identitas. Bila di KTP memang begitu, biarkan: NIK berlaku seumur hidup, juga bila tanggal di dalamnya keliru.",
    en: "The birth date in the NIK differs from the one given. Look at the identity card; where the NIK was mistyped, mend it by Change: Identity. Where the card says so too, leave it: a NIK is kept for life, even where the date in it is wrong.",
  },
  "nik.sex-differs": {
    id: "Jenis kelamin pada NIK berbeda dari yang diisi.",
    en: "The sex in the NIK differs from the one given.",
  },
  "npwp.not-a-nik": {
    id: "NPWP orang pribadi sama dengan NIK, tetapi angka ini bukan NIK yang sah.",
    en: "The NPWP of a person is the NIK, but this number is not a valid NIK.",
  },
  "nip.appointment-age": {
    id: "Menurut NIP, pegawai diangkat sebelum berumur 17 tahun. Periksa kembali.",
    en: "By this NIP the official was appointed before the age of 17. Please check.",
  },
  "nip.birth-date-differs": {
    id: "Tanggal lahir pada NIP berbeda dari yang diisi.",
    en: "The birth date in the NIP differs from the one given.",
  },
  "nip.sex-differs": {
    id: "Jenis kelamin pada NIP berbeda dari yang diisi.",
    en: "The sex in the NIP differs from the one given.",
  },
  "certificate-number.level": {
    id: "Jenjang KKNI pada nomor sertifikat seharusnya 1 sampai 9.",
    en: "The KKNI level in the certificate number should be 1 to 9.",
  },
  "certificate-number.year": {
    id: "Tahun pada nomor sertifikat tidak masuk akal.",
    en: "The year in the certificate number is not plausible.",
  },
  "certificate-registration.year": {
    id: "Tahun pada nomor registrasi tidak masuk akal.",
    en: "The year in the registration is not plausible.",
  },
};
