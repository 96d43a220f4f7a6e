import * as z from "zod";
import { hasControl, readAddress, requireVerified } from "./addresses.ts";
import { SesError } from "./ses-error.ts";

/** A file that goes with a mail. */
export type Attachment = {
  readonly fileName: string;
  readonly contentType: string;
  readonly inline: boolean;
  readonly content: Buffer;
};

/** A mail that SES would have taken, before it has an id and a time. */
export type Draft = {
  /** As written by the sender, with a name where there is one. */
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly replyTo: readonly string[];
  readonly subject: string;
  readonly text?: string;
  readonly html?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly attachments: readonly Attachment[];
  /** The name of a configuration set; undefined: that of the sender's identity. */
  readonly configurationSet?: string;
};

const content = z.strictObject({ Data: z.string(), Charset: z.string().optional() });
const tagText = z.string().regex(/^[A-Za-z0-9_-]{1,256}$/, "may hold 1 to 256 of A-Z, a-z, 0-9, _ and -");
const attachment = z.strictObject({
  FileName: z.string().min(1).max(255),
  RawContent: z.base64(),
  ContentType: z.string().max(78).optional(),
  ContentDisposition: z.enum(["ATTACHMENT", "INLINE"]).optional(),
  ContentTransferEncoding: z.enum(["BASE64", "QUOTED_PRINTABLE", "SEVEN_BIT"]).optional(),
  ContentId: z.string().max(78).optional(),
  ContentDescription: z.string().max(1000).optional(),
});
const addresses = z.array(z.string()).default([]);

/** SendEmail with simple content; `Raw` and `Template` are refused by name. */
const sendEmailInput = z.strictObject({
  FromEmailAddress: z.string(),
  FromEmailAddressIdentityArn: z.string().optional(),
  Destination: z.strictObject({ ToAddresses: addresses, CcAddresses: addresses, BccAddresses: addresses }),
  ReplyToAddresses: addresses,
  FeedbackForwardingEmailAddress: z.string().optional(),
  ConfigurationSetName: z.string().optional(),
  EmailTags: z
    .array(z.strictObject({ Name: tagText, Value: tagText }))
    .max(50)
    .default([]),
  Content: z.strictObject({
    Simple: z.strictObject({
      Subject: content,
      Body: z.strictObject({ Text: content.optional(), Html: content.optional() }),
      Headers: z
        .array(z.strictObject({ Name: z.string().regex(/^[!-9;-~]{1,126}$/), Value: z.string().min(1).max(870) }))
        .max(15)
        .default([]),
      Attachments: z.array(attachment).default([]),
    }),
  }),
});

/** Headers that SES writes itself. */
const ownHeaders = new Set(
  "bcc cc content-disposition content-type date from message-id mime-version reply-to return-path sender subject to".split(" "),
);

/** Some of the file types that SES takes from nobody: https://docs.aws.amazon.com/ses/latest/dg/mime-types.html */
const refusedTypes = new Set(
  "ade adp app asp bas bat cer chm cmd com cpl crt csh der exe fxp hlp hta inf ins isp its js jse ksh lib lnk mad maf mag mam maq mar mas mat mau mav maw mda mdb mde mdt mdw mdz msc msh msi msp mst ops pcd pif plg prf prg ps1 ps2 psc1 psc2 pst reg scf scr sct shb shs sys tmp url vb vbe vbs vps vsmacros vss vst vsw vxd ws wsc wsf wsh xnk".split(
    " ",
  ),
);

/** Recipients of one message: https://docs.aws.amazon.com/ses/latest/dg/quotas.html */
const maximumRecipients = 50;
/** Bytes of one message, attachments in base64. */
const maximumSize = 40 * 1024 * 1024;

/**
 * Reads the input of SES v2 SendEmail and holds it against the real limits. `identities` are the verified addresses and domains.
 * Throws SesError: BadRequestException, MessageRejected, NotFoundException.
 * Source: https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html
 */
