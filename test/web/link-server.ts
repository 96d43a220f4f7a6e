/** A small server with one link behind it: it keeps an answer as the real one does, in the shapes of `shared/api`. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import * as z from "zod";
import { linkView } from "../../shared/api/links.ts";
import { routes } from "../../shared/api/routes.ts";
import {
  confirmationChoice,
  employerChoice,
  followUpChoice,
  interviewAnswer,
} from "../../shared/domain/placements/link-choices.ts";
import { isLinkPath } from "../../shared/runtime/link-path.ts";

export const linkId = "li_01KAPZ4T8W5D3R2Q7XN9M6C1YB";
export const secret = "q3Jx0_0b9VtGmZ5sLr8YfKc2-nWdEuHa7TiPoBjX4vM";

export const shortCode = "4F7K9M2CXR8D";

type View = z.infer<typeof linkView>;
type Call = {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly key: string | undefined;
  readonly language: string | undefined;
};
type Problem = { readonly status: number; readonly code: string; readonly title: string; readonly detail?: string };
/** What happens to calls that would change something. A browser repeats a call by itself where a kept connection breaks. */
type Fault = "lose the request" | "lose the response" | "unwell" | Problem;

const choices = {
  ANSWER: { path: "/link/answer", schema: employerChoice },
  INTERVIEW_RESULT: { path: "/link/answer", schema: interviewAnswer },
  CONFIRMATION: { path: "/link/confirmation", schema: confirmationChoice },
  FOLLOW_UP: { path: "/link/answer", schema: followUpChoice },
} as const;
const actionSchema = z.enum(["ANSWER", "INTERVIEW_RESULT", "CONFIRMATION", "FOLLOW_UP"]);
export type Action = z.infer<typeof actionSchema>;

const used: Problem = { status: 409, code: "LINK_USED", title: "Tautan sudah dipakai" };
const undoWindow = 10 * 60_000;
const headersKept = z.object({ "idempotency-key": z.string().optional(), "accept-language": z.string().optional() });

/** Where the server's clock stands at the start: 23 November 2026, 09.05 WIB. The machine's own clock does not matter. */
const startOfClock = Date.parse("2026-11-23T02:05:00.000Z");

/** What stands behind the link of each action. */
export function viewOf(action: Action): Omit<View, "now"> {
  const known = { name: "Raka Pradana", phone: "+62 812-5550-0187" };
  return {
    action,
    open: true,
    zone: "WIB",
    deadline: "2026-11-27T17:00:00.000Z",
    asker: "Sekar Wening (Titian Kerja)",
    askerNumber: "0812-1111-2222",
    employer: "PT Laju Motor Nusantara",
    vacancy: "Mekanik sepeda motor",
    candidate: "K-7RXN9",
    competences: action === "ANSWER" ? ["Servis berkala sepeda motor", "Sistem kelistrikan", "Kaki-kaki dan rem"] : [],
    reasons:
      action === "ANSWER"
        ? [
            { source: "DISTANCE", points: 150 },
            { source: "SKILLS", points: 200 },
            { source: "EXPERIENCE", points: 20 },
          ]
        : [],
    ...(action === "ANSWER" ? {} : { identity: known }),
    ...(action === "FOLLOW_UP" ? { day: 30 } : {}),
  };
}

