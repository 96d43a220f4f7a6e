import * as z from "zod";
import { openDatabase } from "../database.ts";
import { readAddress } from "./addresses.ts";
import type { Feedback } from "./feedback.ts";
import type { Attachment, Draft } from "./send-email.ts";

/** A mail that was sent. */
export type Mail = Omit<Draft, "configurationSet"> & {
  readonly id: string;
  /** When it was sent, in epoch milliseconds of the cloud's time. */
  readonly time: number;
};

/** A mail without its bodies and files, for lists. */
export type MailSummary = Pick<Mail, "id" | "time" | "from" | "to" | "subject" | "tags"> & { readonly attachmentCount: number };

/** Which mails to list: newest first. */
export type MailFilter = {
  /** Only those to this address (to, cc or bcc). */
  readonly to?: string;
  /** Only those sent after the mail with this id, or after this ISO 8601 moment. */
  readonly after?: string;
  readonly limit: number;
};

/** What became of a mail, kept with it. */
export type KeptFeedback = Feedback & {
  readonly id: string;
  readonly mailId: string;
  /** Epoch milliseconds, cloud time. */
  readonly time: number;
};

export type MailStore = {
  /** Keeps a mail and what becomes of it, both or neither. */
  readonly add: (mail: Mail, feedback?: readonly Feedback[]) => void;
  /** What nobody has been told of yet, oldest first. */
  readonly untold: () => readonly KeptFeedback[];
  readonly markTold: (id: string) => void;
  readonly feedbackOf: (mailId: string) => readonly KeptFeedback[];
  readonly list: (filter: MailFilter) => readonly MailSummary[];
  readonly get: (id: string) => Mail | undefined;
  readonly close: () => void;
};

const json = z.string().transform((text): unknown => JSON.parse(text));
const texts = json.pipe(z.array(z.string()));
const pairs = json.pipe(z.record(z.string(), z.string()));
const summaryRow = z.object({
  id: z.string(),
  time: z.number(),
  sender: z.string(),
  recipients: texts,
  subject: z.string(),
  tags: pairs,
  files: z.number(),
});
const mailRow = summaryRow.extend({
  cc: texts,
  bcc: texts,
  replyTo: texts,
  headers: pairs,
  text: z.string().nullable(),
  html: z.string().nullable(),
});
const feedbackRow = z.object({
  id: z.string(),
  mail: z.string(),
  time: z.number(),
  detailType: z.string(),
  resources: texts,
  detail: json.pipe(z.record(z.string(), z.unknown())),
});
const attachmentRow = z.object({
  fileName: z.string(),
  contentType: z.string(),
  inline: z.number(),
  content: z.instanceof(Uint8Array),
});

const schema = `
  PRAGMA foreign_keys = ON;
  CREATE TABLE IF NOT EXISTS mail (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, time INTEGER NOT NULL, sender TEXT NOT NULL, recipients TEXT NOT NULL,
    cc TEXT NOT NULL, bcc TEXT NOT NULL, replyTo TEXT NOT NULL, subject TEXT NOT NULL, text TEXT, html TEXT, headers TEXT NOT NULL,
    tags TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS recipient (address TEXT NOT NULL, mail INTEGER NOT NULL REFERENCES mail, PRIMARY KEY (address, mail))
    STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS attachment (
    mail INTEGER NOT NULL REFERENCES mail, place INTEGER NOT NULL, fileName TEXT NOT NULL, contentType TEXT NOT NULL, inline INTEGER NOT NULL,
    content BLOB NOT NULL, PRIMARY KEY (mail, place)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS feedback (
    id TEXT PRIMARY KEY, mail TEXT NOT NULL, time INTEGER NOT NULL, detailType TEXT NOT NULL, resources TEXT NOT NULL, detail TEXT NOT NULL,
    told INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX IF NOT EXISTS feedbackOfMail ON feedback (mail);
  CREATE INDEX IF NOT EXISTS untoldFeedback ON feedback (time) WHERE told = 0;
`;

const summaryColumns = `id, time, sender, recipients, subject, tags,
  (SELECT COUNT(*) FROM attachment WHERE attachment.mail = mail.seq) AS files`;

