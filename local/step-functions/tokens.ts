/** Task tokens: opaque, and such that a malformed one is told from one that is not known. */
import { createHash, randomBytes } from "node:crypto";

const tokenPattern = /^[A-Za-z0-9_-]{128}$/;

/** A token of 128 characters: 80 random bytes, and 16 that check them. */
export function createToken(): string {
  const random = randomBytes(80);
  return Buffer.concat([random, checkOf(random)]).toString("base64url");
}

/** Whether a text could have been made by `createToken`. */
export function isToken(text: string): boolean {
  if (!tokenPattern.test(text)) return false;
  const bytes = Buffer.from(text, "base64url");
  return checkOf(bytes.subarray(0, 80)).equals(bytes.subarray(80));
}

function checkOf(bytes: Uint8Array): Buffer {
  return createHash("sha256").update("step-functions task token").update(bytes).digest().subarray(0, 16);
}
