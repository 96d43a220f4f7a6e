import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { EdgeEncodings } from "../template/edge-model.ts";

/** What CloudFront compresses: texts of so many bytes. */
const compressible = /^(text\/|application\/(json|javascript|manifest\+json|wasm|xml)|image\/svg\+xml)/;
const least = 1000;
const most = 10_000_000;

/**
 * Compresses a body as far as the distribution and the viewer agree to it; undefined: it goes as it is.
 * Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html
 */
export async function compress(
  body: Buffer,
  contentType: string,
  accepted: string | undefined,
  encodings: EdgeEncodings,
): Promise<{ readonly encoding: "br" | "gzip"; readonly body: Buffer } | undefined> {
  if (body.length < least || body.length > most || !compressible.test(contentType)) return undefined;
  const names = (accepted ?? "")
    .split(",")
    .map((part) => part.split(";"))
    .filter(([, weight]) => !/^\s*q=0(\.0*)?\s*$/.test(weight ?? ""))
    .map(([name = ""]) => name.trim().toLowerCase());
  if (encodings.brotli && names.includes("br")) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
    return { encoding: "br", body: await promisify(brotliCompress)(body, { params }) };
  }
  if (encodings.gzip && names.includes("gzip")) return { encoding: "gzip", body: await promisify(gzip)(body) };
  return undefined;
}
