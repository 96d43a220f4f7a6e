/** By what an organisation is found, and by what two records of one are likely about the same. */
import { wordsOf } from "../identifiers/likeness.ts";
import { foldWord, wordsAsFound } from "../identifiers/search-words.ts";
import { rowOf } from "./kinds.ts";
import { namesOf, newestName } from "./names.ts";
import type { Organisation } from "./organisation.ts";

/** What names of one kind have in common and are written in many ways: it tells none of them apart. */
const common: ReadonlySet<string> = new Set(
  (
    "lembaga pemasyarakatan lapas rumah tahanan negara rutan balai bapas cabang pembinaan khusus anak lpka kelas kls i ii iii iia iib a b " +
    "lsp sertifikasi profesi latihan kerja blk pelatihan vokasi dan produktivitas bpvp lpk griya abhipraya kelompok masyarakat peduli pokmas lipas " +
    "kota kabupaten kab di"
  ).split(" "),
);

type Known = Pick<Organisation, "kind" | "name" | "labels" | "regionCode" | "lspLicence" | "trainingCenterKind">;

/** The words by which it is found: what people call its kind, and those of every name that it had. */
export const organisationWordsOf = (organisation: Known): string[] =>
  wordsAsFound([rowOf(organisation.kind).called, organisation.trainingCenterKind ?? "", ...namesOf(organisation)].join(" "));

/**
 * The texts that two records of one organisation share: kind, region and what is its own in its newest name, however that is
 * written; where a region has one of the kind, kind and region; and the licence.
 */
export function organisationLikeness(organisation: Known): readonly string[] {
  const { kind, regionCode = "", lspLicence } = organisation;
  const own = wordsOf(newestName(organisation)).filter((word) => !common.has(word));
  const name = rowOf(kind).one ? "" : [...new Set(own.map(foldWord))].toSorted().join(" ");
  return [`${kind}#${regionCode}#${name}`, ...(lspLicence === undefined ? [] : [`LSP#${lspLicence}`])];
}

/** Whether two that share a text may be the same: not where both have a class, and not the same one. */
export const mayBeSame = (one: Pick<Organisation, "class">, other: Pick<Organisation, "class">): boolean =>
  one.class === undefined || other.class === undefined || one.class === other.class;
