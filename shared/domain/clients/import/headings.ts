/**
 * Which column of an office's list holds what: by its heading, or by what the office said once. Apart from the names of the columns,
 * which the list of routes names, for these weigh more.
 */
import { type ClientColumn, clientColumns, type RememberedColumns } from "./columns.ts";

/** Headings as offices write them, each in its folded form. */
const headings: Readonly<Record<Exclude<ClientColumn, "IGNORED">, readonly string[]>> = {
  registerNumber: [
    "no register",
    "nomor register",
    "no reg",
    "noreg",
    "register",
    "no register klien",
    "nomor register klien",
    "no registrasi",
    "nomor registrasi",
    "no register bapas",
  ],
  fullName: ["nama", "nama lengkap", "nama klien", "nama lengkap klien", "name"],
  nik: ["nik", "no nik", "nomor nik", "no ktp", "nomor ktp", "ktp", "nik ktp", "no nik ktp", "no induk kependudukan"],
  birthDate: ["tgl lahir", "tanggal lahir", "tgl lhr", "lahir", "birth date"],
  birthPlaceAndDate: [
    "ttl",
    "tempat tgl lahir",
    "tempat tanggal lahir",
    "tempat dan tanggal lahir",
    "tmp tgl lahir",
    "tempat dan tgl lahir",
  ],
  sex: ["jk", "jenis kelamin", "l p", "lp", "kelamin", "gender", "jns kelamin", "sex"],
  street: ["alamat", "alamat tinggal", "alamat domisili", "alamat lengkap", "alamat rumah", "jalan"],
  rt: ["rt"],
  rw: ["rw"],
  rtRw: ["rt rw"],
  postalCode: ["kode pos", "kodepos", "kd pos"],
  regency: ["kab kota", "kabupaten kota", "kota kabupaten", "kota kab", "kabupaten", "kota", "kab", "domisili", "wilayah"],
  phone: [
    "no hp",
    "nomor hp",
    "hp",
    "no handphone",
    "handphone",
    "no telp",
    "no telepon",
    "telepon",
    "telp",
    "no wa",
    "wa",
    "whatsapp",
    "no whatsapp",
    "no hp wa",
    "phone",
  ],
  education: ["pendidikan", "pendidikan terakhir", "pend", "pend terakhir", "education"],
  officer: ["pk", "nama pk", "pembimbing", "pembimbing kemasyarakatan", "pk pembimbing", "petugas"],
  supervisionEndsOn: [
    "akhir bimbingan",
    "tgl akhir bimbingan",
    "tanggal akhir bimbingan",
    "tgl berakhir bimbingan",
    "tanggal berakhir bimbingan",
    "berakhir bimbingan",
    "selesai bimbingan",
    "tgl selesai bimbingan",
    "tanggal selesai bimbingan",
    "bebas murni",
    "tgl bebas murni",
    "tanggal bebas murni",
    "bebas akhir",
    "tgl bebas akhir",
    "tanggal bebas akhir",
    "masa bimbingan berakhir",
  ],
  experienceYears: ["pengalaman", "pengalaman kerja", "pengalaman tahun", "pengalaman kerja tahun", "lama pengalaman"],
  drivingLicences: ["sim"],
};

const byHeading: ReadonlyMap<string, ClientColumn> = new Map(
  clientColumns.flatMap((column) => (column === "IGNORED" ? [] : headings[column].map((heading) => [heading, column] as const))),
);

/** `No. Register`, `NO REGISTER *` and `no_register` are one heading. */
export const foldHeading = (heading: string): string =>
  heading
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** What a column holds: what the office said of its heading, else what the heading says; undefined where neither does. */
export function columnOf(heading: string, remembered: RememberedColumns): ClientColumn | undefined {
  const folded = foldHeading(heading);
  return remembered[folded] ?? byHeading.get(folded);
}

/** What an office said of its columns, as it is kept; what is no column any more is forgotten. */
export const readRemembered = (kept: Readonly<Record<string, string>> = {}): RememberedColumns =>
  Object.fromEntries(
    Object.entries(kept).flatMap(([heading, name]) => {
      const column = clientColumns.find((known) => known === name);
      return column === undefined ? [] : [[heading, column]];
    }),
  );

/** What an office says of its columns, by folded headings, beside what it said before. */
export const rememberColumns = (before: RememberedColumns, said: RememberedColumns): RememberedColumns => ({
  ...before,
  ...Object.fromEntries(Object.entries(said).map(([heading, column]) => [foldHeading(heading), column])),
});