/** Starts the server on a free port. `page` is served at `/link` under `policy`. */
export async function startLinkServer(page: string, policy: string) {
  const calls: Call[] = [];
  let fault: Fault | undefined;
  const responses = new Map<string, { readonly request: string; readonly response: unknown }>();
  let view: Omit<View, "now"> = viewOf("ANSWER");
  let viewProblem: Problem | undefined;
  let choice: unknown;
  let undoUntil: number | undefined;
  let clock = startOfClock - performance.now();
  let slowness = 0;
  const now = () => Math.floor(clock + performance.now());

  function seen(): View {
    const pending = undoUntil !== undefined && undoUntil > now() ? { undoUntil: new Date(undoUntil).toISOString() } : {};
    const given = typeof choice === "object" ? { given: choice } : {};
    const closed = undoUntil === undefined ? {} : { open: false, closedBecause: "LINK_USED", ...given };
    return linkView.parse({ ...view, ...closed, ...pending, now: new Date(now()).toISOString() });
  }

  function change(path: string, body: unknown): { readonly response: unknown } | { readonly problem: Problem } {
    if (path === "/link/undo") {
      routes.undoLink.body.parse(body);
      if (undoUntil === undefined || now() >= undoUntil)
        return {
          problem: {
            status: 409,
            code: "UNDO_TOO_LATE",
            title: "Jawaban sudah berlaku",
            detail: "Jawaban ini tidak dapat dibatalkan lagi.",
          },
        };
      undoUntil = undefined;
      choice = undefined;
      return { response: routes.undoLink.response.parse({ undone: true }) };
    }
    const asked = choices[actionSchema.parse(view.action)];
    if (asked.path !== path) return { problem: { status: 404, code: "LINK_INVALID", title: "Tautan tidak dikenal" } };
    if (undoUntil !== undefined) return { problem: used };
    if (!view.open) return { problem: { status: 410, code: "LINK_EXPIRED", title: "Tautan sudah tidak berlaku" } };
    choice = asked.schema.parse(routes.answerLink.body.parse(body).choice);
    undoUntil = now() + undoWindow;
    const at = new Date(undoUntil).toISOString();
    return { response: routes.answerLink.response.parse({ effectiveAt: at, undoUntil: at }) };
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    const kept = headersKept.parse(request.headers);
    const path = request.url ?? "";
    const key = kept["idempotency-key"];
    const body: unknown = text === "" ? undefined : JSON.parse(text);
    calls.push({ method: request.method ?? "", path, body, key, language: kept["accept-language"] });
    const respond = (status: number, value: unknown) =>
      response
        .writeHead(status, {
          "content-type": status < 400 ? "application/json" : "application/problem+json",
          "cache-control": "no-store",
        })
        .end(JSON.stringify(value));
    const refuse = (problem: Problem) => respond(problem.status, { type: `urn:titian:${problem.code}`, ...problem });
    if (request.method === "GET" && isLinkPath(path)) {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-security-policy": policy }).end(page);
      return;
    }
    if (request.method !== "POST") return void refuse({ status: 404, code: "NOT_FOUND", title: "Tidak ditemukan" });
    await wait(slowness);
    if (path === "/link/code")
      return void (routes.openByCode.body.parse(body).code === shortCode
        ? respond(200, routes.openByCode.response.parse({ linkId, secret }))
        : refuse({ status: 404, code: "LINK_INVALID", title: "Tautan tidak dikenal", detail: "Kode ini tidak kami kenal" }));
    const { secret: said, linkId: id } = z.object({ secret: z.string(), linkId: z.string() }).parse(body);
    if (said !== secret || id !== linkId)
      return void refuse({
        status: 404,
        code: "LINK_INVALID",
        title: "Tautan tidak dikenal",
        detail: "Tautan ini tidak lengkap atau sudah diganti.",
      });
    if (path === "/link/view") return void (viewProblem ? refuse(viewProblem) : respond(200, seen()));
    if (path === "/link/colleague" && fault === undefined) {
      routes.nameColleague.body.parse(body);
      return void respond(200, routes.nameColleague.response.parse({ noted: true }));
    }
    if (fault === "lose the request") return void request.socket.destroy();
    if (fault === "unwell") return void response.writeHead(503).end("upstream");
    if (typeof fault === "object") return void refuse(fault);
    if (key === undefined) return void refuse({ status: 400, code: "IDEMPOTENCY_KEY_REQUIRED", title: "Kunci tidak ada" });
    const earlier = responses.get(key);
    if (earlier && earlier.request !== path + text)
      return void refuse({ status: 422, code: "IDEMPOTENCY_KEY_REUSED", title: "Kunci sudah dipakai" });
    const result = earlier ? { response: earlier.response } : change(path, body);
    if ("problem" in result) return void refuse(result.problem);
    responses.set(key, { request: path + text, response: result.response });
    if (fault === "lose the response") return void request.socket.destroy();
    respond(200, result.response);
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => response.writeHead(400).end(String(error)));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;

  return {
    origin,
    link: `${origin}/link#${linkId}.${secret}`,
    calls,
    /** The calls that would change something. */
    changes: () => calls.filter(({ method, path }) => method === "POST" && path !== "/link/view"),
    /** The choice that is kept now. */
    kept: () => choice,
    /** Starts afresh with what the link is about. */
    ask(next: Omit<View, "now">): void {
      view = next;
      viewProblem = undefined;
      choice = undefined;
      undoUntil = undefined;
      clock = startOfClock - performance.now();
      slowness = 0;
      calls.length = 0;
      fault = undefined;
      responses.clear();
    },
    /** Until it is mended. */
    breakWith: (next: Fault) => {
      fault = next;
    },
    mend: () => {
      fault = undefined;
    },
    refuseView: (problem: Problem | undefined) => {
      viewProblem = problem;
    },
    /** Each call waits so long, in milliseconds. */
    slowDown: (ms: number) => {
      slowness = ms;
    },
    jump: (ms: number) => {
      clock += ms;
    },
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
export type LinkServer = Awaited<ReturnType<typeof startLinkServer>>;
