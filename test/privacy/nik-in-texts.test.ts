/** Every text of the API that people write freely, found from the schemas: none takes a NIK, and each says where it belongs. */
import { describe, expect, it } from "vitest";
import { detailsOf } from "../../shared/domain/issues.ts";
import { freeTextsOf, takingRoutes, withText } from "../builders/free-texts.ts";

/** The cells of somebody's own list: one column is the NIK's. Each is held to the shape of the field that it fills, and told by line. */
const readByColumn = ["importClients lines.*.cells."];

const found = takingRoutes.map(([name, route]) => ({
  name,
  route,
  texts: freeTextsOf(route).filter((text) => !readByColumn.some((start) => `${name} ${text.name}`.startsWith(start))),
}));

it("the search finds the texts that are known to be free", () => {
  const names = found.flatMap(({ name, texts }) => texts.map((text) => `${name} ${text.name}`));
  for (const known of [
    "registerClient fullName",
    "registerClient domicile.street",
    "registerClient statusDocument.number",
    "recordConsent receipt.evidence",
    "recordCertificate scheme",
    "registerEmployer legalName",
    "registerEmployer contact.name",
    "recordAgreement title",
    "recordAgreement number",
    "openVacancy title",
    "openVacancy requirements.schemes.*",
    "openVacancy flags.*",
    "approveShortlist reason",
    "answerForClient receipt.evidence",
    "answerForEmployer receipt.evidence",
    "confirmStart receipt.evidence",
    "withdrawPlacement receipt.evidence",
    "recordFollowUp receipt.evidence",
  ])
    expect(names).toContain(known);
});

describe.each(found.filter(({ texts }) => texts.length > 0))("$name", ({ route, texts }) => {
  it.each(texts)("refuses a NIK in $name, in whatever writing", ({ body, place }) => {
    for (const nik of ["Sari 3603120101750919", "Sari, 36.0312.010175.0919", "NIK 3603 1201 0175 0919"]) {
      const parsed = route.body.safeParse(withText(body, place, nik));
      expect(parsed.success, nik).toBe(false);
      expect(detailsOf(parsed.error?.issues ?? []).map(({ code }) => code)).toContain("text.nik");
    }
  });
});
