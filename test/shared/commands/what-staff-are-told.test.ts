/** What staff are told of what they record: words that must not travel, and which worry a client has named. */
import { expect, it } from "vitest";
import { routes } from "../../../shared/api/routes.ts";
import { recordCertificate } from "../../../shared/commands/certificates/record-certificate.ts";
import { openVacancy } from "../../../shared/commands/vacancies/open-vacancy.ts";
import { bringToWork, keyFor, news, officer, supervisor } from "../../builders/carry.ts";
import { idNo } from "../../builders/ids.ts";
import { useWorlds } from "../../builders/use-worlds.ts";

const open = useWorlds();

it("a description and a scheme that tell of corrections are kept, and pointed out in any spelling", async () => {
  const world = await open();
  const vacancy = routes.openVacancy.body.parse({
    employerId: idNo("employer", 1),
    title: "Mekanik",
    description: "Terbuka bagi mantan n4p1",
    regencyCode: "36.03",
    seats: 2,
    workDays: ["MONDAY"],
    reportDayFree: true,
    requirements: {},
    validUntil: "2026-12-31",
  });
  const idempotency = (body: unknown) => keyFor(officer, "warn", body);
  const opened = await world.request("open", (deps) =>
    openVacancy(deps, { params: {}, query: {}, body: vacancy, staff: officer, idempotency: idempotency(vacancy) }),
  );
  expect(opened.warnings).toEqual(["description.corrections"]);
  const certificate = routes.recordCertificate.body.parse({
    kind: "TRAINING",
    number: "PLT/12/2026",
    scheme: "Otomotif L.A.P.A.S Terbuka",
    units: [],
    skills: ["AUTOMOTIVE"],
    result: "COMPETENT",
    issuedOn: "2026-01-05",
  });
  const params = { id: idNo("client", 1) };
  const recorded = await world.request("record", (deps) =>
    recordCertificate(deps, { params, query: {}, body: certificate, staff: officer, idempotency: idempotency(certificate) }),
  );
  expect(recorded.warnings).toEqual(["certificate.training", "scheme.corrections"]);
});

it("the mail about news of the work names what the client named, and nothing else", async () => {
  const world = await open();
  const id = await bringToWork(world);
  await world.advanceTo("2026-04-01T02:01:00.000Z");
  await news(world, id, "30", { from: "CLIENT", stillThere: true, paidAsAgreed: false });
  await world.settle();
  const told = world.mails().filter(({ subject }) => subject === "Perlu perhatian: kabar kerja");
  expect(told.map(({ to }) => to)).toEqual([supervisor.email]);
  expect(told[0]?.text).toMatch(/^Kabar kerja 30 hari dari K-\w{5}: upah tidak sesuai kesepakatan\. Mohon/);
});
