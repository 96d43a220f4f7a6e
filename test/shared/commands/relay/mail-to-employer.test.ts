/** The second wall before an employer: a mail holds nothing of the client's own, wherever it was typed. */
import { expect, it, vi } from "vitest";
import { routes } from "../../../../shared/api/routes.ts";
import { viewLink } from "../../../../shared/commands/links/view-link.ts";
import { mailToEmployer } from "../../../../shared/commands/relay/mail-to-employer.ts";
import { isMailName, type MailFacts, mails } from "../../../../shared/messages/mails.ts";
import { log } from "../../../../shared/runtime/log.ts";
import { bringToEmployer, employerSays, linkOf } from "../../../builders/carry.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";

const open = useWorlds();
const client = { fullName: "Hari Kanarius", phone: "+6281298765401", registerNumber: "BP.0123/2025-A" };
const typed = "Hari Kanarius, HP +62 (0) 812 9876 5401, reg BP 0123 / 2025 a, 3603.0119.0687.0417";
const hits = /kanarius|9876|0123|0417/i;

const facts: MailFacts = {
  candidate: "K-AB12C",
  vacancy: `Montir untuk ${typed}`,
  employer: "CV Maju",
  deadline: "Senin, 2 Maret 2026",
  link: "https://titian.example/link#li_x.secret081298765401",
  day: 30,
  about: [],
  contact: "Bu Contoh, 0812-3456-7890",
  officer: "Petugas",
  asker: { name: "Sari Hariadi", number: "0812-3456-0000", readsReplies: true },
  interview: { when: "Rabu, 4 Maret 2026", place: typed, number: "0812-9876-5401", askFor: typed, proposed: "", because: "-" },
};

it.each(Object.keys(mails).filter(isMailName))(
  "%s holds nothing of the client's own, and keeps its link and its own words",
  (name) => {
    const { mail, withheld, facts: told } = mailToEmployer(name, { ...facts, officer: typed, candidate: typed }, [client]);
    const open = `${mail.subject}${mail.text}${mail.html}${JSON.stringify({ ...told.interview, vacancy: told.vacancy })}`;
    expect(open.replaceAll(facts.link, "")).not.toMatch(hits);
    expect(withheld).toBe(true);
    expect(mail.text).toContain("Pendamping kandidat: Sari Hariadi, 0812-3456-0000.");
    if (mails[name].id(facts).lines.includes(facts.link)) expect(mail.html).toContain(`href="${facts.link}"`);
  },
);

it("a name that is a word of the mail, of a date or of the employer leaves no gap, which would tell it", () => {
  const called = { fullName: "Hari Maju Maret", phone: "+6281234567890", registerNumber: "2026" };
  const plain = {
    ...facts,
    vacancy: "Montir",
    interview: { ...facts.interview, place: "Jl. Raya 1", number: "", askFor: "Bu Contoh" },
  };
  for (const name of ["candidateProposed", "followUpAsked", "interviewAgreed"] as const)
    expect(mailToEmployer(name, plain, [called])).toMatchObject({ withheld: false, facts: plain });
  expect(mailToEmployer("followUpAsked", { ...plain, vacancy: "Montir untuk Hari" }, [called]).mail.text).toContain(
    "Montir untuk …",
  );
});

it("as it is sent, and by the link: what stood in a vacancy is left out, and noted by the process alone", async () => {
  const noted = vi.spyOn(log, "warn");
  const world = await open({ clients: [client], vacancies: [{ title: "Montir a.n. Kanarius" }] });
  const id = await bringToEmployer(world);
  const [asked] = world.mails().filter(({ to }) => to === "pemilik1@bengkel.test");
  expect(asked?.text).toContain("lowongan Montir a.n. …. Kami menanyakan");
  const asLink = { params: {}, query: {}, body: linkOf(world), idempotency: undefined };
  expect(await world.request("view", (deps) => viewLink(deps, asLink), routes.viewLink)).toMatchObject({ vacancy: "-" });
  await employerSays(world, id, { choice: "INTERVIEW", times: ["2026-03-04T03:00:00.000Z"], place: "Kanarius 1" });
  await world.settle();
  const toEmployer = world.mails().filter(({ to }) => to === "pemilik1@bengkel.test");
  expect(toEmployer.length).toBeGreaterThan(1);
  for (const mail of toEmployer) expect(JSON.stringify(mail)).not.toMatch(/kanarius/i);
  expect(toEmployer.some(({ calendar }) => calendar?.includes("LOCATION:… 1"))).toBe(true);
  expect(noted.mock.calls).toContainEqual(["OWN_VALUE_WITHHELD", { processId: id }]);
  expect(JSON.stringify(noted.mock.calls)).not.toMatch(/kanarius/i);
});
