/** A refusal in whole sentences. */
import { expect, it } from "vitest";
import { routes } from "../../../shared/api/routes.ts";
import { detailsOf } from "../../../shared/domain/issues.ts";
import { detailText } from "../../../shared/messages/problems.ts";
import { detailOf, sentenceOf } from "../../../shared/messages/sentences.ts";

const said = (given: unknown) =>
  detailsOf(routes.registerClient.body.safeParse(given).error?.issues ?? [], [], given).map((fact) => sentenceOf(fact));

it("names each field that is missing, and says of a date what is wrong with it", () => {
  const texts = said({ fullName: "Contoh", birthDate: "1990-02-31", domicile: {} });
  const id = texts.map((text) => text.id);
  expect(id).toContain("Jenis kelamin belum diisi");
  expect(id).toContain("Tanggal ini tidak ada dalam kalender.");
  expect(texts.map((text) => text.en)).toContain("Sex is missing");
  expect(id).toContain("Kabupaten/kota belum diisi");
  // A field that has no name of its own is named by its path.
  expect(sentenceOf({ code: "invalid_type", path: "receipt.how", missing: true }).id).toBe("receipt.how belum diisi");
  expect(said({}).map((text) => text.id)).toContain("Nama belum diisi");
  expect(said({ fullName: "Contoh", birthDate: "1066-01-01" }).map((text) => text.id)).toContain(detailText("date.early").id);
});

it("says of the date of a paper that its year is a slip", () => {
  const certificate = routes.recordCertificate.body.safeParse({ issuedOn: "0206-01-05" });
  const agreement = routes.recordAgreement.body.safeParse({ signedOn: "1026-01-05", validFrom: "0026-01-05" });
  const codes = [certificate, agreement]
    .flatMap(({ error }) => detailsOf(error?.issues ?? []))
    .filter(({ code }) => code === "date.early");
  expect(codes.map(({ path }) => path)).toEqual(["issuedOn", "signedOn", "validFrom"]);
});

it("says why a step cannot be taken", () => {
  const why = detailText("AWAITING_CLIENT");
  expect(detailOf("STATUS_CONFLICT", [why.id]).id).toBe(
    "Langkah ini belum bisa dilakukan: penempatan sedang menunggu jawaban klien",
  );
  expect(detailOf("STATUS_CONFLICT", []).en).toBe("This step cannot be taken yet");
  expect(detailOf("REQUEST_INVALID", ["Nama belum diisi"]).id).toBe("Nama belum diisi");
});
