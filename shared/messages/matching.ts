/** The words of matching for staff: each rule as met and as failed, each source of points, and why something is set aside. */
import type { SetAsideCode } from "../domain/matching/engine/set-aside.ts";
import type { MissingCertificate } from "../domain/matching/opportunities.ts";
import type { PointSource } from "../domain/matching/points.ts";
import type { RuleCode } from "../domain/matching/rules.ts";
import { findSkill } from "../domain/reference/skills.ts";
import { detailText, problems } from "./problems.ts";
import type { Text } from "./text.ts";

/** What each rule says where it holds, and where it does not. */
export const ruleTexts: Readonly<Record<RuleCode, { readonly met: Text; readonly failed: Text }>> = {
  NO_SEAT: {
    met: { id: "Masih ada kuota", en: "There is a free seat" },
    failed: problems.SEAT_TAKEN,
  },
  NOT_VALID: {
    met: { id: "Lowongan masih berlaku", en: "The vacancy is still valid" },
    failed: { id: "Masa berlaku lowongan sudah lewat", en: "The vacancy is no longer valid" },
  },
  EMPLOYER_OPTED_OUT: {
    met: { id: "Pemberi kerja menerima usulan", en: "The employer accepts proposals" },
    failed: detailText("EMPLOYER_OPTED_OUT"),
  },
  WAGE_BELOW_MINIMUM: {
    met: { id: "Upah tidak di bawah upah minimum yang mengikat", en: "The wage is not below a minimum wage that binds" },
    failed: detailText("WAGE_BELOW_MINIMUM"),
  },
  EMPLOYER_EXHAUSTED: {
    met: {
      id: "Pemberi kerja ini belum ditanya dalam penempatan ini, dan belum pernah menolak klien",
      en: "This employer has not been asked in this attempt, and has not declined the client before",
    },
    failed: {
      id: "Pemberi kerja ini sudah ditanya tentang klien, atau klien menolaknya",
      en: "This employer has been asked about the client already, or the client declined it",
    },
  },
  AGREEMENT_MISSING: {
    met: {
      id: "Ada perjanjian yang berlaku, atau kantor tidak mensyaratkannya",
      en: "An agreement is in force, or the office asks for none",
    },
    failed: detailText("AGREEMENT_MISSING"),
  },
  REGION: {
    met: { id: "Masih dalam jangkauan yang disebut klien", en: "Within the distance that the client named" },
    failed: { id: "Lebih jauh dari yang bersedia ditempuh klien", en: "Further away than the client is willing to go" },
  },
  EDUCATION: {
    met: { id: "Pendidikan klien mencukupi", en: "The client's schooling is enough" },
    failed: { id: "Pendidikan klien di bawah yang diminta", en: "The client's schooling is less than what is asked" },
  },
  CERTIFICATE: {
    met: { id: "Sertifikat yang diminta dimiliki, atau tidak diminta", en: "The certificate is held, or none is asked for" },
    failed: {
      id: "Klien belum memiliki sertifikat berlaku yang diminta",
      en: "The client holds no valid certificate of the kind that is asked for",
    },
  },
  LEVEL: {
    met: { id: "Jenjang KKNI sertifikat mencukupi", en: "The certificate's KKNI level is high enough" },
    failed: {
      id: "Jenjang KKNI sertifikat klien di bawah yang diminta",
      en: "The KKNI level of the client's certificate is below what is asked",
    },
  },
  UNITS: {
    met: { id: "Semua unit kompetensi yang diminta terbukti", en: "Every unit of competence that is asked for is proved" },
    failed: {
      id: "Ada unit kompetensi yang diminta tetapi belum dibuktikan sertifikat",
      en: "A unit of competence that is asked for is proved by no certificate",
    },
  },
  NOTHING_IN_COMMON: {
    met: { id: "Ada keahlian, minat atau bakat yang cocok", en: "A skill, an interest or an aptitude fits" },
    failed: {
      id: "Tidak ada keahlian, minat atau bakat klien yang cocok",
      en: "No skill, interest or aptitude of the client fits",
    },
  },
  EXPERIENCE: {
    met: { id: "Pengalaman kerja mencukupi", en: "The experience is long enough" },
    failed: { id: "Pengalaman kerja kurang dari yang diminta", en: "The experience is shorter than what is asked" },
  },
  REPORT_DAY: {
    met: { id: "Hari lapor tetap bebas", en: "The report day stays free" },
    failed: detailText("REPORT_DAY_TAKEN"),
  },
  OCCUPATION_BARRED: {
    met: { id: "Jenis pekerjaan diizinkan bagi klien", en: "The client's conditions allow this occupation" },
    failed: { id: "Ketentuan klien melarang jenis pekerjaan ini", en: "The client's own conditions bar this occupation" },
  },
};