export function readSendEmail(input: unknown, identities: readonly string[], configurationSets: readonly string[] = []): Draft {
  const parsed = sendEmailInput.safeParse(input);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join(".") || "input"}: ${issue.message}`);
    throw new SesError("BadRequestException", problems.join("; "));
  }
  const { FromEmailAddress: from, Destination, ReplyToAddresses, EmailTags, Content, ...rest } = parsed.data;
  const { ToAddresses: to, CcAddresses: cc, BccAddresses: bcc } = Destination;
  const { Subject, Body, Headers, Attachments } = Content.Simple;
  checkRecipients([...to, ...cc, ...bcc], ReplyToAddresses);
  requireVerified(
    [from, rest.FeedbackForwardingEmailAddress].filter((address) => address !== undefined).map(readAddress),
    identities,
  );
  if (rest.ConfigurationSetName !== undefined && !configurationSets.includes(rest.ConfigurationSetName)) {
    throw new SesError("NotFoundException", `Configuration set <${rest.ConfigurationSetName}> does not exist.`, 404);
  }
  if (hasControl(Subject.Data)) throw new SesError("BadRequestException", "Subject must not hold a control character.");
  if (Body.Text === undefined && Body.Html === undefined) {
    throw new SesError("BadRequestException", "Body must have a Text or an Html.");
  }
  checkHeaders(Headers);
  const attachments = Attachments.map(readAttachment);
  const texts = Buffer.byteLength(Subject.Data + (Body.Text?.Data ?? "") + (Body.Html?.Data ?? ""));
  const size = Attachments.reduce((sum, attachment) => sum + attachment.RawContent.length, texts);
  if (size > maximumSize)
    throw new SesError("BadRequestException", `Message length is more than ${maximumSize} bytes long: '${size}'.`);
  return {
    from,
    to,
    cc,
    bcc,
    replyTo: ReplyToAddresses,
    subject: Subject.Data,
    ...(Body.Text === undefined ? {} : { text: Body.Text.Data }),
    ...(Body.Html === undefined ? {} : { html: Body.Html.Data }),
    headers: Object.fromEntries(Headers.map((header) => [header.Name, header.Value])),
    tags: Object.fromEntries(EmailTags.map((tag) => [tag.Name, tag.Value])),
    attachments,
    ...(rest.ConfigurationSetName === undefined ? {} : { configurationSet: rest.ConfigurationSetName }),
  };
}

function checkRecipients(recipients: readonly string[], replyTo: readonly string[]): void {
  if (recipients.length === 0) throw new SesError("BadRequestException", "Destination must have a recipient.");
  if (recipients.length > maximumRecipients)
    throw new SesError("BadRequestException", `Recipient count exceeds ${maximumRecipients}.`);
  for (const address of [...recipients, ...replyTo]) readAddress(address);
}

function checkHeaders(headers: readonly { readonly Name: string; readonly Value: string }[]): void {
  for (const { Name, Value } of headers) {
    if (ownHeaders.has(Name.toLowerCase())) throw new SesError("BadRequestException", `Header <${Name}> must not be given.`);
    if (hasControl(Value)) throw new SesError("BadRequestException", `Header <${Name}> must not hold a control character.`);
  }
}

function readAttachment(given: z.infer<typeof attachment>): Attachment {
  const type = given.FileName.split(".").at(-1)?.toLowerCase() ?? "";
  if (refusedTypes.has(type)) throw new SesError("BadRequestException", `Attachments of the type .${type} are not taken.`);
  for (const text of [given.FileName, given.ContentType ?? ""]) {
    if (hasControl(text)) throw new SesError("BadRequestException", "An attachment's header must not hold a control character.");
  }
  return {
    fileName: given.FileName,
    contentType: given.ContentType ?? "application/octet-stream",
    inline: given.ContentDisposition === "INLINE",
    content: Buffer.from(given.RawContent, "base64"),
  };
}
