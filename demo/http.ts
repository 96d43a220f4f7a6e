/** Requests that outlive a restart of the cloud: the same request with the same key until there is a response. */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

/** A refusal of the API, with its code. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, text: string) {
    super(`${status} ${code}: ${text}`);
    this.status = status;
    this.code = code;
  }
}

export type Call = {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly body?: unknown;
  readonly token?: string;
  /** The Idempotency-Key; a new one unless said. */
  readonly key?: string;
};

/** For how long an unreachable cloud is waited for, in milliseconds. */
const patience = 30_000;

/**
 * Sends a request and returns the parsed JSON. Throws ApiProblem for a refusal. While the cloud cannot be reached, or says
 * that it failed, the same request goes out again with the same Idempotency-Key.
 */
export async function send(publicUrl: string, call: Call): Promise<unknown> {
  const headers = {
    "content-type": "application/json",
    "idempotency-key": call.key ?? randomUUID(),
    ...(call.token ? { authorization: `Bearer ${call.token}` } : {}),
  };
  const until = Date.now() + patience;
  for (;;) {
    const response = await attempt(`${publicUrl}${call.path}`, {
      method: call.method,
      headers,
      ...(call.method === "POST" ? { body: JSON.stringify(call.body ?? {}) } : {}),
    });
    if (response && response.status < 500) {
      if (response.status < 400) return response.body;
      throw new ApiProblem(response.status, textOf(response.body, "code"), JSON.stringify(response.body));
    }
    if (Date.now() > until)
      throw new Error(
        `${call.method} ${call.path}: no response${response ? ` but ${response.status} ${JSON.stringify(response.body)}` : ""}`,
      );
    await sleep(100);
  }
}

/** One try; undefined where the connection failed or broke. */
async function attempt(url: string, init: RequestInit): Promise<{ status: number; body: unknown } | undefined> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(60_000) });
    const text = await response.text();
    return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError) throw error;
    return undefined;
  }
}

const textOf = (body: unknown, field: string): string => {
  const value =
    typeof body === "object" && body !== null ? Object.entries(body).find(([name]) => name === field)?.[1] : undefined;
  return typeof value === "string" ? value : "";
};

/** Tries something again while the cloud cannot be reached: a sign-in is several requests, and a restart may fall between them. */
export async function persist<T>(run: () => Promise<T>): Promise<T> {
  const until = Date.now() + patience;
  for (;;) {
    try {
      return await run();
    } catch (error) {
      if (Date.now() > until) throw error;
      await sleep(200);
    }
  }
}
