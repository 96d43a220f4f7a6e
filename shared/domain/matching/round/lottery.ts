/**
 * The lottery that decides between clients of the same band who have waited equally long. Anyone who knows the seed can draw
 * it again; nobody who hands in data can know it before, since the seed is published after the hash of the inputs.
 */
import { createHash, createHmac, hash } from "node:crypto";

/** How many bits of the code are read as the number: as many as a double holds exactly, in whole bytes. */
const lotteryBytes = 6;

/** A client's lottery number, 0 to 2^48 - 1, the lower the better: the beginning of HMAC-SHA-256 of the id under the seed (RFC 2104). */
export function lotteryNumber(seed: string, clientId: string): number {
  return createHmac("sha256", seed).update(clientId).digest().readUIntBE(0, lotteryBytes);
}

const blockBytes = 64;
const hashBytes = 32;

/**
 * The numbers of clients, in their order; 0 for those who take no part, since they compete with nobody. The same numbers as
 * `lotteryNumber` gives, by the two hashes of which an HMAC consists: an Hmac object for each of some hundred thousand clients
 * takes twice the time, and memory until it is collected.
 */
export function drawLottery(seed: string, clientIds: readonly string[], takesPart: (client: number) => boolean): Float64Array {
  const longest = clientIds.reduce((most, id) => Math.max(most, id.length), 0);
  const key = Buffer.alloc(blockBytes);
  const given = Buffer.from(seed);
  (given.length > blockBytes ? hash("sha256", given, "buffer") : given).copy(key);
  const inner = Buffer.concat([key.map((byte) => byte ^ 0x36), Buffer.alloc(longest * 3)]);
  const outer = Buffer.concat([key.map((byte) => byte ^ 0x5c), Buffer.alloc(hashBytes)]);
  const numbers = new Float64Array(clientIds.length);
  clientIds.forEach((id, client) => {
    if (!takesPart(client)) return;
    const length = inner.write(id, blockBytes);
    hash("sha256", inner.subarray(0, blockBytes + length), "buffer").copy(outer, blockBytes);
    numbers[client] = hash("sha256", outer, "buffer").readUIntBE(0, lotteryBytes);
  });
  return numbers;
}

/** Gathers the hash of a round's inputs, the same in whatever order they are added. */
export type InputsHash = {
  readonly add: (record: unknown) => void;
  /** SHA-256, in hexadecimal, of the SHA-256 of all records one after another, in ascending order; `docs/matching.md` says it as a recipe. */
  readonly digest: () => string;
};

/** Begins a hash of inputs. Each record is taken as `canonicalJson`. */
export function inputsHash(): InputsHash {
  const digests: string[] = [];
  return {
    add: (record) => {
      // A character a byte: the order of the texts is that of the bytes.
      digests.push(hash("sha256", canonicalJson(record), "binary"));
    },
    digest: () => {
      const all = createHash("sha256");
      for (const digest of digests.toSorted()) all.update(digest, "binary");
      return all.digest("hex");
    },
  };
}

/** JSON in which the names of every object stand in order; absent values are left out. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, field]) => `${JSON.stringify(name)}:${canonicalJson(field)}`).join(",")}}`;
}
