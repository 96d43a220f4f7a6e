/**
 * Schemes and units of competence by the names that employers may read. What is printed on a certificate is recorded as it stands
 * there, by hand, and may name anybody: no word of it goes to an employer, only what stands in this list.
 *
 * Source of the units: Kepmenakertrans KEP.95/MEN/IV/2005 (sepeda motor), Kepmenaker 97/2018 (kendaraan ringan), 98/2018
 * (pengelasan). The list is not whole: a unit that is missing is shown by its code, which is public and says nothing of anybody.
 */

/** The titles of units, by their codes. */
const unitTitles: Readonly<Record<string, string>> = {
  "OTO.SM01.001.01": "Mengikuti prosedur keselamatan, kesehatan kerja dan lingkungan",
  "OTO.SM01.002.01": "Membaca dan memahami gambar teknik",
  "OTO.SM01.003.01": "Menggunakan dan memelihara peralatan dan perlengkapan di tempat kerja",
  "OTO.SM01.004.01": "Memberikan kontribusi komunikasi di tempat kerja",
  "OTO.SM01.005.01": "Melakukan operasi penanganan manual",
  "OTO.SM01.006.01": "Menggunakan dan memelihara alat ukur",
  "OTO.SM01.007.01": "Melakukan teknik pematrian",
  "OTO.SM01.008.01": "Memelihara komponen-komponen operasi dan perbaikan",
  "OTO.SM01.009.01": "Memasang sistem hidrolik",
  "OTO.SM01.010.01": "Memelihara sistem hidrolik",
  "OTO.SM01.012.01": "Memelihara dan memperbaiki kompresor udara berikut komponennya",
  "OTO.SM01.013.01": "Melakukan prosedur diagnosis",
  "OTO.SM01.014.01": "Memeriksa keamanan dan kelayakan kendaraan",
  "OTO.SM02.001.01": "Memelihara engine berikut komponennya",
  "OTO.SM02.002.01": "Memelihara dan memperbaiki sistem kontrol emisi",
  "OTO.SM02.004.01": "Memelihara sistem pendingin berikut komponennya",
  "OTO.SM02.005.01": "Memperbaiki dan melakukan overhaul sistem pendingin",
  "OTO.SM02.006.01": "Memelihara sistem bahan bakar bensin",
  "OTO.SM02.007.01": "Memperbaiki dan melakukan overhaul komponen sistem bahan bakar bensin",
  "G.45OTO01.001.2": "Melaksanakan keselamatan dan kesehatan kerja",
  "G.45OTO01.002.2": "Menggunakan peralatan dan perlengkapan tempat kerja",
  "G.45OTO01.003.2": "Melaksanakan komunikasi di tempat kerja",
  "C.24LAS01.001.1": "Membuat Welding Procedure Specification (WPS) sesuai standar",
};

/** Schemes as certification bodies name them. */
const schemeTitles: readonly string[] = [
  "Pemeliharaan berkala sepeda motor konvensional",
  "Servis sepeda motor",
  "Teknik sepeda motor",
  "Teknik dan bisnis sepeda motor",
  "Teknik kendaraan ringan",
  "Pengelasan SMAW",
  "Tata boga",
  "Barista",
  "Tata rambut",
  "Menjahit pakaian",
  "Laundry",
  "Instalasi listrik",
];

const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .toLocaleLowerCase("id")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const schemesByText: ReadonlyMap<string, string> = new Map(schemeTitles.map((title) => [plain(title), title]));

/** The scheme of the catalogue that a text names in any spelling; undefined where it says more, less or something else. */
export const findScheme = (text: string): string | undefined => schemesByText.get(plain(text));

/** What a unit is about; its code where the catalogue does not have it. */
export const unitTitle = (code: string): string => unitTitles[code] ?? `Unit ${code}`;
