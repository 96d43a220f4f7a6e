/** Nothing leaves staff without the name, the number and the reason of what is asked of them. */
import { expect, it } from "vitest";
import { agreementFields } from "../../../shared/domain/agreements/agreement.ts";
import { askOf } from "../../../shared/domain/asks.ts";
import { certificateFields } from "../../../shared/domain/certificates/certificate.ts";
import { clientFields } from "../../../shared/domain/clients/client.ts";
import { employerFields } from "../../../shared/domain/employers/employer.ts";
import { followUpStatuses, followUpStatusRows } from "../../../shared/domain/follow-ups/statuses.ts";
import { deadlineSettings } from "../../../shared/domain/offices/deadline-settings.ts";
import { officeFields } from "../../../shared/domain/offices/office.ts";
import { organisationFields } from "../../../shared/domain/organisations/organisation.ts";
import { placementStatuses, placementStatusRows } from "../../../shared/domain/placements/statuses.ts";
import { asksOfficer } from "../../../shared/domain/process/status.ts";
import { vacancyFields } from "../../../shared/domain/vacancies/vacancy.ts";
import { askText } from "../../../shared/messages/ask-words.ts";
import { historyFieldText } from "../../../shared/messages/history-field-words.ts";
import { interviewMailsToStaff } from "../../../shared/messages/interview-mails-to-staff.ts";
import { isMailName, type MailFacts, renderMail } from "../../../shared/messages/mails.ts";
import { mailsToStaff } from "../../../shared/messages/mails-to-staff.ts";
import { buildFollowUp, buildPlacement } from "../../builders/processes.ts";
import { startOfTest } from "../../builders/records.ts";

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

const toStaff = Object.keys({ ...mailsToStaff, ...interviewMailsToStaff }).filter(isMailName);

it.each(toStaff)(
  "the mail %s tells staff which candidate it is about, leads to where the client's name and number stand, and names whom to call",
  (name) => {
    const room = "https://titian.example/konsol/penempatan/pl_X";
    const { text, html } = renderMail(name, { ...facts, link: "", colleague: "Pak Lain", room });
    expect(text).toMatch(/(?:K-AB12C|candidate)/);
    expect(text).toContain(`\n\n${room}\n\n`);
    expect(html.match(/href="([^"]*)"/)?.[1]).toBe(room);
    if (text.includes(facts.employer)) expect(text).toContain("Bu Contoh, 0812-3456-7890");
  },
);

it.each(
  [...Object.entries(placementStatusRows), ...Object.entries(followUpStatusRows)].flatMap(([status, row]) =>
    asksOfficer(row) ? [status] : [],
  ),
)("the status %s says what is asked of the officer, in both languages", (status) => {
  const now = startOfTest;
  const found = placementStatuses.find((one) => one === status);
  const ofFollowUp = followUpStatuses.find((one) => one === status);
  const process = found ? buildPlacement(found) : buildFollowUp({ status: ofFollowUp });
  const ask = askOf(process, now);
  expect(ask).toBeDefined();
  const { id, en } = askText(ask ?? "DECIDE", "Rabu pukul 10.00 WIB");
  expect([id, en].join(" ")).not.toContain("{");
});

it("the fields of every record have words", () => {
  const changeable = [
    clientFields,
    employerFields,
    organisationFields,
    vacancyFields,
    agreementFields,
    certificateFields,
    officeFields,
  ].flatMap((fields) => Object.entries(fields).flatMap(([name, field]) => ("taken" in field || "later" in field ? [name] : [])));
  const named = [
    ...changeable,
    ...Object.keys(deadlineSettings.shape).map((name) => `deadlines.${name}`),
    "officerId",
    "deadline",
  ];
  // Without words a name stands for itself; `status` is the Indonesian word, too.
  expect(named.filter((name) => name !== "deadlines" && name !== "status" && historyFieldText(name).id === name)).toEqual([]);
});
