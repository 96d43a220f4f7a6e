/** The certificates that wait for a second person: each is found by whoever may verify it, on exactly one page. */

import { describe, expect, it } from "vitest";
import { readCertificateInbox } from "../../../../shared/commands/certificates/read-certificates.ts";
import { type Certificate, mayVerify } from "../../../../shared/domain/certificates/certificate.ts";
import { idNo } from "../../../builders/ids.ts";
import { certificatePuts } from "../../../builders/put-records.ts";
import { buildCertificate, buildStaff } from "../../../builders/records.ts";
import { isWhole } from "../../../builders/runs.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const open = useWorlds();
const today = "2026-03-02";
const verified = { verifiedBy: idNo("staff", 2), verifiedAt: "2026-02-25T02:00:00.000Z" };
const asker = buildStaff(1);

/** 260 certificates, of which every reason not to be listed has many, and long runs have nothing to list. */
const many: readonly Certificate[] = Array.from({ length: 260 }, (_, at) => {
  const no = at + 100;
  if (at >= 20 && at < 180 && at !== 99) return buildCertificate(no, { ...verified, expiresOn: `2027-01-${10 + (at % 9)}` });
  return buildCertificate(no, {
    expiresOn: ["2026-03-01", "2026-03-02", "2026-12-31", "2028-05-05"][at % 4] ?? "",
    ...(at % 5 === 1 ? { recordedBy: asker.id } : {}),
    ...(at % 7 === 1 ? { result: "NOT_YET_COMPETENT" } : {}),
    ...(at % 11 === 1 ? { officeId: "bapas-lain" } : {}),
    ...(at % 2 === 1 ? { kind: "TRAINING" } : {}),
  });
});

async function store(world: World, certificates: readonly Certificate[]): Promise<void> {
  for (let at = 0; at < certificates.length; at += 30) {
    const writes = certificates.slice(at, at + 30).flatMap(certificatePuts);
    expect(await world.deps.store.database.commit(writes)).toEqual({ kind: "committed" });
  }
}

const ask = (world: World, staff: typeof asker, limit: number, cursor?: string) =>
  readCertificateInbox(world.deps, { staff, query: { limit, cursor }, params: {}, body: {}, idempotency: undefined });

describe("certificates that wait for a second person", () => {
  it.runIf(isWhole)("come once each, by expiry, on pages that are full but for the last", async () => {
    const world = await open();
    await store(world, many);
    const expected = many
      .filter((certificate) => certificate.officeId === "bapas-uji" && mayVerify(certificate, asker.id, today))
      .map((certificate) => `${certificate.expiresOn} ${certificate.id}`)
      .sort();
    expect(expected.length).toBeGreaterThan(40);
    for (const limit of [1, 7, expected.length, 100]) {
      const pages: string[][] = [];
      let cursor: string | undefined;
      do {
        const page = await ask(world, asker, limit, cursor);
        pages.push(page.items.map((certificate) => `${certificate.expiresOn} ${certificate.id}`));
        cursor = page.cursor;
      } while (cursor);
      expect(pages.flat()).toEqual(expected);
      expect(pages.slice(0, -1).every((page) => page.length === limit)).toBe(true);
      expect(pages.at(-1)).not.toEqual([]);
    }
  });

  it("leave out what the asker recorded, what is verified, failed or expired, and nothing else", () => {
    const certificate = buildCertificate(1);
    expect(mayVerify(certificate, asker.id, today)).toBe(true);
    expect(mayVerify({ ...certificate, kind: "TRAINING" }, asker.id, today)).toBe(true);
    expect(mayVerify({ ...certificate, expiresOn: today }, asker.id, today)).toBe(true);
    expect(mayVerify(certificate, certificate.recordedBy, today)).toBe(false);
    expect(mayVerify({ ...certificate, ...verified }, asker.id, today)).toBe(false);
    expect(mayVerify({ ...certificate, result: "NOT_YET_COMPETENT" }, asker.id, today)).toBe(false);
    expect(mayVerify({ ...certificate, expiresOn: "2026-03-01" }, asker.id, today)).toBe(false);
  });
});
