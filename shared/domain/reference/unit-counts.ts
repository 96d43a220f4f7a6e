/**
 * How many correctional units there are of each kind. Counts as somebody official gave them on a day: which units these are, no open
 * list says, and none is made up here.
 */
export const unitCounts = {
  LAPAS: 374,
  RUTAN: 162,
  BAPAS: 94,
  BRANCH_RUTAN: 33,
  PRISON_HOSPITAL: 1,
} as const;

/** Where the counts are from, and the day on which they were given. */
export const unitCountsSource = {
  saidBy: "Kementerian Imigrasi dan Pemasyarakatan",
  at: "Pertemuan dengan Kementerian Ketenagakerjaan tentang pelatihan vokasi warga binaan",
  on: "2025-01-08",
} as const;
