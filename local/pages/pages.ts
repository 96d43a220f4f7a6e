import type { IncomingMessage, ServerResponse } from "node:http";
import type { Attachment } from "../mail/send-email.ts";
import { type PageRequest, readApi } from "./api.ts";
import { fireSchedule, moveClock } from "./changes.ts";
import { clockPage, deadLettersPage, logsPage, outboxPage, overviewPage, schedulesPage } from "./cloud-pages.ts";
import type { CloudView } from "./cloud-view.ts";
import { executionListPage, executionPage, executionStatuses } from "./execution-pages.ts";
import { readExecution } from "./executions.ts";
import { html } from "./html.ts";
import { type Page, renderPage } from "./layout.ts";
import { isLoopbackRequest, isSameOrigin } from "./loopback.ts";
import { mailListPage, mailPage } from "./mail-pages.ts";
import { Refusal, readRequestBody } from "./request-body.ts";
import { styleSheet } from "./style.ts";

/** The pages of the embedded cloud. */
export type Pages = {
  /** Answers requests below `/_cloud`; resolves to false for any other path. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
};

const mount = "/_cloud";
/** A mail's HTML lives in a frame under its page's policy: its own inline style may apply and nothing be fetched. */
const policies = {
  page: "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  mail: "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  file: "default-src 'none'; sandbox; frame-ancestors 'none'",
} as const;

/** Makes the `/_cloud` pages and their JSON twins below `/_cloud/api`, for this machine only. */
export function createPages(view: CloudView): Pages {
  return {
    handle: async (request, response) => {
      const target = URL.parse(`http://localhost${request.url ?? "/"}`);
      if (target === null || !(target.pathname === mount || target.pathname.startsWith(`${mount}/`))) return false;
      const isApi = target.pathname.startsWith(`${mount}/api/`);
      try {
        const asked = readRequest(request, target);
        if (isApi) sendJson(response, 200, await readApi(view, { ...asked, path: asked.path.slice(1) }));
        else await servePage(view, asked, response);
      } catch (error) {
        await sendProblem(view, isApi, error, response);
      }
      return true;
    },
  };
}

/** Throws Refusal for a request by another name than this machine's, and for a change that another site asks for. */
function readRequest(request: IncomingMessage, target: URL): PageRequest {
  if (!isLoopbackRequest(request)) throw new Refusal(403, "These pages answer to their own machine only.");
  const method = request.method === "HEAD" ? "GET" : (request.method ?? "");
  if (method !== "GET" && method !== "POST") throw new Refusal(405, `${method} is not known here.`);
  if (method === "POST" && !isSameOrigin(request)) throw new Refusal(403, "Another site's page may change nothing here.");
  return { method, path: readPath(target.pathname), query: target.searchParams, body: () => readRequestBody(request) };
}

function readPath(pathname: string): string[] {
  try {
    const parts = pathname.slice(mount.length).split("/").map(decodeURIComponent);
    return parts.filter((part) => part !== "");
  } catch {
    throw new Refusal(400, "The address is not well-formed.");
  }
}

async function servePage(view: CloudView, request: PageRequest, response: ServerResponse): Promise<void> {
  const [section, id, action, place] = request.path;
  if (request.method === "POST") return serveForm(view, request, response);
  if (section === "style.css" && id === undefined) return sendStyle(response);
  if (section === "mails" && id !== undefined && action === "attachments") {
    const file = view.mails.get(id)?.attachments[Number(place)];
    if (file === undefined || request.path.length !== 4) throw new Refusal(404, "There is no such file.");
    return sendFile(response, file);
  }
  const page = await findPage(view, request);
  if (page === undefined) throw new Refusal(404, "There is no such page.");
  const policy = section === "mails" && id !== undefined ? policies.mail : policies.page;
  sendHtml(response, 200, renderPage(page, view.title, await view.clock()), policy);
}

async function findPage(view: CloudView, { path, query }: PageRequest): Promise<Page | undefined> {
  const [section = "", id, ...rest] = path;
  if (rest.length > 0) return undefined;
  if (id !== undefined) {
    if (section === "mails") {
      const mail = view.mails.get(id);
      return mail === undefined ? undefined : mailPage(mail, view.mails.feedbackOf(mail.id));
    }
    if (section !== "executions") return undefined;
    const execution = await readExecution(view, id);
    return execution === undefined ? undefined : executionPage(execution);
  }
  const parameter = (name: string) => query.get(name) || undefined;
  switch (section) {
    case "":
      return overviewPage(view);
    case "mails":
      return mailListPage(view, parameter("to"));
    case "executions":
      return executionListPage(view, executionChoice(parameter("machine"), parameter("status")));
    case "schedules":
      return schedulesPage(view);
    case "outbox":
      return outboxPage(view);
    case "clock":
      return clockPage(view);
    case "dead-letters":
      return deadLettersPage(view);
    case "logs":
      return logsPage(view, parameter("function"));
    default:
      return undefined;
  }
}

function executionChoice(machine: string | undefined, status: string | undefined) {
  if (status !== undefined && !executionStatuses.some((known) => known === status)) {
    throw new Refusal(400, `${status} is not a status of an execution.`);
  }
  return { ...(machine === undefined ? {} : { machine }), ...(status === undefined ? {} : { status }) };
}

async function serveForm(view: CloudView, { path, body }: PageRequest, response: ServerResponse): Promise<void> {
  const [section, id, action] = path;
  const input = await body();
  if (section === "clock" && path.length === 1) await moveClock(view, input);
  else if (section === "schedules" && id !== undefined && action === "fire" && path.length === 3) await fireSchedule(view, id);
  else throw new Refusal(404, "There is no such form.");
  response.writeHead(303, { location: `${mount}/${section}`, "cache-control": "no-store" }).end();
}

async function sendProblem(view: CloudView, isApi: boolean, error: unknown, response: ServerResponse): Promise<void> {
  if (!(error instanceof Refusal)) console.error("pages:", error);
  const { status, message } =
    error instanceof Refusal ? error : { status: 500, message: "Something went wrong; the log of the cloud says what." };
  if (isApi) return sendJson(response, status, { message });
  const page: Page = { title: status === 404 ? "Not found" : "This cannot be done", section: "", body: html`<p>${message}</p>` };
  sendHtml(response, status, renderPage(page, view.title, await view.clock()), policies.page);
}

/** With the policy no-referrer a browser would send a form of these very pages with the origin "null". */
const commonHeaders = {
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
} as const;

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { ...commonHeaders, "content-type": "application/json" }).end(JSON.stringify(body));
}

function sendHtml(response: ServerResponse, status: number, markup: string, policy: string): void {
  const headers = { ...commonHeaders, "content-type": "text/html; charset=utf-8", "content-security-policy": policy };
  response.writeHead(status, headers).end(markup);
}

function sendStyle(response: ServerResponse): void {
  response.writeHead(200, { ...commonHeaders, "content-type": "text/css; charset=utf-8" }).end(styleSheet);
}

/** A file is always saved, never shown: its type is the sender's word. */
function sendFile(response: ServerResponse, file: Attachment): void {
  response.writeHead(200, {
    ...commonHeaders,
    "content-type": /^[\w.+-]+\/[\w.+-]+$/.test(file.contentType) ? file.contentType : "application/octet-stream",
    "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)}`,
    "content-security-policy": policies.file,
  });
  response.end(file.content);
}
