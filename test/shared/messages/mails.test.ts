/** What every mail may say, and that its HTML says what its text says. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { renderDigest } from "../../../shared/messages/digest.ts";
import { escapeHtml } from "../../../shared/messages/html-mail.ts";
import { isMailName, type MailFacts, mails, renderMail } from "../../../shared/messages/mails.ts";

const root = join(import.meta.dirname, "../../..");

const facts: MailFacts = {
  candidate: "K-AB12C",
  vacancy: "Montir khusus klien Bapas\r\nBcc: jahat@contoh.example",
  employer: "Bengkel <Lapas> & Rekan",
  deadline: "Senin, 2 Maret 2026",
  link: "https://titian.example/link#li_x.secret",
  day: 30,
  contact: "Bu Contoh, 0812-3456-7890",
  officer: "Petugas Bapas Contoh",
  interview: {
    when: "Rabu, 4 Maret 2026 pukul 10.00 WIB",
    place: "Lapas",
    number: "0812",
    askFor: "Bapas",
    proposed: "",
    because: "lowongannya sudah ditutup",
  },
  about: [],
};

/** What Outlook, readers in the dark and readers by ear need; and nothing that runs, is fetched, or is no table. */
function expectReadable(html: string, language: string): void {
  expect(html.match(new RegExp(` lang="${language}"`, "g"))).toHaveLength(2);
  expect(html).toMatch(/<meta name="color-scheme" content="light dark">.*<meta name="supported-color-schemes"/);
  expect(html).toMatch(/prefers-color-scheme:dark.*\[data-ogsc\]/);
  expect(html).toMatch(/mso-hide:all">[^<]+</);
  for (const [table] of html.matchAll(/<table [^>]*>/g)) expect(table).toContain('role="presentation"');
  expect(html).not.toMatch(/<script|<img|<link|<form|<svg|@import|url\(|display:\s*(?:flex|grid)|\son\w+=/i);
}

describe.each(Object.keys(mails).filter(isMailName))("the mail %s", (name) => {
  it.each(["id", "en"] as const)("in %s has a subject in which nothing stands that anybody typed", (language) => {
    const { subject } = renderMail(name, facts, language);
    const interview = { when: "", place: "-", number: "", askFor: "-", proposed: "", because: "" };
    const none = { ...facts, vacancy: "-", employer: "-", deadline: "-", link: "", officer: "", interview };
    const other = renderMail(name, none, language);
    expect(subject).toBe(other.subject);
    expect(subject).not.toMatch(/bapas|lapas|\p{C}/iu);
  });

  it.each(["id", "en"] as const)(
    "in %s has an HTML part that says what its text says, and leads nowhere but by its link",
    (language) => {
      const asker = { name: "Sari <b>", number: "0812-0000-0000", readsReplies: true };
      const { subject, text, html } = renderMail(name, { ...facts, asker }, language);
      for (const line of [subject, ...text.split("\n\n")]) expect(html).toContain(`>${escapeHtml(line)}<`);
      const isLinked = text.includes(facts.link);
      expect(html.match(/<a /g)?.length ?? 0).toBe(isLinked ? 1 : 0);
      expect(html.match(/href="([^"]*)"/)?.[1]).toBe(isLinked ? facts.link : undefined);
      expectReadable(html, language);
      expect(html.replaceAll(facts.link, "")).not.toContain("http");
    },
  );
});

it("the mails to employers name the candidate's number, so that two of a kind can be told apart", () => {
  const toEmployers = [
    "candidateProposed",
    "candidateReminder",
    "interviewNoted",
    "interviewAgreed",
    "interviewReminder",
    "interviewCalledOff",
    "confirmStart",
    "proposalWithdrawn",
    "seatTaken",
  ] as const;
  for (const name of toEmployers)
    for (const language of ["id", "en"] as const) expect(renderMail(name, facts, language).subject).toContain("K-AB12C");
});

it("the digest's HTML holds each of its lines", () => {
  const room = "https://titian.example/konsol/penempatan/pl_X";
  const item = { asked: "pilih dan setujui usulan", lastDay: "Senin, 2 Maret 2026", room };
  const items = [
    { ...item, candidate: "K-AB12C", reach: undefined },
    { ...item, candidate: "K-XY12C", reach: "Bu <Contoh>, 0812-3456-7890" },
  ];
  const handedOver = [{ from: "Sari & Co", room }];
  const { text, html } = renderDigest(items, true, [], handedOver);
  for (const line of text.split("\n").filter((line) => line !== room)) expect(html).toContain(`>${escapeHtml(line)}<`);
  expectReadable(html, "id");
  expect(text.split(room)).toHaveLength(4);
  expect(html.match(/href="[^"]*"/g)).toEqual([`href="${room}"`, `href="${room}"`, `href="${room}"`]);
});

describe("the words that people read", () => {
  const files = globSync("{shared/messages,web/link}/*.ts", { cwd: root }).map((file) => readFileSync(join(root, file), "utf8"));
  const written = files.join("\n").match(/"[^"\n]*"|`[^`]*`/g) ?? [];

  it("say email and keahlian, and nothing else for them", () => {
    expect(written.length).toBeGreaterThan(500);
    expect(written.filter((text) => /\bsurel\b|\be-mail\b|\bketerampilan/i.test(text))).toEqual([]);
    expect(written.filter((text) => / mails? /.test(text) && !text.includes("${"))).toEqual([]);
  });

  it("ask an employer whether they would interview, and thank where a vacancy is filled", () => {
    expect(renderMail("candidateProposed", facts).text).toContain("menanyakan apakah Anda bersedia mewawancarainya");
    expect(renderMail("seatTaken", facts).text).toMatch(/^Lowongan ini sudah terisi\. Terima kasih\.$/m);
  });

  it("tell the supervisor which it is: work, pay or safety", () => {
    expect(renderMail("newsConcern", { ...facts, about: ["PAY"] }).text).toContain(": upah tidak sesuai kesepakatan. Mohon");
    expect(renderMail("newsConcern", { ...facts, about: ["JOB", "PAY", "SAFETY"] }).text).toContain(
      "pekerjaan berakhir, upah tidak sesuai kesepakatan dan merasa tidak aman",
    );
    expect(renderMail("newsConcern", facts).text).toContain("pekerjaan berakhir, upah tidak sesuai kesepakatan atau merasa");
  });

  it("tell in the digest why a decision is due", () => {
    const item = { asked: "putuskan langkah berikutnya", reason: "EMPLOYERS_EXHAUSTED", lastDay: undefined, reach: undefined };
    expect(renderDigest([{ ...item, candidate: "K-AB12C", room: "-" }], false).text).toContain(
      "K-AB12C, putuskan langkah berikutnya, karena semua pemberi kerja sudah ditanya",
    );
  });
});
