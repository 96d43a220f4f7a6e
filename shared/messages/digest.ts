/** The morning's digest: what waits for a member of staff, by deadline. No names: that somebody is a client is personal data. */
import { formatDate } from "../domain/calendar/format.ts";
import type { LocalDate } from "../domain/calendar/local-date.ts";
import type { RunOutKind } from "../domain/record/run-out.ts";
import { htmlMail } from "./html-mail.ts";
import { signature } from "./mail.ts";
import { reasonsInIndonesian } from "./reasons-id.ts";

export type DigestItem = {
  /** The candidate's short number, by which the console and the office find the client. */
  readonly candidate: string;
  /** What the receiver is asked to do. */
  readonly asked: string;
  /** Why somebody has to decide about it, where it says so. */
  readonly reason?: string | undefined;
  /** The last day on which it is in time, written out; undefined where nothing expires. */
  readonly lastDay: string | undefined;
  /** Whether its last day is over or is today; undefined where it is later, or nothing expires. */
  readonly due?: "LATE" | "TODAY" | undefined;
  /** The person to reach at which employer about which vacancy, with every number; undefined where nobody there has to be. */
  readonly reach: string | undefined;
  /** Its address in the console, where the client's name and number stand, too. */
  readonly room: string;
  /** Whose work it is, where it is not the receiver's own. */
  readonly officer?: string | undefined;
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

/** Work that somebody else had until now: one client by their candidate's number, or all of a colleague's. */
export type HandedOver = { readonly candidate?: string | undefined; readonly from: string; readonly room: string };

const handedOverLine = ({ candidate, from }: HandedOver): string =>
  candidate === undefined ? `Semua klien dan pekerjaan ${from}` : `${candidate}, sebelumnya pada ${from}`;

/** At most so many lines: nobody reads on, and the rest stands in the inbox. */
export const mostLines = 30;

/**
 * @param more whether more waits than is named
 * @param runningOut what runs out soon
 * @param handedOver what is the receiver's from now on
 */
export function renderDigest(
  items: readonly DigestItem[],
  more: boolean,
  runningOut: readonly RunOutItem[] = [],
  handedOver: readonly HandedOver[] = [],
) {
  const dueOf = (due: DigestItem["due"]): number => items.filter((item) => item.due === due).length;
  const counts = [
    ...(items.length > 0 ? [`${items.length}${more ? " lebih" : ""} menunggu Anda`] : []),
    ...(dueOf("LATE") > 0 ? [`${dueOf("LATE")} lewat tenggat`] : []),
    ...(dueOf("TODAY") > 0 ? [`${dueOf("TODAY")} jatuh tempo hari ini`] : []),
    ...(handedOver.length > 0 ? [`${handedOver.length} diserahkan kepada Anda`] : []),
    ...(runningOut.length > 0 ? [`${runningOut.length} segera berakhir`] : []),
  ];
  const subject = `Hari ini: ${counts.join(", ")}`;
  const lines = items.map(({ candidate, asked, reason, lastDay, due, reach, officer, room }) => {
    const day = lastDay === undefined ? "" : `${due ? dueWords[due] : ""}${lastDay}: `;
    const whose = officer === undefined ? "" : ` (pekerjaan ${officer})`;
    const text = `${day}${candidate}${whose}, ${asked}${because(reason)}${reach === undefined ? "" : `: ${reach}`}`;
    return { text, link: room };
  });
  const endings = runningOut.map((item) => ({ text: runOutLines[item.kind](item, formatDate(item.lastDay)) }));
  const handed = handedOver.map((item) => ({ text: handedOverLine(item), link: item.room }));
  const sections = [
    { opening: "Yang menunggu Anda, menurut tenggat:", list: lines, rest: more ? ["Selebihnya ada di kotak kerja."] : [] },
    { opening: "Yang diserahkan kepada Anda:", list: handed, rest: [] },
    { opening: "Yang segera berakhir:", list: endings, rest: [] },
  ].filter(({ list }) => list.length > 0);
  return {
    subject,
    text: [...sections.flatMap(({ opening, list, rest }) => [opening, ...list.flatMap(inText), ...rest]), signature].join("\n"),
    html: htmlMail({
      language: "id",
      subject,
      blocks: sections.flatMap(({ opening, list, rest }) => [opening, { list }, ...rest]),
      signature,
    }),
  };
}

/** A line, and below it where it leads. */
const inText = ({ text, link }: { readonly text: string; readonly link?: string }): readonly string[] =>
  link === undefined ? [text] : [text, link];

/** `, karena semua pemberi kerja sudah ditanya`. */
const because = (reason: string | undefined): string => {
  const reasons: Readonly<Record<string, string>> = reasonsInIndonesian;
  const words = reason === undefined ? undefined : reasons[reason];
  return words ? `, karena ${lowered(words)}` : "";
};

const lowered = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
