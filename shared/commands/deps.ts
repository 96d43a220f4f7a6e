/** What every command is given: store, clock, ids and keys as arguments. */
import type { Instant } from "../domain/calendar/instant.ts";
import type { NewId } from "../domain/identifiers/ids.ts";
import type { SealedText } from "../domain/identifiers/sealed-number.ts";
import type { Store } from "../store/store.ts";

/** Keys that never leave KMS. */
export type Keys = {
  /** Keyed hash of a text under the look-up key: `v<version>.<hex>`. */
  readonly lookup: (text: string) => Promise<string>;
  /** `KD-` and 32 bits in hexadecimal: the same name for the same client and vacancy, another one for another vacancy. */
  readonly candidateName: (vacancyId: string, clientId: string) => Promise<string>;
  /** The secret of a link, base64url of 256 bits: the same for the same link and revision, today and in a repeated mail. */
  readonly linkSecret: (linkId: string, rev: number) => Promise<string>;
  /** Whether this function was given the key that seals. */
  readonly maySeal: boolean;
  /** Seals a short text for one record. */
  readonly seal: (text: string, recordId: string) => Promise<SealedText>;
  /** Opens what was sealed for a record, under whichever key that was. Throws where it was sealed for another one. */
  readonly unseal: (sealed: SealedText, recordId: string) => Promise<string>;
};

export type Deps = {
  readonly store: Store;
  /** Now, in UTC. */
  readonly now: () => Instant;
  readonly newId: NewId;
  readonly keys: Keys;
  /** Tells the operators that somebody tries numbers: so many known ones on one day. */
  readonly noteLookups?: (count: number) => void;
  /** Tells the operators that somebody tries secrets: so many wrong ones in an hour, for this link where they were all for one. */
  readonly noteTries?: (count: number, linkId: string | undefined) => void;
  /** Waits so many milliseconds before another try. */
  readonly pause: (milliseconds: number) => Promise<void>;
};
