/** Requests of the load bench: each goes out once, and whatever is not a success is an error. */
import { randomUUID } from "node:crypto";

export type Request = {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly token?: string;
  readonly body?: unknown;
};

/** Sends a request and returns the parsed JSON. Throws where the answer is no success. */
export async function sendOnce(publicUrl: string, { method, path, token, body }: Request): Promise<unknown> {
  const response = await fetch(`${publicUrl}${path}`, {
    method,
    headers: {
      "content-type": "application/json",
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(method === "POST" ? { "idempotency-key": randomUUID() } : {}),
    },
    ...(method === "POST" ? { body: JSON.stringify(body ?? {}) } : {}),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return JSON.parse(text);
}
