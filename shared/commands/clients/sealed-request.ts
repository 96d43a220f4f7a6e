/** A request that holds numbers and names of people, as its hash may be kept: under a key, so that nobody can try numbers on it. */
import { createHash } from "node:crypto";
import type { Deps } from "../deps.ts";

/** The same for the same request. KMS takes short texts alone: it is given the hash of the request, which is kept nowhere. */
export const sealedRequest = (deps: Deps, body: unknown): Promise<string> =>
  deps.keys.lookup(createHash("sha256").update(JSON.stringify(body)).digest("hex"));
