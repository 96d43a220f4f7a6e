/** The weekly report as a mail with a CSV: figures of the office, no names. */
import { formatDate } from "../../domain/calendar/format.ts";
import { addCalendarDays } from "../../domain/calendar/local-date.ts";
import type { Office } from "../../domain/offices/office.ts";
import { escapeHtml } from "../../messages/mails.ts";
import type { WeeklyFigures } from "./figures.ts";

const labels = {
  started: "Dimulai",
  certified: "Bersertifikat",
  shortlisted: "Daftar pendek disetujui",
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
  const text = [
    `Laporan mingguan ${office.name}`,
    span,
    "",
    ...rows.map(([, label, value]) => `${label}: ${value}`),
    "",
    "Titian Kerja",
  ].join("\n");
  const table = rows
    .map(
      ([, label, value]) => `<tr><td style="padding:4px 16px 4px 0">${label}</td><td style="text-align:right">${value}</td></tr>`,
    )
    .join("");
  const html = `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>Laporan mingguan</title></head><body style="font-family:system-ui,sans-serif"><h1 style="font-size:1.2rem">Laporan mingguan ${escapeHtml(office.name)}</h1><p>${span}</p><table>${table}</table><p>Titian Kerja</p></body></html>`;
  const csv = ["kode;keterangan;nilai", ...rows.map(([key, label, value]) => `${key};${label};${value}`)].join("\r\n");
  return {
    subject: `Laporan mingguan ${span}`,
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