/** Opens the file with the mails, and makes it where it is not there. */
export function openMailStore(path: string): MailStore {
  const database = openDatabase(path);
  database.exec(schema);
  const addMail = database.prepare(
    "INSERT INTO mail (id, time, sender, recipients, cc, bcc, replyTo, subject, text, html, headers, tags) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
  );
  const addRecipient = database.prepare("INSERT OR IGNORE INTO recipient (address, mail) VALUES (?, ?)");
  const addAttachment = database.prepare("INSERT INTO attachment VALUES (?, ?, ?, ?, ?, ?)");
  const select = database.prepare(`
    SELECT ${summaryColumns} FROM mail
    WHERE (:address IS NULL OR seq IN (SELECT mail FROM recipient WHERE address = :address))
      AND (:afterId IS NULL OR seq > (SELECT seq FROM mail WHERE id = :afterId))
      AND (:afterTime IS NULL OR time > :afterTime)
    ORDER BY seq DESC LIMIT :limit`);
  const selectOne = database.prepare(`SELECT ${summaryColumns}, cc, bcc, replyTo, headers, text, html FROM mail WHERE id = ?`);
  const selectFiles = database.prepare(
    "SELECT fileName, contentType, inline, content FROM attachment WHERE mail = (SELECT seq FROM mail WHERE id = ?) ORDER BY place",
  );

  const addFeedback = database.prepare(
    "INSERT INTO feedback (id, mail, time, detailType, resources, detail) VALUES (?, ?, ?, ?, ?, ?)",
  );
  const selectUntold = database.prepare("SELECT * FROM feedback WHERE told = 0 ORDER BY time, id");
  const selectFeedback = database.prepare("SELECT * FROM feedback WHERE mail = ? ORDER BY id");
  const setTold = database.prepare("UPDATE feedback SET told = 1 WHERE id = ?");

  function insert(mail: Mail, feedback: readonly Feedback[]): void {
    for (const [place, { detailType, resources, detail }] of feedback.entries()) {
      const texts = [detailType, JSON.stringify(resources), JSON.stringify(detail)];
      addFeedback.run(`${mail.id}-${place}`, mail.id, mail.time, ...texts);
    }
    const lists = [mail.to, mail.cc, mail.bcc, mail.replyTo].map((list) => JSON.stringify(list));
    const bodies = [mail.subject, mail.text ?? null, mail.html ?? null, JSON.stringify(mail.headers), JSON.stringify(mail.tags)];
    const seq = addMail.run(mail.id, mail.time, mail.from, ...lists, ...bodies).lastInsertRowid;
    for (const address of [...mail.to, ...mail.cc, ...mail.bcc]) addRecipient.run(comparable(address), seq);
    for (const [place, file] of mail.attachments.entries()) {
      addAttachment.run(seq, place, file.fileName, file.contentType, Number(file.inline), file.content);
    }
  }

  return {
    add: (mail, feedback = []) => {
      database.exec("BEGIN IMMEDIATE");
      try {
        insert(mail, feedback);
        database.exec("COMMIT");
      } catch (error) {
        database.exec("ROLLBACK");
        throw error;
      }
    },
    list: ({ to, after, limit }) => {
      const moment = after === undefined || !/^\d{4}-/.test(after) ? Number.NaN : Date.parse(after);
      const rows = select.all({
        address: to === undefined ? null : comparable(to),
        afterId: after === undefined || !Number.isNaN(moment) ? null : after,
        afterTime: Number.isNaN(moment) ? null : moment,
        limit,
      });
      return rows.map((row) => toSummary(summaryRow.parse(row)));
    },
    get: (id) => {
      const found = selectOne.get(id);
      if (found === undefined) return undefined;
      const { cc, bcc, replyTo, headers, text, html, ...row } = mailRow.parse(found);
      const attachments = selectFiles.all(id).map((file) => toAttachment(attachmentRow.parse(file)));
      const { attachmentCount: _, ...summary } = toSummary(row);
      return {
        ...summary,
        cc,
        bcc,
        replyTo,
        headers,
        attachments,
        ...(text === null ? {} : { text }),
        ...(html === null ? {} : { html }),
      };
    },
    untold: () => selectUntold.all().map(toFeedback),
    markTold: (id) => void setTold.run(id),
    feedbackOf: (mailId) => selectFeedback.all(mailId).map(toFeedback),
    close: () => database.close(),
  };
}

function toSummary(row: z.infer<typeof summaryRow>): MailSummary {
  const { id, time, sender, recipients, subject, tags, files } = row;
  return { id, time, from: sender, to: recipients, subject, tags, attachmentCount: files };
}

function toFeedback(row: unknown): KeptFeedback {
  const { mail, ...kept } = feedbackRow.parse(row);
  return { ...kept, mailId: mail };
}

function toAttachment(row: z.infer<typeof attachmentRow>): Attachment {
  return { fileName: row.fileName, contentType: row.contentType, inline: row.inline === 1, content: Buffer.from(row.content) };
}

/** A search for an address finds it however its letters and its name were written. */
function comparable(address: string): string {
  try {
    return readAddress(address).toLowerCase();
  } catch {
    return address.toLowerCase();
  }
}
