import type { IncomingMessage } from "node:http";

/** A request that cannot be done as it is: an HTTP status and what to say. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** The most that a request may hold, in characters. */
const maximumLength = 100_000;

/** Reads a JSON or a form body; no body is an empty object. Throws Refusal for another content type. */
export async function readRequestBody(request: IncomingMessage): Promise<unknown> {
  const type = (request.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase();
  if (type === "" && (request.headers["content-length"] ?? "0") === "0" && request.headers["transfer-encoding"] === undefined)
    return {};
  const isForm = type === "application/x-www-form-urlencoded";
  if (!isForm && type !== "application/json") throw new Refusal(415, "Send application/json or a form.");
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) {
    if (text.length <= maximumLength) text += chunk;
  }
  if (text.length > maximumLength) throw new Refusal(413, "The request is too large.");
  if (isForm) return Object.fromEntries(new URLSearchParams(text));
  if (text === "") return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, "The request is not JSON.");
  }
}
