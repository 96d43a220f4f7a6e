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
