/** What an act is called once it is recorded. The names of acts on a placement come with their sheets, when one is needed. */
import { useEffect, useState } from "react";
import { usePreference } from "../words/preferences.ts";
import { defineWords } from "../words/words.ts";

export const id = {
  startPlacement: "Penempatan dimulai",
  recordContact: "Kontak dengan klien",
  verifyCertificate: "Sertifikat diverifikasi",
  sendCertificateBack: "Sertifikat dikembalikan",
};
const en: typeof id = {
  startPlacement: "Placement started",
  recordContact: "Contact with the client",
  verifyCertificate: "Certificate verified",
  sendCertificateBack: "Certificate sent back",
};
const ownNames = defineWords<typeof id>(id, async () => ({ en }));

/** Empty until it is known. */
export function useActName(act: string | undefined): string {
  const own: Readonly<Record<string, string>> = ownNames.use();
  const language = usePreference("language");
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const isOwn = act === undefined || act in own;
  useEffect(() => {
    if (isOwn) return;
    void import("../acts/words.ts").then(async ({ id, actWords }) =>
      setNames((language === "en" ? await actWords.english() : id).recorded),
    );
  }, [isOwn, language]);
  return act === undefined ? "" : (own[act] ?? names[act] ?? "");
}
