/** The mails that the demo sends, whatever happens on the way: receiver and subject, without the candidate's number. */
import { expect } from "vitest";
import type { SentMail } from "../../demo/run-demo.ts";

const [first, second] = ["bengkel-teladan@contoh.example", "rekrutmen@honda-wahana.example"];
const officer = "petugas@bapas.example";

const alongTheWay = [
  `${first} Kandidat untuk lowongan Anda: K-…`,
  `${first} Pengingat: kandidat K-…`,
  `${first} Pengingat: kandidat K-…`,
  `${second} Kandidat untuk lowongan Anda: K-…`,
  `${second} Wawancara: kandidat K-…`,
  `${officer} Wawancara: beri tahu klien`,
  `${second} Waktu wawancara: kandidat K-…`,
  `${officer} Wawancara: beri tahu klien`,
  `${second} Pengingat wawancara: kandidat K-…`,
  `${officer} Ingatkan klien: wawancara`,
  `${second} Sudah mulai bekerja? Kandidat K-…`,
  `${officer} Pemberi kerja menerima kandidat`,
];

/** The mails without repeats: one for each row of the outbox. */
export function distinctMails(sent: readonly SentMail[]): readonly SentMail[] {
  return [...new Map(sent.map((mail) => [`${mail.reference} ${mail.to}`, mail])).values()];
}

const isReport = (mail: SentMail): boolean => mail.subject.startsWith("Laporan mingguan");
/** What waits in the morning depends on the days on which the cloud was killed. */
const isDigest = (mail: SentMail): boolean => mail.subject.startsWith("Hari ini: ");

/** Every mail of the list was sent, nothing else was, and what was sent again said the same with the same link. */
export function expectMails(sent: readonly SentMail[], weeks: number, followUps: readonly number[]): void {
  const expected = [...alongTheWay, ...followUps.map((days) => `${second} Kabar kerja setelah ${days} hari`)];
  const distinct = distinctMails(sent);
  expect(
    distinct
      .filter((mail) => !isReport(mail) && !isDigest(mail))
      .map((mail) => `${mail.to} ${mail.subject.replace(/K-[0-9A-Z]{5}/, "K-…")}`)
      .sort(),
  ).toEqual(expected.sort());
  const reports = distinct.filter(isReport);
  expect(new Set(reports.map((mail) => mail.subject)).size).toBe(weeks);
  expect([reports.length, new Set(reports.map((mail) => mail.to))]).toEqual([weeks, new Set(["atasan@bapas.example"])]);
  for (const mail of sent)
    expect(distinct.find((item) => item.reference === mail.reference && item.to === mail.to)).toEqual(mail);
}
