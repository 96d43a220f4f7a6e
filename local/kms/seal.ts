import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/** Names and values that must be the same at encryption and at decryption. */
export type EncryptionContext = Readonly<Record<string, string>>;

const version = 1;
const ivBytes = 12;
const tagBytes = 16;

/**
 * Encrypts with AES-256-GCM. The blob says which key it wants (version, length of the key id, key id, iv, ciphertext, tag), as a
 * KMS ciphertext does; that and the encryption context are bound as additional data.
 */
export function seal(key: Buffer, keyId: string, plaintext: Buffer, context: EncryptionContext): Buffer {
  const id = Buffer.from(keyId);
  const header = Buffer.concat([Buffer.from([version, id.length]), id]);
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv("aes-256-gcm", key, iv, { authTagLength: tagBytes });
  cipher.setAAD(additionalData(header, context));
  return Buffer.concat([header, iv, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

/** The id of the key that a blob was sealed with; undefined: this is no blob of ours. */
export function sealedKeyId(blob: Buffer): string | undefined {
  const length = blob[1];
  if (blob[0] !== version || length === undefined || blob.length < 2 + length + ivBytes + tagBytes) return undefined;
  return blob.toString("utf8", 2, 2 + length);
}

/** Decrypts a blob of `seal`; undefined where the blob, the key or the context is not the same. */
export function unseal(key: Buffer, blob: Buffer, context: EncryptionContext): Buffer | undefined {
  const start = 2 + (blob[1] ?? 0);
  const decipher = createDecipheriv("aes-256-gcm", key, blob.subarray(start, start + ivBytes), { authTagLength: tagBytes });
  decipher.setAAD(additionalData(blob.subarray(0, start), context));
  decipher.setAuthTag(blob.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(blob.subarray(start + ivBytes, -tagBytes)), decipher.final()]);
  } catch {
    return undefined;
  }
}

function additionalData(header: Buffer, context: EncryptionContext): Buffer {
  // The order in which a caller writes the context does not matter.
  const pairs = Object.entries(context).sort(([left], [right]) => (left < right ? -1 : 1));
  return Buffer.concat([header, Buffer.from(JSON.stringify(pairs))]);
}
