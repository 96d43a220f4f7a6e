/** The morning's digest: what waits for a member of staff, by deadline. No names: that somebody is a client is personal data. */
import { htmlMail } from "./html-mail.ts";
import { signature } from "./mail.ts";
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
  const opening = "Yang menunggu Anda, menurut tenggat:";
  const rest = more ? ["Selebihnya ada di kotak kerja."] : [];
  return {
    subject,
    text: [opening, ...lines, ...rest, signature].join("\n"),
    html: htmlMail({ language: "id", subject, blocks: [opening, { list: lines }, ...rest], signature }),
  };
}

const lowered = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
