/** What further fields are called that histories name, and no request: what cannot be wrong in one needs no words there. */
import { fieldText } from "./field-words.ts";
import type { Text } from "./text.ts";

const further: Readonly<Record<string, Text>> = {
  otherContacts: { id: "kontak lain", en: "other contacts" },
  formerIds: { id: "catatan yang digabungkan", en: "the records that were merged" },
  formerContacts: { id: "kontak sebelumnya", en: "former contacts" },
  karirhubRef: { id: "nomor Karirhub", en: "Karirhub's number" },
  partTime: { id: "paruh waktu", en: "part time" },
  openToDisabled: { id: "terbuka bagi penyandang disabilitas", en: "open to people with disabilities" },
  description: { id: "uraian", en: "description" },
  jobFunction: { id: "fungsi jabatan", en: "job function" },
  sourceUrl: { id: "alamat asal", en: "address of the source" },
  recordCheck: { id: "pemeriksaan catatan", en: "record check" },
  flags: { id: "tanda", en: "flags" },
  notes: { id: "keterangan", en: "notes" },
  registration: { id: "nomor registrasi", en: "registration" },
  lspLicence: { id: "lisensi LSP", en: "licence of the certification body" },
  units: { id: "unit kompetensi", en: "units of competence" },
  kkniLevel: { id: "jenjang KKNI", en: "level of qualification" },
  result: { id: "hasil", en: "result" },
  agreementRequired: { id: "syarat perjanjian", en: "whether an agreement is required" },
  mailHours: { id: "jam surat", en: "hours of mails" },
  replyTo: { id: "alamat balasan", en: "reply address" },
  telephone: { id: "telepon kantor", en: "the office's number" },
  deadline: { id: "tenggat", en: "deadline" },
  "deadlines.certificate": { id: "tenggat sertifikat", en: "time for a certificate" },
  "deadlines.vacancy": { id: "tenggat lowongan", en: "time for a vacancy" },
  "deadlines.approval": { id: "tenggat persetujuan", en: "time to approve" },
  "deadlines.client": { id: "tenggat jawaban klien", en: "time for the client's answer" },
  "deadlines.clientWithoutPhone": { id: "tenggat klien tanpa telepon", en: "time for a client without a phone" },
  "deadlines.employer": { id: "tenggat jawaban pemberi kerja", en: "time for the employer's answer" },
  "deadlines.interview": { id: "tenggat hasil wawancara", en: "time for the result of an interview" },
  "deadlines.confirmation": { id: "tenggat konfirmasi mulai bekerja", en: "time to confirm the start" },
  "deadlines.review": { id: "tenggat keputusan", en: "time to decide" },
  "deadlines.followUp": { id: "tenggat kabar kerja", en: "time for news of the work" },
};

/** What a field of a record is called in a history. */
export const historyFieldText = (name: string): Text => further[name] ?? fieldText(name);
