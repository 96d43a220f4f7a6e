/** Who sits where: the seats of all vacancies in one row, those that are taken first within each vacancy. */
import { type Assignment, type PreferenceLists, unplaced } from "./preference-lists.ts";

export type Seating = {
  readonly assignment: Assignment;
  /** Where the seats of each vacancy begin, and the end of them all. */
  readonly root: Int32Array;
  readonly holder: Int32Array;
  /** How many seats of each vacancy are taken. */
  readonly filled: Int32Array;
  /** The seat that each client holds. */
  readonly seatOf: Int32Array;
};

/** Where the seats of each vacancy begin in one row of them all, and the end. */
export function seatRow({ vacancies, seats }: PreferenceLists): Int32Array {
  const root = new Int32Array(vacancies + 1);
  for (let vacancy = 0; vacancy < vacancies; vacancy++) root[vacancy + 1] = (root[vacancy] ?? 0) + (seats[vacancy] ?? 0);
  return root;
}

/** Seats the clients of an assignment, which is kept up from then on. Throws a `RangeError` where it needs more seats than there are. */
export function seatClients(lists: PreferenceLists, assignment: Assignment): Seating {
  const root = seatRow(lists);
  const seating: Seating = {
    assignment,
    root,
    holder: new Int32Array(root[lists.vacancies] ?? 0),
    filled: new Int32Array(lists.vacancies),
    seatOf: new Int32Array(lists.clients),
  };
  for (let client = 0; client < lists.clients; client++) {
    const vacancy = assignment[client] ?? unplaced;
    if (vacancy === unplaced) continue;
    if ((seating.filled[vacancy] ?? 0) >= (lists.seats[vacancy] ?? 0)) {
      throw new RangeError(`vacancy ${vacancy} has no seat left for client ${client}`);
    }
    sit(seating, client, vacancy, takeSeat(seating, vacancy));
  }
  return seating;
}

/** The next free seat of a vacancy, no longer free. */
export function takeSeat({ root, filled }: Seating, vacancy: number): number {
  const taken = filled[vacancy] ?? 0;
  filled[vacancy] = taken + 1;
  return (root[vacancy] ?? 0) + taken;
}

/** Makes a seat free that its holder has left. */
export function giveBack({ root, holder, filled, seatOf }: Seating, vacancy: number, seat: number): void {
  const taken = (filled[vacancy] ?? 0) - 1;
  filled[vacancy] = taken;
  const last = (root[vacancy] ?? 0) + taken;
  if (last === seat) return;
  const moved = holder[last] ?? 0;
  holder[seat] = moved;
  seatOf[moved] = seat;
}

/** Puts a client on a seat that was taken for it or that its holder leaves. */
export function sit({ assignment, holder, seatOf }: Seating, client: number, vacancy: number, seat: number): void {
  holder[seat] = client;
  seatOf[client] = seat;
  assignment[client] = vacancy;
}
