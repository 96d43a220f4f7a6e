/** A number by which a person is known to the state, at rest: sealed, to be looked up, and in four digits to be shown. */
import * as z from "zod";

/** AES-256-GCM under a KMS data key, the id of the record as additional data. The data key says under which key it lies itself. */
export const sealedText = z.object({ ciphertext: z.string(), iv: z.string(), tag: z.string(), dataKey: z.string() });
export type SealedText = z.infer<typeof sealedText>;

/** Looked up by HMAC. */
export const sealedNumber = sealedText.extend({
  /** `v<version>.<hex>` of the HMAC-SHA-256 under the look-up key. */
  lookup: z.string(),
  last4: z.string().length(4),
  /** For which record it was sealed, where that was not the one in which it stands. */
  sealedFor: z.string().optional(),
});
export type SealedNumber = z.infer<typeof sealedNumber>;
