/** All eligible pairs of a market, as the round reads them: each client's vacancies, best first. */
import type { PreferenceLists } from "../round/preference-lists.ts";
import type { ClientColumns } from "./client-columns.ts";
import { vacancyFinder } from "./find-vacancies.ts";
import type { VacancyIndex } from "./vacancy-index.ts";

/** How many edges the pieces of memory hold while their number is not yet known: each twice the one before, up to a million. */
const firstPiece = 1 << 8;
const longestPiece = 1 << 20;

/** Up to how many numbers are sorted quicker by insertion than by a call that leaves compiled code. */
const shortList = 32;

/** Moves the first few of some numbers to a place in others, ascending. */
function moveSorted(from: Uint32Array, count: number, to: Uint32Array, place: number): void {
  for (let i = 0; i < count; i += 1) {
    const edge = from[i] ?? 0;
    let at = place + i;
    while (at > place && (to[at - 1] ?? 0) > edge) {
      to[at] = to[at - 1] ?? 0;
      at -= 1;
    }
    to[at] = edge;
  }
}

/** Builds the lists. Clients and vacancies keep their numbers. */
export function buildPreferenceLists(index: VacancyIndex, clients: ClientColumns): PreferenceLists {
  const { find, found } = vacancyFinder(index, clients);
  const start = new Int32Array(clients.count + 1);
  const pieces: Uint32Array<ArrayBuffer>[] = [];
  let piece = new Uint32Array(0);
  let filled = 0;
  let total = 0;
  for (let client = 0; client < clients.count; client += 1) {
    const count = find(client);
    if (filled + count > piece.length) {
      pieces.push(piece.subarray(0, filled));
      piece = new Uint32Array(Math.max(count, Math.min(longestPiece, firstPiece * 2 ** pieces.length)));
      filled = 0;
    }
    if (count <= shortList) moveSorted(found, count, piece, filled);
    else piece.set(found.subarray(0, count).sort(), filled);
    filled += count;
    total += count;
    start[client + 1] = total;
  }
  pieces.push(piece.subarray(0, filled));
  const edges = new Uint32Array(total);
  let at = 0;
  for (const full of pieces.splice(0)) {
    edges.set(full, at);
    at += full.length;
    // Gives the piece back at once: otherwise all edges would stand in memory twice until the next collection.
    full.buffer.transfer(0);
  }
  return {
    clients: clients.count,
    vacancies: index.count,
    seats: index.seats,
    start,
    edges,
    vacancyBits: index.vacancyBits,
    mostPoints: index.mostPoints,
  };
}
