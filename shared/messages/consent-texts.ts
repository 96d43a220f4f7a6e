/**
 * What is read out to a client before a consent, in the words that the printed form shows too. Indonesian is what is agreed to;
 * English is for whoever works with it. A changed word is a new version: receipts carry the version and the hash of their text.
 */
import type { ConsentPurpose } from "../domain/clients/consent.ts";
import { purposeWords } from "./consent-words.ts";
import type { Text } from "./text.ts";

export type ConsentText = { readonly title: Text; readonly id: readonly string[]; readonly en: readonly string[] };

export const consentTexts: Readonly<Record<ConsentPurpose, ConsentText>> = {
  PROFILING: {
    title: purposeWords.PROFILING,
    id: [
      "Bapas memakai data Anda (tempat tinggal, pendidikan, keahlian, sertifikat, hari lapor) untuk mencarikan lowongan yang cocok. Komputer menghitung urutannya; seorang petugas melihatnya lebih dahulu, dan Anda yang memilih.",
      "Tidak ada data tentang perkara Anda yang dipakai. Nama Anda belum diberikan kepada siapa pun.",
      "Anda boleh menolak, dan boleh menarik izin ini kapan saja tanpa alasan. Menolak atau menarik izin tidak berpengaruh pada bimbingan Anda.",
    ],
    en: [
      "Bapas uses your data (where you live, education, skills, certificates, the day you report) to look for vacancies that fit. A computer works out their order; an officer looks at it first, and you choose.",
      "Nothing about your case is used. Your name is given to nobody yet.",
      "You may refuse, and may withdraw this consent at any time and for no reason. Refusing or withdrawing does not affect your supervision.",
    ],
  },
  EMPLOYER_SHARING: {
    title: purposeWords.EMPLOYER_SHARING,
    id: [
      "Keahlian dan sertifikat Anda ditunjukkan kepada pemberi kerja ini tanpa nama. Bila ia mengundang wawancara atau menerima Anda, ia mendapat nama dan nomor telepon Anda.",
      "Anda memilih apakah pemberi kerja ini diberi tahu bahwa Bapas mendampingi Anda. Bila Anda memilih tidak, kami tidak menyebutnya.",
      "Bila pemberi kerja ini mempunyai perjanjian dengan Bapas, ia sudah tahu bahwa calon yang kami usulkan didampingi Bapas, juga bila Anda memilih tidak menyebutnya.",
      "Perkara Anda tidak pernah kami ceritakan. Anda boleh menarik izin ini kapan saja; usulannya kami tarik hari itu juga.",
    ],
    en: [
      "Your skills and certificates are shown to this employer without your name. If it invites you to an interview or accepts you, it gets your name and phone number.",
      "You choose whether this employer is told that a Bapas accompanies you. If you choose not, we do not mention it.",
      "If this employer has an agreement with the Bapas, it already knows that the candidates we propose are accompanied by the Bapas, also if you choose not to have it mentioned.",
      "We never tell of your case. You may withdraw this consent at any time; we take the proposal back the same day.",
    ],
  },
  EMPLOYER_CONTACT: {
    title: purposeWords.EMPLOYER_CONTACT,
    id: [
      "Setelah 30, 90 dan 180 hari bekerja, kami menanyakan kepada pemberi kerja apakah Anda masih bekerja di sana. Ini kabar kerja, bukan pengawasan.",
      "Anda sendiri juga kami tanyai. Apa yang Anda sampaikan tidak kami teruskan kepada pemberi kerja.",
      "Anda boleh meminta agar pemberi kerja tidak dihubungi lagi, kapan saja dan tanpa alasan.",
    ],
    en: [
      "After 30, 90 and 180 days of work we ask the employer whether you still work there. This is news of work, not supervision.",
      "We ask you as well. What you tell us is not passed on to the employer.",
      "You may ask at any time and for no reason that the employer is left in peace.",
    ],
  },
};

/** What an officer tells a client about an employer that has an agreement with the office. */
export const partnerKnows: Text = {
  id: "Pemberi kerja ini mempunyai perjanjian dengan Bapas: ia sudah tahu bahwa calon yang diusulkan didampingi Bapas. Sampaikan ini kepada klien sebelum ia memilih untuk tidak menyebutnya.",
  en: "This employer has an agreement with the Bapas: it already knows that candidates are accompanied by the Bapas. Tell the client so before choosing not to have it mentioned.",
};

/** What the hash of a text is made of: its version, its purpose, and every word that is read out. */
export const textOfHash = (version: string, purpose: ConsentPurpose): string =>
  [version, purpose, consentTexts[purpose].title.id, ...consentTexts[purpose].id].join("\n");
