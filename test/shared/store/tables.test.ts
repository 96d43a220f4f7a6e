/** The list of tables says of each kind of item what `keys.ts` makes of it. */
import { expect, test } from "vitest";
import { keys } from "../../../shared/store/keys.ts";
import { formsOf, isOf, kinds } from "../../builders/item-kinds.ts";

/** The keys of each kind for made-up parts, in both forms where there are two. */
const made: Readonly<Record<keyof typeof keys, readonly { readonly pk: string; readonly sk: string }[]>> = {
  staff: [keys.staff("https://login", "sub")],
  office: [keys.office("of_1")],
  notice: [keys.notice("st_1", "2026-03-02", "ag_1", 0)],
  mailsToStaff: [keys.mailsToStaff("st_1")],
  movedAway: [keys.movedAway("bapas-uji", "st_1")],
  lookups: [keys.lookups("st_1")],
  officeReport: [keys.officeReport("of_1", "2026-03-02")],
  client: [keys.client("cl_1")],
  nik: [keys.nik("v1.ab")],
  registerNumber: [keys.registerNumber("bapas-uji", "I.12/2026")],
  clientLikeness: [keys.clientLikeness("v1.ab", "cl_1")],
  clientWord: [keys.clientWord("bapas-uji", "suartu", "cl_1")],
  clientNearWord: [keys.clientNearWord("bapas-uji", "suatu", "cl_1")],
  employerLikeness: [keys.employerLikeness("v1.ab", "em_1")],
  contactMade: [keys.contactMade("cl_1", "2026-03-02T02:00:00.000Z", "ct_1")],
  consent: [keys.consent("cl_1", "PROFILING", "-", "cs_1")],
  certificate: [keys.certificate("cl_1", "ce_1")],
  certificateOwner: [keys.certificateOwner("ce_1")],
  certificateNumber: [keys.certificateNumber("12345")],
  transfer: [keys.transfer("tr_1")],
  batch: [keys.batch("tb_1")],
  batchOfAgreement: [keys.batchOfAgreement("ag_1", "tb_1")],
  enrolment: [keys.enrolment("cl_1", "tb_1")],
  attempt: [keys.attempt("cl_1", 2)],
  employer: [keys.employer("em_1")],
  organisation: [keys.organisation("or_1")],
  organisationWord: [keys.organisationWord("rutan", "or_1")],
  organisationLikeness: [keys.organisationLikeness("LAPAS#36.72#kilegun", "or_1")],
  organisationOfOffice: [keys.organisationOfOffice("bapas-uji")],
  agreement: [keys.agreement("ag_1")],
  vacancy: [keys.vacancy("va_1")],
  employerVacancy: [keys.employerVacancy("em_1", "va_1")],
  unverifiedEmployer: [keys.unverifiedEmployer("36", "em_1")],
  unverifiedVacancy: [keys.unverifiedVacancy("em_1", "va_1")],
  karirhub: [keys.karirhub("k1")],
  karirhubEmployer: [keys.karirhubEmployer("k1")],
  hold: [keys.hold("va_1", "pl_1")],
  state: [keys.state("pl_1"), keys.state("fu_1")],
  wait: [keys.wait("pl_1", 3), keys.wait("fu_1", 3)],
  receipt: [keys.receipt("pl_1", 4), keys.receipt("fu_1", 4)],
  shortlist: [keys.shortlist("pl_1", 1)],
  link: [keys.link("li_1")],
  sentMail: [keys.sentMail("pl_1", "2026-03-02T02:00:00.000Z", "ob_1#0")],
  questionSlot: [keys.questionSlot("hash")],
  employerWord: [keys.employerWord("36", "honda", "em_1")],
  vacancyWord: [keys.vacancyWord("PROVINCE#36", "mekanik", "va_1"), keys.vacancyWord("OFFICE#bapas-uji", "mekanik", "va_1")],
  linkCode: [keys.linkCode("hash")],
  tries: [keys.tries("LINK#li_1", "2026-03-02T02"), keys.tries("FROM#hash", "2026-03-02T02")],
  idempotency: [keys.idempotency("st_1", "/clients", "key-1234")],
  audit: [keys.audit("cl_1", 1)],
  outbox: [keys.outbox("ob_1")],
};

const madeOf = (name: string) => Object.entries(made).find(([one]) => one === name)?.[1] ?? [];

test.each(kinds)("$table: the key of $name is what keys.ts makes", (item) => {
  expect(madeOf(item.name)).toHaveLength(formsOf(item.kind.pk).length);
  madeOf(item.name).forEach(({ pk, sk }, at) => {
    expect(pk).toMatch(formsOf(item.kind.pk)[at] ?? "");
    expect(sk).toMatch(formsOf(item.kind.sk)[0] ?? "");
  });
});

test("no two kinds of a table can be taken for each other", () => {
  for (const item of kinds)
    for (const other of kinds.filter(({ table, name }) => table === item.table && name !== item.name))
      for (const key of madeOf(item.name)) expect(isOf(other, key), `${item.name} as ${other.name}`).toBe(false);
});
