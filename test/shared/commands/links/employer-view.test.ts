import { expect, it } from "vitest";
import { viewLink } from "../../../../shared/commands/links/view-link.ts";
import { bringToEmployer, linkOf } from "../../../builders/carry.ts";
import { certificatePuts } from "../../../builders/put-records.ts";
import { buildCertificate } from "../../../builders/records.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";

const open = useWorlds();

it("an employer who may not know of the Bapas is told of no agreement with it and of no training in a prison", async () => {
  const world = await open({ agreements: [1], certified: [1] });
  const training = buildCertificate(7, {
    clientId: buildCertificate(1).clientId,
    kind: "TRAINING",
    scheme: "Pelatihan Otomotif Lapas Terbuka bagi WBP",
    verifiedAt: "2026-02-22T02:00:00.000Z",
  });
  await world.deps.store.database.commit(certificatePuts(training));
  await bringToEmployer(world);
  const seen = await viewLink(world.deps, { params: {}, query: {}, body: linkOf(world), idempotency: undefined });
  expect(seen.reasons.length).toBeGreaterThan(0);
  expect(seen.reasons.map((reason) => reason.source)).not.toContain("AGREEMENT");
  expect(seen.competences).toContain(buildCertificate(1).scheme);
  expect(seen.competences.join()).not.toMatch(/lapas|wbp|pelatihan/i);
});
