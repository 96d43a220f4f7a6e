/** The morning's digest: what waits for a member of staff, by deadline. No names: that somebody is a client is personal data. */
import { escapeHtml } from "./mails.ts";
import { statusWords } from "./status-words.ts";

export type DigestItem = {
  /** The candidate's short number, by which the console and the office find the client. */
  readonly candidate: string;
  readonly status: string;
  /** The last day on which it is in time, written out; undefined where nothing expires. */
  readonly lastDay: string | undefined;
  /** Whom to call for it, with every number that is known; undefined where nobody has to be called. */
  readonly call: string | undefined;
  readonly unverified: boolean;
};

/** At most so many lines: nobody reads on, and the rest stands in the inbox. */
export const mostLines = 30;

/** @param more whether more waits than is named */
export function renderDigest(items: readonly DigestItem[], more: boolean) {
  const subject = `Hari ini: ${items.length}${more ? " lebih" : ""} menunggu Anda`;
  const lines = items.map(({ candidate, status, lastDay, call, unverified }) => {
    const asked = unverified
      ? "belum diverifikasi: dicatat seorang diri, perlu orang kedua"
      : (statusWords[status]?.id ?? status);
    return `${lastDay === undefined ? "" : `${lastDay}: `}${candidate}, ${call === undefined ? lowered(asked) : `perlu ditelepon: ${call}`}`;
  });
  const said = [
    "Yang menunggu Anda, menurut tenggat:",
    ...lines,
    ...(more ? ["Selebihnya ada di kotak kerja."] : []),
    "Titian Kerja",
  ];
  const html = `<!doctype html><html lang="id"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${subject}</title></head><body style="font-family:system-ui,sans-serif;line-height:1.5"><p>${said[0]}</p><ol>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join("")}</ol>${said
    .slice(lines.length + 1)
    .map((line) => `<p>${line}</p>`)
    .join("")}</body></html>`;
  return { subject, text: said.join("\n"), html };
}

const lowered = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
