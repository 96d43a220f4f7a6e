import type { Holiday } from "./holiday.ts";

/**
 * The national holidays and days of joint leave of 2026: 17 and 8 days.
 *
 * Source: joint decree of the ministers of religious affairs (1497/2025), manpower (2/2025) and administrative reform (5/2025)
 * of 19 September 2025.
 */
export const holidays2026: readonly Holiday[] = [
  { date: "2026-01-01", kind: "HOLIDAY", name: { id: "Tahun Baru Masehi", en: "New Year's Day" } },
  { date: "2026-01-16", kind: "HOLIDAY", name: { id: "Isra Mikraj Nabi Muhammad saw.", en: "Ascension of the Prophet" } },
  { date: "2026-02-16", kind: "JOINT_LEAVE", name: { id: "Cuti bersama Tahun Baru Imlek", en: "Joint leave, Chinese New Year" } },
  { date: "2026-02-17", kind: "HOLIDAY", name: { id: "Tahun Baru Imlek 2577 Kongzili", en: "Chinese New Year" } },
  { date: "2026-03-18", kind: "JOINT_LEAVE", name: { id: "Cuti bersama Nyepi", en: "Joint leave, Nyepi" } },
  { date: "2026-03-19", kind: "HOLIDAY", name: { id: "Hari Suci Nyepi (Tahun Baru Saka 1948)", en: "Day of Silence (Nyepi)" } },
  { date: "2026-03-20", kind: "JOINT_LEAVE", name: { id: "Cuti bersama Idulfitri", en: "Joint leave, Eid al-Fitr" } },
  { date: "2026-03-21", kind: "HOLIDAY", name: { id: "Idulfitri 1447 Hijriah", en: "Eid al-Fitr" } },
  { date: "2026-03-22", kind: "HOLIDAY", name: { id: "Idulfitri 1447 Hijriah, hari kedua", en: "Eid al-Fitr, second day" } },
  { date: "2026-03-23", kind: "JOINT_LEAVE", name: { id: "Cuti bersama Idulfitri", en: "Joint leave, Eid al-Fitr" } },
  { date: "2026-03-24", kind: "JOINT_LEAVE", name: { id: "Cuti bersama Idulfitri", en: "Joint leave, Eid al-Fitr" } },
  { date: "2026-04-03", kind: "HOLIDAY", name: { id: "Wafat Yesus Kristus", en: "Good Friday" } },
  { date: "2026-04-05", kind: "HOLIDAY", name: { id: "Kebangkitan Yesus Kristus (Paskah)", en: "Easter Sunday" } },
  { date: "2026-05-01", kind: "HOLIDAY", name: { id: "Hari Buruh Internasional", en: "Labour Day" } },
  { date: "2026-05-14", kind: "HOLIDAY", name: { id: "Kenaikan Yesus Kristus", en: "Ascension Day" } },
  {
    date: "2026-05-15",
    kind: "JOINT_LEAVE",
    name: { id: "Cuti bersama Kenaikan Yesus Kristus", en: "Joint leave, Ascension Day" },
  },
  { date: "2026-05-27", kind: "HOLIDAY", name: { id: "Iduladha 1447 Hijriah", en: "Eid al-Adha" } },
  { date: "2026-05-28", kind: "JOINT_LEAVE", name: { id: "Cuti bersama Iduladha", en: "Joint leave, Eid al-Adha" } },
  { date: "2026-05-31", kind: "HOLIDAY", name: { id: "Hari Raya Waisak 2570 BE", en: "Vesak" } },
  { date: "2026-06-01", kind: "HOLIDAY", name: { id: "Hari Lahir Pancasila", en: "Pancasila Day" } },
  { date: "2026-06-16", kind: "HOLIDAY", name: { id: "1 Muharam Tahun Baru Islam 1448 Hijriah", en: "Islamic New Year" } },
  { date: "2026-08-17", kind: "HOLIDAY", name: { id: "Proklamasi Kemerdekaan", en: "Independence Day" } },
  { date: "2026-08-25", kind: "HOLIDAY", name: { id: "Maulid Nabi Muhammad saw.", en: "Birthday of the Prophet" } },
  { date: "2026-12-24", kind: "JOINT_LEAVE", name: { id: "Cuti bersama Kelahiran Yesus Kristus", en: "Joint leave, Christmas" } },
  { date: "2026-12-25", kind: "HOLIDAY", name: { id: "Kelahiran Yesus Kristus", en: "Christmas Day" } },
];
