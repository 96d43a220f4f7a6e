import * as z from "zod";
import type { InvocationResult } from "../part.ts";

/** What goes back to the caller of the API. */
export type HttpResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: Buffer;
};

const headerValue = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const structuredResponse = z.object({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), headerValue).nullish(),
  multiValueHeaders: z.record(z.string(), z.array(headerValue)).nullish(),
  cookies: z.array(z.string()).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

/** API Gateway's own response, `{"message": …}`. */
export function gatewayResponse(status: number, message: string, headers: Record<string, string> = {}): HttpResponse {
  const body = Buffer.from(JSON.stringify({ message }));
  return { status, headers: { "content-type": "application/json", ...headers }, cookies: [], body };
}

/**
 * Reads a function's result in payload format 2.0: an object with a `statusCode` is the whole response, any other JSON is
 * the body of a 200. What failed, or is no response, is a 500.
 * Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function readResponse(result: InvocationResult): HttpResponse {
  const failed = gatewayResponse(500, "Internal Server Error");
  if (result.functionError !== undefined) return failed;
  const payload = parseJson(result.payload);
  if (payload === undefined) return failed;
  if (typeof payload.value !== "object" || payload.value === null || !("statusCode" in payload.value)) {
    return { status: 200, headers: { "content-type": "application/json" }, cookies: [], body: Buffer.from(result.payload) };
  }
  const structured = structuredResponse.safeParse(payload.value);
  if (!structured.success) return failed;
  const { statusCode, headers, multiValueHeaders, cookies, body, isBase64Encoded } = structured.data;
  const lowered: Record<string, string> = { "content-type": "text/plain;charset=utf-8" };
  for (const [name, value] of Object.entries(headers ?? {})) lowered[name.toLowerCase()] = value;
  for (const [name, values] of Object.entries(multiValueHeaders ?? {})) lowered[name.toLowerCase()] = values.join(",");
  const bytes = Buffer.from(body ?? "", isBase64Encoded === true ? "base64" : "utf8");
  return { status: statusCode, headers: lowered, cookies: cookies ?? [], body: bytes };
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
