/** What is asked of an officer, within an Indonesian sentence; `{when}` is the hour of the interview. Apart, since mails need no more. */
import type { AskName } from "../domain/asks.ts";

const words: Readonly<Record<AskName, string>> = {
  VERIFY: "belum diverifikasi: dicatat seorang diri, perlu orang kedua",
  CALL_EMPLOYER: "perlu ditelepon",
  RECORD_CERTIFICATE: "catat sertifikatnya, atau mulai tanpa sertifikat",
  APPROVE: "pilih dan setujui usulan",
  ASK_CLIENT: "tanyakan dan catat jawaban klien",
  AGREE_ON_HOUR: "sepakati waktu wawancara, lalu catat",
  EXPECT_INTERVIEW: "wawancara {when}: pastikan klien tahu",
  ASK_RESULT: "tanyakan dan catat hasil wawancara {when}",
  HEAR_CLIENT: "dengarkan klien tentang wawancara {when} yang terlewat, lalu catat",
  CONFIRM_START: "pastikan klien sudah mulai bekerja, lalu catat",
  CHASE_START: "pemberi kerja belum memastikan mulai kerja: hubungi, lalu catat",
  DECIDE: "putuskan langkah berikutnya",
  ASK_NEWS: "tanyakan dan catat kabar kerja",
  VISIT: "kunjungi, lalu catat kabar kerja",
};

/** @param when the hour of the interview, written out; empty where there is none */
export const askedInIndonesian = (ask: AskName, when: string): string => filled(words[ask], when);

/** A text with the hour in its place. */
export const filled = (text: string, when: string): string => text.replace(" {when}", when && ` ${when}`);