/** What gave the points, in an officer's words. */
export const sourceTexts: Readonly<Record<PointSource, Text>> = {
  CERTIFICATE: { id: "Punya sertifikat keahlian yang diminta", en: "Holds a certificate of the skills that are asked for" },
  SKILLS: { id: "Keahlian sesuai dengan yang dicari", en: "Skills that the vacancy looks for" },
  INTEREST: { id: "Berminat pada bidang pekerjaan ini", en: "Interested in this field of work" },
  APTITUDE: { id: "Berbakat di bidang pekerjaan ini", en: "An aptitude for this field of work" },
  DISTANCE: { id: "Dekat dengan tempat tinggal", en: "Near to home" },
  EXPERIENCE: { id: "Pengalaman lebih dari yang diminta", en: "More experience than what is asked" },
  WAGE: { id: "Upah di atas upah minimum", en: "A wage above the minimum wage" },
  AGREEMENT: { id: "Ada perjanjian yang berlaku dengan pemberi kerja", en: "An agreement with the employer is in force" },
};

/** Why a client, a vacancy, a certificate or an agreement takes no part as it stands. */
export const setAsideTexts: Readonly<Record<SetAsideCode, Text>> = {
  MALFORMED: { id: "Data tidak dapat dibaca", en: "The record cannot be read" },
  DUPLICATE_ID: { id: "Nomor yang sama muncul dua kali", en: "The same id stands twice" },
  NO_REGION: { id: "Wilayah tidak diisi", en: "No region is given" },
  REGION_UNKNOWN: { id: "Wilayah tidak dikenal", en: "The region is not known" },
  SEATS_IMPLAUSIBLE: { id: "Jumlah kuota tidak masuk akal", en: "The number of seats is not believable" },
  WAGE_IMPLAUSIBLE: { id: "Besar upah tidak masuk akal", en: "The wage is not believable" },
  WAIT_IMPLAUSIBLE: {
    id: "Tanggal mulai menunggu tidak masuk akal",
    en: "The day since which the client waits is not believable",
  },
  VOCABULARY_FULL: {
    id: "Terlalu banyak sebutan keahlian, skema, dan unit sekaligus; lowongan ini memakai sebutan yang paling jarang",
    en: "Too many different skills, schemes and units at once; this vacancy names one of the rarest",
  },
  OFFICES_FULL: { id: "Terlalu banyak kantor sekaligus", en: "Too many offices at once" },
  CERTIFICATE_EXPIRED: problems.CERTIFICATE_EXPIRED,
  AGREEMENT_LAPSED: { id: "Perjanjian tidak berlaku pada hari itu", en: "The agreement is not in force on that day" },
  NO_SEAT: ruleTexts.NO_SEAT.failed,
  NOT_VALID: ruleTexts.NOT_VALID.failed,
  EMPLOYER_OPTED_OUT: ruleTexts.EMPLOYER_OPTED_OUT.failed,
  WAGE_BELOW_MINIMUM: ruleTexts.WAGE_BELOW_MINIMUM.failed,
};

const isKey = <K extends string>(record: Readonly<Record<K, unknown>>, key: string): key is K => Object.hasOwn(record, key);

/** Why a vacancy is nothing for a client, by a code as it was stored: of a rule, of what was set aside, or of a missing consent. */
export function refusalText(code: string): Text {
  if (isKey(ruleTexts, code)) return ruleTexts[code].failed;
  return isKey(setAsideTexts, code) ? setAsideTexts[code] : detailText(code);
}

/** What a rule that was met says, by its code as it was stored. */
export const metText = (code: string): Text => (isKey(ruleTexts, code) ? ruleTexts[code].met : detailText(code));

/** What gave points, by its code as it was stored. */
export const sourceText = (code: string): Text => (isKey(sourceTexts, code) ? sourceTexts[code] : detailText(code));

/** A certificate that is missing, in words. */
export function missingText(certificate: MissingCertificate): Text {
  const level = {
    id: certificate.level > 0 ? `, KKNI jenjang ${certificate.level}` : "",
    en: certificate.level > 0 ? `, KKNI level ${certificate.level}` : "",
  };
  switch (certificate.kind) {
    case "SCHEME":
      return {
        id: `Sertifikat skema ${certificate.scheme}${level.id}`,
        en: `A certificate of the scheme ${certificate.scheme}${level.en}`,
      };
    case "UNITS": {
      const units = certificate.units.join(", ");
      return { id: `Sertifikat unit ${units}${level.id}`, en: `A certificate of the units ${units}${level.en}` };
    }
    case "SKILL": {
      const { id, en } = findSkill(certificate.skill)?.name ?? { id: certificate.skill, en: certificate.skill };
      return { id: `Sertifikat keahlian ${id}${level.id}`, en: `A certificate that proves the skill ${en}${level.en}` };
    }
  }
}
