/** The HTTP front: the AWS JSON 1.0 protocol. */
import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { ApiResponse } from "../part.ts";

const targetPrefix = "AWSStepFunctions.";
/** A definition may have 1 MB; JSON may write each of its characters as six. */
const bodyLimit = 8_388_608;

/** An error as the protocol tells it. */
export function errorResponse(status: number, type: string, message: string): ApiResponse {
  return { status, errorType: type, body: { __type: type, message } };
}

/** Answers one request. */
export async function handleRequest(
  call: (operation: string, input: unknown) => Promise<ApiResponse>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  let result: ApiResponse;
  try {
    result = await responseTo(call, request);
  } catch {
    // The caller has gone in the middle of its request.
    response.destroy();
    return;
  }
  const body = JSON.stringify(result.body);
  response.writeHead(result.status, {
    "content-type": "application/x-amz-json-1.0",
    "content-length": Buffer.byteLength(body),
    "x-amzn-requestid": randomUUID(),
    ...(result.errorType === undefined ? {} : { "x-amzn-errortype": result.errorType }),
  });
  response.end(body);
}

async function responseTo(
  call: (operation: string, input: unknown) => Promise<ApiResponse>,
  request: IncomingMessage,
): Promise<ApiResponse> {
  const target = request.headers["x-amz-target"];
  if (request.method !== "POST" || typeof target !== "string" || !target.startsWith(targetPrefix)) {
    return errorResponse(400, "UnknownOperationException", `X-Amz-Target must be ${targetPrefix}<operation> of a POST`);
  }
  const text = await readBody(request);
  if (text === undefined) return errorResponse(413, "RequestEntityTooLargeException", `The body is over ${bodyLimit} bytes`);
  let input: unknown;
  try {
    input = text === "" ? {} : JSON.parse(text);
  } catch {
    return errorResponse(400, "SerializationException", "The body is not JSON");
  }
  return call(target.slice(targetPrefix.length), input);
}

/** @returns undefined where the body is too large */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += bytes.length;
    if (size <= bodyLimit) chunks.push(bytes);
  }
  return size > bodyLimit ? undefined : Buffer.concat(chunks).toString("utf8");
}
