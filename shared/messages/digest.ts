/** The morning's digest: what waits for a member of staff, by deadline. No names: that somebody is a client is personal data. */
import { formatDate } from "../domain/calendar/format.ts";
import type { LocalDate } from "../domain/calendar/local-date.ts";
import type { RunOutKind } from "../domain/record/run-out.ts";
import { htmlMail } from "./html-mail.ts";
import { signature } from "./mail.ts";
import { statusTasks, statusWords } from "./status-words.ts";

export type DigestItem = {
  /** The candidate's short number, by which the console and the office find the client. */
  readonly candidate: string;
  readonly status: string;
  /** Why somebody has to decide about it, where it says so. */
  readonly reason?: string | undefined;
  /** The last day on which it is in time, written out; undefined where nothing expires. */
  readonly lastDay: string | undefined;
  /** Whether its last day is over or is today; undefined where it is later, or nothing expires. */
  readonly due?: "LATE" | "TODAY" | undefined;
  /** Whom to call for it, at which employer and about which vacancy, with every number; undefined where nobody has to be called. */
  readonly call: string | undefined;
  /** Whose work it is, where it is not the receiver's own. */
  readonly officer?: string | undefined;
  readonly unverified: boolean;
};

const dueWords = { LATE: "LEWAT TENGGAT ", TODAY: "HARI INI " } as const;

/** Something that runs out: an agreement by its number with its employer, a certificate by its scheme with its candidate, a vacancy. */
export type RunOutItem = {
  readonly kind: RunOutKind;
  readonly title: string;
  readonly of: string;
  readonly lastDay: LocalDate;
};

/** At most so many that run out are told on one morning, the earliest first; the others on the next. */
export const mostRunningOut = 20;

const runOutLines: Readonly<Record<RunOutKind, (item: RunOutItem, day: string) => string>> = {
  AGREEMENT: ({ title, of }, day) => `Perjanjian ${title} dengan ${of} berlaku sampai ${day}`,
  CERTIFICATE: ({ title, of }, day) => `Sertifikat ${of}, ${title}, berlaku sampai ${day}`,
  VACANCY: ({ title, of }, day) => `Lowongan ${title}, ${of}, dibuka sampai ${day}`,
};

/** At most so many lines: nobody reads on, and the rest stands in the inbox. */
export const mostLines = 30;

/**
 * @param more whether more waits than is named
 * @param runningOut what runs out soon
 */
export function renderDigest(items: readonly DigestItem[], more: boolean, runningOut: readonly RunOutItem[] = []) {
  const dueOf = (due: DigestItem["due"]): number => items.filter((item) => item.due === due).length;
  const counts = [
    ...(items.length > 0 ? [`${items.length}${more ? " lebih" : ""} menunggu Anda`] : []),
    ...(dueOf("LATE") > 0 ? [`${dueOf("LATE")} lewat tenggat`] : []),
    ...(dueOf("TODAY") > 0 ? [`${dueOf("TODAY")} jatuh tempo hari ini`] : []),
    ...(runningOut.length > 0 ? [`${runningOut.length} segera berakhir`] : []),
  ];
  const subject = `Hari ini: ${counts.join(", ")}`;
  const lines = items.map(({ candidate, status, reason, lastDay, due, call, unverified, officer }) => {
    const asked = unverified
      ? "belum diverifikasi: dicatat seorang diri, perlu orang kedua"
      : `${statusTasks[status] ?? lowered(statusWords[status]?.id ?? status)}${because(reason)}`;
    const day = lastDay === undefined ? "" : `${due ? dueWords[due] : ""}${lastDay}: `;
    const whose = officer === undefined ? "" : ` (pekerjaan ${officer})`;
    return `${day}${candidate}${whose}, ${call === undefined ? asked : `perlu ditelepon: ${call}`}`;
  });
  const endings = runningOut.map((item) => runOutLines[item.kind](item, formatDate(item.lastDay)));
  const sections = [
    { opening: "Yang menunggu Anda, menurut tenggat:", list: lines, rest: more ? ["Selebihnya ada di kotak kerja."] : [] },
    { opening: "Yang segera berakhir:", list: endings, rest: [] },
  ].filter(({ list }) => list.length > 0);
  return {
    subject,
    text: [...sections.flatMap(({ opening, list, rest }) => [opening, ...list, ...rest]), signature].join("\n"),
    html: htmlMail({
      language: "id",
      subject,
      blocks: sections.flatMap(({ opening, list, rest }) => [opening, { list }, ...rest]),
      signature,
    }),
  };
}

/** `, karena semua pemberi kerja sudah ditanya`. */
const because = (reason: string | undefined): string => {
  const words = reason === undefined ? undefined : statusWords[reason]?.id;
  return words ? `, karena ${lowered(words)}` : "";
};

const lowered = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
