/** What each detail of a refusal or a warning says: blockers, gates, fields, what was not found. */
import { idPrefixes } from "../domain/identifiers/ids.ts";
import { blockWords } from "./act-words.ts";
import { identifierWords } from "./identifier-words.ts";
import { statusWords } from "./status-words.ts";
import type { Text } from "./text.ts";

export const details: Readonly<Record<string, Text>> = {
  ...identifierWords,
  ...statusWords,
  ...blockWords,
  ...Object.fromEntries(
    Object.entries(idPrefixes).map(([kind, prefix]) => [
      `id.${kind}`,
      {
        id: `Nomor ini tidak berbentuk ${prefix}_ dan 26 huruf atau angka`,
        en: `Not an id: ${prefix}_ and 26 letters or digits`,
      },
    ]),
  ),
  // Offices are known by a short name.
  "id.office": {
    id: "Nama kantor terdiri dari huruf kecil, angka dan garis",
    en: "An office's name has small letters, digits, dashes",
  },
  // What was not found.
  statusDocument: { id: "Dokumen status", en: "The status document" },
  staff: { id: "Petugas", en: "A person of the office" },
  agreement: { id: "Perjanjian", en: "Agreement" },
  certificate: { id: "Sertifikat", en: "Certificate" },
  client: { id: "Klien", en: "Client" },
  employer: { id: "Pemberi kerja", en: "Employer" },
  organisation: { id: "Lembaga", en: "Organisation" },
  batch: { id: "Angkatan pelatihan", en: "Batch of a training" },
  followUp: { id: "Kabar kerja", en: "Follow-up" },
  office: { id: "Kantor", en: "Office" },
  placement: { id: "Penempatan", en: "Placement" },
  process: { id: "Proses", en: "Process" },
  vacancy: { id: "Lowongan", en: "Vacancy" },
  wait: { id: "Pertanyaan", en: "Question" },
  NO_CALL_NEEDED: {
    id: "Tidak ada pertanyaan yang harus disampaikan lewat telepon",
    en: "There is no question that has to be put by phone",
  },
  QUESTION_OPENED: { id: "Pertanyaan ini baru diajukan pada waktu itu", en: "The question was only put at that time" },
  ANSWER_BY_LINK: {
    id: "Pemberi kerja sudah menjawab lewat tautan pada waktu itu; jawaban yang terakhir yang berlaku",
    en: "The employer answered by the link at that time; the answer given last counts",
  },
  SAID_NO: {
    id: "Pemberi kerja menyatakan belum cocok pada waktu itu; jawaban yang terakhir yang berlaku",
    en: "The employer said no at that time; the answer given last counts",
  },
  EARLIEST: { id: "Jawaban dicatat paling lambat 10 hari kerja", en: "An answer is recorded within 10 working days" },
  EMPLOYER: { id: "Pemberi kerja yang dimaksud", en: "The employer that is meant" },
  VACANCY: { id: "Lowongan yang dimaksud", en: "The vacancy that is meant" },
  ASKED: {
    id: "Lowongan yang sedang ditanyakan; sebutkan bila hendak dilepas",
    en: "The vacancy that is being asked about; name it to let it go",
  },
  WAIT_NO: { id: "Nomor pertanyaan yang sekarang terbuka", en: "The number of the question that is open now" },
  WORD_BEFORE_START: {
    id: "Tidak ada yang dapat memastikannya sebelum hari pertama bekerja",
    en: "Nobody can have said so before the first day of work",
  },
  NO_SEAT: { id: "Kuota lowongan ini sudah terisi", en: "The seats of this vacancy are taken" },
  NAMED_TWICE: { id: "Lowongan ini disebut dua kali", en: "This vacancy is named twice" },
  MORE_THAN_MAY_BE_ASKED: {
    id: "Lebih banyak pemberi kerja daripada yang masih boleh ditanya dalam penempatan ini",
    en: "More employers than may still be asked in this attempt",
  },
  NOT_PROPOSED: { id: "Lowongan ini tidak diusulkan", en: "This vacancy was not proposed" },
  MISSING: { id: "Jawaban untuk lowongan ini belum ada", en: "The answer to this vacancy is missing" },
  NEXT_DAY: { id: "Kabar yang ditunggu adalah untuk hari lain", en: "The news that is awaited is of another day" },
  EMPLOYER_UNKNOWN: { id: "Pemberi kerja tidak ditemukan", en: "The employer was not found" },
  WORK_ENDED: { id: "Sebutkan alasan pekerjaan berakhir", en: "Say why the work has ended" },
  "agreement.isSigned": {
    id: "Perjanjian sudah ditandatangani; akhiri bila tidak berlaku lagi",
    en: "The agreement is signed; terminate it where it no longer holds",
  },
  "certificate.verified": {
    id: "Sertifikat sudah diverifikasi: hanya keahlian dan unit kompetensinya yang masih dapat diubah",
    en: "The certificate is verified: only its skills and units of competency can still be changed",
  },
  "certificate.proposed": {
    id: "Klien sedang diusulkan dengan sertifikat ini; ubah setelah usulan itu selesai, atau tarik usulannya lebih dulu",
    en: "The client is being proposed with this certificate; change it once that has ended, or withdraw the proposal first",
  },
  "agreement.signedOn": { id: "Tanggal penandatanganan belum disebutkan", en: "The day of signing is not named" },
  "client.twin": {
    id: "Mungkin orang yang sama sudah terdaftar: nama dan tanggal lahirnya, atau nomor registernya, sama atau hampir sama",
    en: "Likely the same person is registered already: name and birth date, or the register number, are the same or nearly so",
  },
  "employer.twin": {
    id: "Mungkin pemberi kerja yang sama sudah tercatat: NPWP, NIB, atau nama dan kabupatennya sama atau hampir sama",
    en: "Likely the same employer is recorded already: its NPWP, NIB, or name and regency are the same or nearly so",
  },
  "training.over": { id: "Angkatan ini sudah selesai atau dibatalkan", en: "This batch is over, or was called off" },
  "training.not-begun": { id: "Pelatihan ini belum dimulai", en: "This training has not begun" },
  "training.no-participant": { id: "Bukan peserta angkatan ini", en: "No participant of this batch" },
  "training.elsewhere": {
    id: "Sudah punya kuota di angkatan lain pada hari yang sama",
    en: "Has a seat in another batch on the same days already",
  },
  "training.seats-taken": { id: "Sudah terisi {value} kuota", en: "{value} seats are taken" },
  "training.no-day": { id: "Bukan hari pelatihan ini", en: "No day of this training" },
  "training.twice": { id: "Peserta ini tercantum dua kali", en: "This participant is listed twice" },
  "training.not-completed": {
    id: "Hanya yang menyelesaikan pelatihan mendapat sertifikat",
    en: "Only who completed the training gets a certificate",
  },
  "training.number-twice": { id: "Nomor ini tercantum dua kali", en: "This number is listed twice" },
  "training.number-taken": { id: "Nomor ini sudah tercatat", en: "This number is recorded already" },
  "organisation.twin": {
    id: "Mungkin lembaga yang sama sudah tercatat: jenis, wilayah dan namanya sama, atau lisensinya",
    en: "Likely the same organisation is recorded already: its kind, region and name are the same, or its licence",
  },
  "organisation.not-of-kind": { id: "Lembaga jenis ini tidak memilikinya", en: "An organisation of this kind has none" },
  "organisation.office-taken": { id: "Lembaga lain sudah menjadi kantor ini", en: "Another organisation is this office" },
  "organisation.inactive": { id: "Lembaga ini tidak aktif lagi", en: "This organisation is no longer active" },
  "agreement.number": { id: "Nomor perjanjian belum disebutkan", en: "The number of the agreement is not named" },
  "agreement.parties": { id: "Sebutkan sekurangnya dua pihak", en: "Name two parties at least" },
  "agreement.partiesSigned": {
    id: "Perjanjian sudah ditandatangani: para pihaknya tetap",
    en: "The agreement is signed: its parties stay",
  },
  "agreement.followed": { id: "Perjanjian ini sudah diperpanjang", en: "This agreement has been renewed already" },
  "employer.known": { id: "Pemberi kerja ini sudah tercatat", en: "This employer is recorded already" },
  "vacancy.expired": { id: "Masa berlaku lowongan sudah lewat", en: "The vacancy is no longer valid" },
  "email.format": { id: "Alamat email tidak sah", en: "Not an email address" },
  "reply-to.names-office": {
    id: "Alamat balasan dibaca pemberi kerja; pakai alamat yang tidak menyebut Bapas atau Lapas",
    en: "Employers read the reply address; use one that names neither probation nor prison",
  },
  "contact.unreachable": {
    id: "Kontak ini bukan dari pemberi kerja ini, atau tidak punya alamat email yang sampai",
    en: "This contact is not of this employer, or has no address that an email reaches",
  },
  "link.code": {
    id: "Kode terdiri dari 12 huruf dan angka; ketik seperti di email",
    en: "The code has 12 letters and digits; type it as it stands in the email",
  },
  "link.code-unknown": {
    id: "Kode ini tidak kami kenal; periksa lagi di email terbaru yang Anda terima",
    en: "This code is not known; look again at the newest email that you received",
  },
  "colleague.way": {
    id: "Isi alamat email atau nomor telepon rekan Anda",
    en: "Give your colleague's email address or phone number",
  },
  "link.secret": { id: "Tautan tidak lengkap; buka lagi dari email", en: "The link is not whole; open it from the email again" },
  WAGE_BELOW_MINIMUM: { id: "Upah di bawah upah minimum", en: "The wage is below the minimum wage" },
  WAGE_MISSING: {
    id: "Upah belum disebutkan; sertakan upah yang disepakati saat menyetujui",
    en: "No wage is named; give the agreed wage with the approval",
  },
  OCCUPATION_BARRED: {
    id: "Ketentuan klien melarang jenis pekerjaan ini",
    en: "The client's own conditions bar this occupation",
  },
  OCCUPATION_UNKNOWN: {
    id: "Jenis pekerjaan tidak disebutkan, sedangkan ada yang dilarang bagi klien; periksa, lalu nyatakan saat menyetujui",
    en: "The occupation is not named, and some are barred for the client; look at it, and say so with the approval",
  },
  NOT_CHOSEN: { id: "Lowongan ini tidak ada dalam urutan", en: "This vacancy is not in the order" },
  "wage.slip": {
    id: "Besar upah tampak keliru seratus kali; perbaiki, atau tegaskan bahwa memang demikian",
    en: "The amount looks wrong by a hundred; correct it, or confirm that it is meant",
  },
  OUTSIDE_WORK_NOT_YET: {
    id: "Bekerja di luar belum diizinkan pada tanggal itu",
    en: "Outside work is not yet permitted on that day",
  },
  REPORT_DAY_TAKEN: { id: "Jam kerja tidak menyisakan hari lapor", en: "The shifts do not leave the report day free" },
  NO_LONGER_FITS: {
    id: "Tidak cocok lagi: data klien atau lowongan berubah sejak diusulkan",
    en: "No longer fits: the client's record or the vacancy's has changed since the ranking",
  },
  AGREEMENT_MISSING: {
    id: "Tidak ada perjanjian yang berlaku dengan pemberi kerja",
    en: "No agreement with the employer is in force",
  },
  VACANCY_CLOSED: { id: "Lowongan sudah ditutup", en: "The vacancy is closed" },
  VACANCY_EXPIRED: { id: "Masa berlaku lowongan sudah lewat", en: "The vacancy is no longer valid" },
  EMPLOYER_OPTED_OUT: { id: "Pemberi kerja tidak menerima usulan", en: "The employer wants no proposals" },
  ORDER_DIFFERS: { id: "Urutan berbeda dari usulan", en: "The order differs from the proposed one" },
  START_TOO_EARLY: {
    id: "Tanggal mulai sebelum penempatan ini dimulai",
    en: "The start lies before this placement was begun",
  },
  "region.notWider": { id: "Wilayah ini tidak lebih luas", en: "This region is not a wider one" },
  START_IN_FUTURE: { id: "Tanggal mulai di masa depan", en: "The start lies in the future" },
  "url.format": { id: "Alamat halaman tidak sah", en: "Not the address of a page" },
  "receipt.future": { id: "Waktu jawaban di masa depan", en: "The answer's time lies in the future" },
  "reporting.week": {
    id: "Sebutkan tanggal, atau minggu beserta harinya",
    en: "Name a day of the month, or a week with its day",
  },
  "reporting.from": {
    id: "Tanggal mulainya bukan hari lapor yang disebutkan",
    en: "The day from which fortnights are counted is not the report day that is named",
  },
  "lostWork.early": { id: "Hari terakhir sebelum hari pertama bekerja", en: "The last day lies before the first day of work" },
  "date.early": {
    id: "Tanggalnya terlalu jauh di masa lalu; periksa tahunnya",
    en: "The date lies too far in the past; look at its year",
  },
  "date.future": { id: "Tanggalnya belum tiba", en: "The date lies in the future" },
  "date.past": { id: "Tanggal sudah lewat", en: "The date has passed" },
  "date.stretch": {
    id: "Lebih dari setahun sekaligus; pilih hari-hari yang lebih sedikit",
    en: "More than a year at once; choose fewer days",
  },
  "date.order": { id: "Urutan tanggal terbalik", en: "The dates are in the wrong order" },
  "employer.same": { id: "Catatan ini sama", en: "It is the same record" },
  "employer.merged": { id: "Catatan ini sudah digabungkan ke catatan lain", en: "The record has become another one already" },
  "employer.npwp-differs": { id: "NPWP keduanya berbeda", en: "Their tax numbers differ" },
  "employer.nib-differs": { id: "NIB keduanya berbeda", en: "Their business numbers differ" },
  "employer.into-unverified": {
    id: "Yang tersisa belum diverifikasi: gabungkan sebaliknya, atau verifikasi dahulu",
    en: "The one that stays is not verified: merge the other way round, or verify it first",
  },
  "vacancy.twice": {
    id: "Lowongan yang sama terbuka dan sedang diusulkan pada keduanya: selesaikan salah satunya dahulu",
    en: "The same vacancy is open and proposed on both: settle one of them first",
  },
  "hours.order": { id: "Jam mulai harus sebelum jam akhir", en: "The first hour must be before the last one" },
  "cursor.invalid": { id: "Penanda halaman tidak sah", en: "The cursor is not valid" },
  "consent.recipient": {
    id: "Izin berbagi data menyebut satu pemberi kerja; izin lain tidak",
    en: "Consent to share names one employer; other consents name none",
  },
  "interview.time": {
    id: "Waktu wawancara harus di depan, pukul 07.00 sampai 18.00, usulan pemberi kerja paling lama 14 hari lagi",
    en: "An interview must lie ahead, between 07:00 and 18:00; employers propose within the next 14 days",
  },
  "interview.ahead": {
    id: "Waktu wawancaranya belum tiba: ketidakhadiran baru dapat dicatat sesudahnya",
    en: "The interview is still ahead: that somebody did not come is noted after its time",
  },
  INTERVIEW_MOVED: {
    id: "Wawancara ini sudah pernah dipindahkan oleh pihak ini",
    en: "This side has moved the interview before",
  },
  invalid_type: { id: "Isian kosong atau jenisnya salah", en: "The value is missing or of the wrong kind" },
  invalid_value: { id: "Nilai tidak termasuk pilihan", en: "The value is not one of the choices" },
  invalid_format: { id: "Bentuk isian salah", en: "The value has the wrong form" },
  invalid_union: { id: "Pilihan tidak dikenal", en: "The choice is not known" },
  unrecognized_keys: { id: "Ada isian yang tidak dikenal", en: "There are fields that are not known" },
  too_small: { id: "Nilai terlalu kecil atau terlalu sedikit", en: "Too small or too few" },
  too_big: { id: "Nilai terlalu besar atau terlalu banyak", en: "Too large or too many" },
  "json.large": { id: "Isi permintaan terlalu besar", en: "The body is too large" },
  "json.deep": { id: "Isi permintaan bersusun terlalu dalam", en: "The body is nested too deeply" },
  "text.encoding": { id: "Isi permintaan bukan UTF-8", en: "The body is not in UTF-8" },
  "json.invalid": { id: "Isi permintaan bukan JSON", en: "The body is not JSON" },
  "idempotency-key": {
    id: "Kunci 8–80 huruf, angka, titik, titik dua, garis",
    en: "A key of 8–80 letters, digits, dots, colons, dashes",
  },
  "staff.cannot-carry": {
    id: "Petugas ini tidak dapat menerima pekerjaan: bukan dari kantor ini, sudah tidak aktif, Pelatih, atau orang yang sama",
    en: "Work cannot be left with this member of staff: of another office, no longer active, a trainer, or the same person",
  },
  "cover.days": {
    id: "Hari terakhir lebih awal dari hari pertama, atau sudah lewat",
    en: "The last day is before the first one, or has passed",
  },
  "staff.login-twice": { id: "Akun ini disebut dua kali", en: "This login comes twice" },
  "seats.taken": {
    id: "Kuota tidak boleh lebih kecil dari yang sudah terisi",
    en: "There cannot be fewer seats than are taken",
  },
  "changes.none": { id: "Tidak ada yang diubah", en: "There is nothing to change" },
  "version.newer": {
    id: "Data ini sudah diubah; lihat versi terbarunya",
    en: "This has been changed meanwhile; look at the newer version",
  },
  "client.known": { id: "Klien ini sudah ada di kantor Anda", en: "This client is known in your office" },
  "client.elsewhere": {
    id: "Klien ini terdaftar di kantor lain. Mintalah perpindahannya; kantor itu yang memutuskan",
    en: "This client is registered with another office. Ask for the transfer; that office decides",
  },
  "employer.unverified": {
    id: "Pemberi kerja ini belum diverifikasi orang kedua: lowongannya belum terlihat oleh kantor lain",
    en: "No second person has verified this employer: other offices do not see its vacancies yet",
  },
  "vacancy.known": { id: "Lowongan ini sudah tercatat", en: "This vacancy is recorded already" },
  "text.corrections": {
    id: "Pemberi kerja membaca teks ini: jangan menyebut lapas, bapas, WBP atau sejenisnya",
    en: "Employers read this text: it must not name prisons, Bapas or the people under their care",
  },
  "description.corrections": {
    id: "Uraian menyebut pemasyarakatan. Jangan meneruskannya bersama seorang kandidat; minta uraian yang netral.",
    en: "The description names the correctional system. Do not pass it on beside a candidate; ask for a neutral one.",
  },
  "certificate.training": {
    id: "Sertifikat pelatihan tercatat, tetapi tidak membuka lowongan yang mensyaratkan sertifikat kompetensi: penempatan yang menunggu sertifikat tetap menunggu",
    en: "A training certificate is kept, but opens no vacancy that demands a competence certificate: a placement that waits for one goes on waiting",
  },
  "scheme.corrections": {
    id: "Nama skema menyebut pemasyarakatan; pemberi kerja tidak akan melihatnya. Periksa apakah skemanya memang bernama begitu.",
    en: "The scheme's name tells of the correctional system; employers will not see it. Look whether it is called that.",
  },
  "batch.format": {
    id: "Nama daftar atau kunci baris: huruf, angka, titik, titik dua, garis",
    en: "The name of a list or the key of a line: letters, digits, dots, colons, dashes",
  },
  "skill.unknown": { id: "Kode keahlian tidak dikenal", en: "The skill code is not known" },
};
