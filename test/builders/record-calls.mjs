/**
 * Loaded into a function's process before its bundle: writes down each call of AWS that the function makes, one JSON line a
 * call, into the folder of TITIAN_CALLS. Plain JavaScript, since NODE_OPTIONS names it.
 */
import { appendFileSync } from "node:fs";
import http from "node:http";
import { join } from "node:path";

const file = join(process.env.TITIAN_CALLS ?? ".", `${process.pid}.ndjson`);
const original = http.request;

http.request = (...args) => {
  const request = original(...args);
  const parts = [];
  const keep = (part) => {
    if (typeof part === "string" || part instanceof Uint8Array) parts.push(Buffer.from(part));
  };
  const { write, end } = request;
  request.write = (part, ...rest) => {
    keep(part);
    return write.call(request, part, ...rest);
  };
  request.end = (part, ...rest) => {
    keep(part);
    const line = {
      functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
      target: String(request.getHeader("x-amz-target") ?? ""),
      path: request.path,
      body: Buffer.concat(parts).toString("utf8"),
    };
    // At once, since the process is killed when it is no longer needed.
    appendFileSync(file, `${JSON.stringify(line)}\n`);
    return end.call(request, part, ...rest);
  };
  return request;
};
