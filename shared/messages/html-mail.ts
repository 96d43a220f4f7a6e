/**
 * A mail's HTML part, made from the very lines of its text part. It has to survive readers of every kind: Outlook lays out with
 * Word (tables, attributes and inline styles; no flex, no grid, no max-width, hence the table that it alone sees), Gmail drops
 * what it does not know, and a reader in the dark recolours what does not say itself how. It fetches nothing and counts nobody:
 * no image, no font, no address but the link that the mail is about.
 */

/** A line of a list, and where it leads. */
export type MailItem = { readonly text: string; readonly link?: string };

/** A paragraph, a numbered list, or rows of a name with its figure. */
export type MailBlock =
  | string
  | { readonly list: readonly MailItem[] }
  | { readonly rows: readonly (readonly [string, string])[] };

export type HtmlMail = {
  readonly language: "id" | "en";
  readonly subject: string;
  /** In the order of the text part. A paragraph that is a link of the button becomes one. */
  readonly blocks: readonly MailBlock[];
  /** The last line. */
  readonly signature: string;
  /** Where buttons lead, one for each question, and what they say. */
  readonly button?: { readonly links: readonly string[]; readonly label: string } | undefined;
};

/** By the class that the dark rules know: how it looks in the light, as inline style, since some readers drop what is in the head. */
const light = {
  ground: "background-color:#f2f5f4",
  card: "background-color:#ffffff;border:1px solid #d5dfdd;border-radius:8px",
  text: "color:#1b2b29",
  quiet: "color:#52635f",
  button: "background-color:#0b5c55;border-radius:8px",
  label: "color:#ffffff",
} as const;
type Look = keyof typeof light;

const dark: Readonly<Record<Look, string>> = {
  ground: "background-color:#111a18",
  card: "background-color:#1b2725;border-color:#33443f",
  text: "color:#e6efed",
  quiet: "color:#a9bab6",
  button: "background-color:#7fd1c4",
  label: "color:#06302b",
};

const font = "font-family:'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const body = `${font};font-size:16px;line-height:24px`;
const small = `${font};font-size:14px;line-height:20px`;
/** A long word or address is broken rather than the card be pushed out of a narrow window. */
const breaking = "word-break:break-word;overflow-wrap:anywhere";
const tableOf = 'role="presentation" border="0" cellpadding="0" cellspacing="0"';

const looks = (look: Look, more = ""): string => `class="${look}" style="${more === "" ? "" : `${more};`}${light[look]}"`;

/** The dark rules twice: for readers that say what their user prefers, and for Outlook, which marks what it recoloured. */
function darkRules(): string {
  const rules = (mark: string, which: (look: Look) => boolean): string =>
    Object.entries(dark)
      .map(([look, style]) => [look, style.replaceAll(";", " !important;")] as const)
      .filter(([look]) => isLook(look) && which(look))
      .map(([look, style]) => `${mark}.${look}{${style} !important}`)
      .join("");
  const isColour = (look: Look): boolean => dark[look].startsWith("color");
  return [
    ":root{color-scheme:light dark;supported-color-schemes:light dark}",
    `@media (prefers-color-scheme:dark){${rules("", () => true)}}`,
    rules("[data-ogsc] ", isColour),
    rules("[data-ogsb] ", (look) => !isColour(look)),
  ].join("");
}

const isLook = (name: string): name is Look => Object.hasOwn(light, name);

/** The whole document. What is put in is escaped here, and nowhere before. */
export function htmlMail({ language, subject, blocks, signature, button }: HtmlMail): string {
  const parts = blocks.map((block) => blockHtml(block, button));
  return [
    `<!doctype html><html lang="${language}" dir="ltr"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    '<meta name="x-apple-disable-message-reformatting">',
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">',
    `<title>${escapeHtml(subject)}</title><style>${darkRules()}</style></head>`,
    `<body ${looks("ground", "margin:0;padding:0;-webkit-text-size-adjust:100%")}>`,
    `<div style="display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;mso-hide:all">${escapeHtml(preheaderOf(blocks, button?.links ?? []))}</div>`,
    // Some readers keep the inside of the body only: the language is said again where it stays.
    `<div lang="${language}" dir="ltr">`,
    `<table ${tableOf} width="100%" bgcolor="#f2f5f4" ${looks("ground")}><tr><td align="center" style="padding:24px 12px">`,
    `<!--[if mso]><table ${tableOf} width="600"><tr><td><![endif]-->`,
    `<table ${tableOf} width="100%" bgcolor="#ffffff" ${looks("card", "width:100%;max-width:600px")}><tr><td align="left" style="padding:24px">`,
    ...parts,
    `<p ${looks("quiet", `margin:0;${small}`)}>${escapeHtml(signature)}</p>`,
    "</td></tr></table><!--[if mso]></td></tr></table><![endif]--></td></tr></table></div></body></html>",
  ].join("");
}

function blockHtml(block: MailBlock, button: HtmlMail["button"]): string {
  if (typeof block === "string") {
    if (button?.links.includes(block)) return buttonHtml(block, button.label);
    return `<p ${looks("text", `margin:0 0 16px;${body};${breaking}`)}>${escapeHtml(block)}</p>`;
  }
  if ("list" in block) {
    const items = block.list.map(
      ({ text, link }) =>
        `<li style="margin:0 0 8px;${breaking}">${escapeHtml(text)}${link === undefined ? "" : linkHtml(link)}</li>`,
    );
    return `<ol ${looks("text", `margin:0 0 16px 24px;padding:0;${body}`)}>${items.join("")}</ol>`;
  }
  const rows = block.rows.map(
    ([name, figure]) =>
      `<tr><th scope="row" align="left" ${looks("text", `padding:4px 16px 4px 0;font-weight:normal;${body}`)}>${escapeHtml(name)}</th>` +
      `<td align="right" ${looks("text", `padding:4px 0;${body}`)}>${escapeHtml(figure)}</td></tr>`,
  );
  return `<table border="0" cellpadding="0" cellspacing="0" style="margin:0 0 16px">${rows.join("")}</table>`;
}

/** Below a line of a list: of an address nobody reads more than that it opens. */
const linkHtml = (link: string): string =>
  `<br><a href="${escapeHtml(link)}" ${looks("quiet", "text-decoration:underline")}>Buka</a>`;

/** A padded cell is a button everywhere: Outlook takes the padding of the cell, all others that of the link, which is then the area to tap. */
function buttonHtml(link: string, label: string): string {
  const address = escapeHtml(link);
  return (
    `<table ${tableOf} style="margin:0 0 16px"><tr><td align="center" bgcolor="#0b5c55" ${looks("button", "mso-padding-alt:14px 24px")}>` +
    `<a href="${address}" ${looks("label", `display:inline-block;padding:14px 24px;${body};font-weight:bold;text-decoration:none`)}>${escapeHtml(label)}</a>` +
    `</td></tr></table><p ${looks("quiet", `margin:0 0 16px;${small};word-break:break-all`)}>${address}</p>`
  );
}

/** What the list of mails shows beside the subject: from the first sentence on, without the salutation. */
function preheaderOf(blocks: readonly MailBlock[], links: readonly string[]): string {
  const sentences = blocks.flatMap((block) => {
    if (typeof block !== "string") return "list" in block ? block.list.map(({ text }) => text) : [];
    return links.includes(block) || block.endsWith(",") ? [] : [block];
  });
  return [...sentences.join(" ")].slice(0, longestPreheader).join("");
}

/** In characters: no reader shows more. */
const longestPreheader = 120;

/** Text made safe for HTML content and attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
