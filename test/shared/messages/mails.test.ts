/** What a mail's subject may say: fixed words, and the candidate's number or a day where mails must be told apart. */
import { describe, expect, it } from "vitest";
import { isMailName, type MailFacts, mails, renderMail } from "../../../shared/messages/mails.ts";

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
};

describe.each(Object.keys(mails).filter(isMailName))("the mail %s", (name) => {
  it.each(["id", "en"] as const)("in %s has a subject in which nothing stands that anybody typed", (language) => {
    const { subject } = renderMail(name, facts, language);
    const interview = { when: "", place: "-", number: "", askFor: "-", proposed: "", because: "" };
    const none = { ...facts, vacancy: "-", employer: "-", deadline: "-", link: "", officer: "", interview };
    const other = renderMail(name, none, language);
    expect(subject).toBe(other.subject);
    expect(subject).not.toMatch(/bapas|lapas|\p{C}/iu);
  });
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
