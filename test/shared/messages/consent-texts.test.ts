/** The words that are read out before a consent are kept, versioned, and proved by each receipt. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { routes } from "../../../shared/api/routes.ts";
import { readConsentTexts } from "../../../shared/commands/clients/read-consent-texts.ts";
import { recordConsent } from "../../../shared/commands/clients/record-consent.ts";
import { readProposals } from "../../../shared/commands/matching/read-proposals.ts";
import { consentPurposes, consentTextHashes, consentTextVersion } from "../../../shared/domain/clients/consent.ts";
import { consentTexts, partnerKnows, textOfHash } from "../../../shared/messages/consent-texts.ts";
import { bringToEmployer, start } from "../../builders/carry.ts";
import { askAbout } from "../../builders/change.ts";
import { idNo } from "../../builders/ids.ts";
import { useWorlds } from "../../builders/use-worlds.ts";

const open = useWorlds();
const none = { params: {}, query: {}, body: {} };

describe("the consent texts", () => {
  it("are those of their version: a changed word is a new version with new hashes", () => {
    for (const purpose of consentPurposes) {
      const hash = createHash("sha256").update(textOfHash(consentTextVersion, purpose)).digest("hex");
      expect(consentTextHashes[purpose], purpose).toBe(hash);
    }
  });

  it("are what the form shows, and what staff read", async () => {
    const form = readFileSync(join(import.meta.dirname, "../../../docs/formulir-izin.html"), "utf8");
    const world = await open();
    const { texts, version } = await askAbout(world, routes.readConsentTexts, readConsentTexts, none);
    expect(version).toBe(consentTextVersion);
    expect(texts.map(({ purpose }) => purpose)).toEqual([...consentPurposes]);
    for (const { id, en } of texts) {
      expect(en).toHaveLength(id.length);
      for (const line of id) expect(form).toContain(line);
    }
  });

  it("say that a partner knows, before the choice not to have it mentioned", () => {
    const lines = consentTexts.EMPLOYER_SHARING.id;
    expect(lines.findIndex((line) => line.includes("perjanjian dengan Bapas"))).toBeGreaterThan(0);
  });

  it("are named with version and hash by every receipt", async () => {
    const world = await open();
    await bringToEmployer(world);
    const body = { purpose: "EMPLOYER_CONTACT", action: "GIVEN", receipt: { how: "PHONE" } } as const;
    await askAbout(world, routes.recordConsent, recordConsent, { params: { id: idNo("client", 1) }, query: {}, body });
    const receipts = await world.deps.store.consents.ofClient(idNo("client", 1));
    for (const { purpose, textVersion, textHash } of receipts.filter(({ textHash }) => textHash !== undefined))
      expect([textVersion, textHash]).toEqual([consentTextVersion, consentTextHashes[purpose]]);
    expect(receipts.filter(({ textHash }) => textHash !== undefined)).toHaveLength(2);
  });
});

it("a proposal to a partner of the office says so, and no other does", async () => {
  const world = await open({ vacancies: [{}, {}], agreements: [2] });
  const { id } = await start(world);
  await world.settle();
  const seen = await askAbout(world, routes.readProposals, readProposals, { params: { id }, query: {}, body: {} });
  const told = seen.proposals.map(({ vacancyId, partnerKnows: words }) => [vacancyId, words]);
  expect(Object.fromEntries(told)).toEqual({ [idNo("vacancy", 1)]: undefined, [idNo("vacancy", 2)]: partnerKnows });
});
