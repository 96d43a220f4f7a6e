/** The consent form for printing (A4): the same words as are read out. */
import { consentPurposes, consentTextHashes, consentTextVersion } from "../../shared/domain/clients/consent.ts";
import { consentTexts } from "../../shared/messages/consent-texts.ts";

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

const part = (purpose: (typeof consentPurposes)[number]): string => {
  const { title, id } = consentTexts[purpose];
  return [
    "<section>",
    `<h2>${escaped(title.id)}</h2>`,
    ...id.map((line) => `<p>${escaped(line)}</p>`),
    ...(purpose === "EMPLOYER_SHARING"
      ? ['<p class="line">Pemberi kerja:</p>', "<p>☐ Boleh disebut bahwa Bapas mendampingi saya &emsp; ☐ Jangan disebut</p>"]
      : []),
    "<p>☐ Setuju &emsp; ☐ Tidak setuju</p>",
    `<p class="small">Teks ${consentTextVersion}, ${consentTextHashes[purpose].slice(0, 16)}</p>`,
    "</section>",
  ].join("\n");
};

/** A page of its own, in Indonesian, without anything from elsewhere. */
export const consentForm = (): string =>
  `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<title>Formulir izin</title>
<style>
@page { size: A4; margin: 18mm }
body { font: 11pt/1.4 sans-serif; max-width: 174mm; margin: auto }
h1 { font-size: 16pt } h2 { font-size: 12.5pt; margin-bottom: 2mm }
p { margin: 0 0 2mm } section { break-inside: avoid; border-top: 1px solid #555; padding: 3mm 0 }
.line, .sign p { border-bottom: 1px solid #555; padding-bottom: 1mm; margin: 3mm 0 }
.small { font-size: 8.5pt; color: #444 }
</style>
</head>
<body>
<h1>Formulir izin</h1>
<p class="line">Nama:</p>
${consentPurposes.map(part).join("\n")}
<div class="sign">
<p>Tempat, tanggal:</p>
<p>Tanda tangan klien:</p>
<p>Nama dan tanda tangan petugas:</p>
</div>
</body>
</html>
`;
