import type { KeptFeedback, Mail } from "../mail/mail-store.ts";
import type { CloudView } from "./cloud-view.ts";
import { type Html, html } from "./html.ts";
import { momentTag, type Page, table } from "./layout.ts";

/** The mails that were sent, newest first, to one address or to all. */
export function mailListPage(view: CloudView, to: string | undefined): Page {
  const mails = view.mails.list({ limit: 200, ...(to === undefined ? {} : { to }) });
  const list = table(
    [
      { name: "Sent", cell: (mail) => momentTag(mail.time), kind: "moment" },
      { name: "To", cell: (mail) => mail.to.join(", ") },
      {
        name: "Subject",
        cell: (mail) => html`<a href="${mailPath(mail.id)}">${mail.subject === "" ? "(none)" : mail.subject}</a>`,
      },
      { name: "Message", cell: (mail) => Object.values(mail.tags).join(", ") || "–" },
      { name: "Files", cell: (mail) => String(mail.attachmentCount), kind: "number" },
    ],
    mails,
    to === undefined ? "No mail has been sent." : `No mail has been sent to ${to}.`,
  );
  return {
    title: "Mails",
    section: "mails",
    body: html`<form method="get"><label>To <input type="search" name="to" value="${to ?? ""}" placeholder="an address"></label>
<button>Search</button></form>
${list}`,
  };
}

/** One mail: its head, its text, its HTML in a frame of its own, its files. */
export function mailPage(mail: Mail, feedback: readonly KeptFeedback[] = []): Page {
  const people = [
    ["Cc", mail.cc],
    ["Bcc", mail.bcc],
    ["Reply to", mail.replyTo],
  ] as const;
  const more = people.filter(([, list]) => list.length > 0).map(([name, list]) => row(name, list.join(", ")));
  const tags = Object.entries(mail.tags).map(([name, value]) => row(name, value));
  return {
    title: mail.subject === "" ? "(no subject)" : mail.subject,
    section: "mails",
    body: html`<dl>${row("From", mail.from)}${row("To", mail.to.join(", "))}${more}${row("Sent", momentTag(mail.time))}${tags}</dl>
${feedbackList(feedback)}
${linkList(mail)}
${mail.html === undefined ? undefined : html`<h2>HTML</h2>${mailFrame(mail.html)}`}
${mail.text === undefined ? undefined : html`<h2>Text</h2><pre>${mail.text}</pre>`}
${fileList(mail)}`,
  };
}

/** What was heard of it after it was sent. */
function feedbackList(feedback: readonly KeptFeedback[]): Html | undefined {
  if (feedback.length === 0) return undefined;
  const items = feedback.map(
    ({ detailType, time, detail }) =>
      html`<li>${detailType} <span class="quiet">${momentTag(time)}</span><pre>${JSON.stringify(detail, undefined, 2)}</pre></li>`,
  );
  return html`<h2>Events</h2><ul>${items}</ul>`;
}

function row(name: string, value: Html | string): Html {
  return html`<dt>${name}</dt><dd>${value}</dd>`;
}

/** Scripts, forms and other origins are shut out of the frame; its links open in a window of their own. */
function mailFrame(markup: string): Html {
  const framed = `<base target="_blank">${markup}`;
  return html`<iframe title="The mail as its reader sees it" sandbox="allow-popups allow-popups-to-escape-sandbox" referrerpolicy="no-referrer" srcdoc="${framed}"></iframe>`;
}

function linkList(mail: Mail): Html | undefined {
  const links = findLinks(mail);
  if (links.length === 0) return undefined;
  const items = links.map((link) => html`<li><a href="${link}" rel="noreferrer" target="_blank">${link}</a></li>`);
  return html`<h2>Links</h2><ul class="links">${items}</ul>`;
}

/** The http addresses in a mail's text, or in its HTML where it has no text. */
export function findLinks(mail: Pick<Mail, "text" | "html">): string[] {
  const source = mail.text ?? (mail.html ?? "").replaceAll("&amp;", "&");
  return [...new Set(source.match(/https?:\/\/[^\s<>"')\]]+/g) ?? [])];
}

function fileList(mail: Mail): Html | undefined {
  if (mail.attachments.length === 0) return undefined;
  const items = mail.attachments.map((file, index) => {
    const kilobytes = (file.content.length / 1024).toFixed(1);
    return html`<li><a href="${mailPath(mail.id)}/attachments/${index}">${file.fileName}</a> <span class="quiet">${file.contentType}, ${kilobytes} KB</span></li>`;
  });
  return html`<h2>Files</h2><ul class="links">${items}</ul>`;
}

function mailPath(id: string): string {
  return `/_cloud/mails/${encodeURIComponent(id)}`;
}
