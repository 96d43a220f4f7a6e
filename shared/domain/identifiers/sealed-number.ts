/** A number by which a person is known to the state, at rest: sealed, to be looked up, and in four digits to be shown. */
import * as z from "zod";

/** AES-256-GCM under a KMS data key, the id of the record as additional data; looked up by HMAC. */
export const sealedNumber = z.object({
  ciphertext: z.string(),
  iv: z.string(),
  tag: z.string(),
  dataKey: z.string(),
  /** `v<version>.<hex>` of the HMAC-SHA-256 under the look-up key. */
  lookup: z.string(),
  last4: z.string().length(4),
});
export type SealedNumber = z.infer<typeof sealedNumber>;
