import type { IncomingMessage } from "node:http";

const names = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Whether a request was made to this machine by name, which a page of another site that rebinds its own name cannot do. */
export function isLoopbackRequest(request: IncomingMessage): boolean {
  return isLoopbackUrl(`http://${request.headers.host ?? ""}/`);
}

/** Whether a URL is plain http on this machine. */
export function isLoopbackUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && url.protocol === "http:" && names.has(url.hostname);
}

/** Whether a request comes from a page of this very host and port, or from no page at all. */
export function isSameOrigin(request: IncomingMessage): boolean {
  const { origin, host } = request.headers;
  return origin === undefined || origin === `http://${host}`;
}

/**
 * Whether a page in a browser sent a request, of whatever site: it names its origin with every POST, and how it stands to this
 * server with everything. What speaks to AWS's endpoint is a program, which does neither.
 */
export function isBrowserRequest({ headers }: IncomingMessage): boolean {
  return headers.origin !== undefined || headers["sec-fetch-site"] !== undefined;
}
