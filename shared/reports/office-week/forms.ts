/** The weekly report as a mail with a CSV: figures of the office, no names. */
import { formatDate } from "../../domain/calendar/format.ts";
import { addCalendarDays } from "../../domain/calendar/local-date.ts";
import type { Office } from "../../domain/offices/office.ts";
import { htmlMail } from "../../messages/html-mail.ts";
import { signature } from "../../messages/mail.ts";
import type { WeeklyFigures } from "./figures.ts";

const labels = {
  started: "Dimulai",
  certified: "Bersertifikat",
  shortlisted: "Pilihan lowongan disetujui",
  answered: "Dijawab klien",
  placed: "Ditempatkan",
  placedUnverified: "Ditempatkan, belum diverifikasi",
  retained30: "Masih bekerja setelah 30 hari",
  retained90: "Masih bekerja setelah 90 hari",
  retained180: "Masih bekerja setelah 180 hari",
  open: "Sedang berjalan",
  medianDaysToPlacement: "Median hari dari mulai sampai ditempatkan",
} as const satisfies Record<keyof WeeklyFigures, string>;

export type RenderedReport = {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly { readonly fileName: string; readonly contentType: string; readonly content: string }[];
};

/** @param week the Monday with which the reported week began, such as 2026-03-02 */
export function renderWeeklyReport(office: Office, week: string, figures: WeeklyFigures): RenderedReport {
  const rows = Object.entries(labels).map(([key, label]) => [key, label, figureText(figures, key)] as const);
  const span = `${formatDate(week)} – ${formatDate(addCalendarDays(week, 6))}`;
  const subject = `Laporan mingguan ${span}`;
  const heading = `Laporan mingguan ${office.name}`;
  const figureRows = rows.map(([, label, value]) => [label, value] as const);
  const text = [heading, span, "", ...figureRows.map(([label, value]) => `${label}: ${value}`), "", signature].join("\n");
  const html = htmlMail({ language: "id", subject, blocks: [heading, span, { rows: figureRows }], signature });
  const csv = ["kode;keterangan;nilai", ...rows.map(([key, label, value]) => `${key};${label};${value}`)].join("\r\n");
  return {
    subject,
    text,
    html,
    attachments: [
      { fileName: `laporan-${office.id}-${week}.csv`, contentType: "text/csv; charset=utf-8", content: `\uFEFF${csv}\r\n` },
    ],
  };
}

function figureText(figures: WeeklyFigures, key: string): string {
  const value = Object.entries(figures).find(([name]) => name === key)?.[1] ?? 0;
  return value < 0 ? "-" : String(value);
}
