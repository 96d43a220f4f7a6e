import type { DatabaseSync } from "node:sqlite";
import type { Clock } from "../part.ts";

/** The cloud's clock with the one way to move it. */
export type MovableClock = Clock & {
  /** Jumps to a moment (epoch ms); a moment that has passed already changes nothing. */
  readonly jumpTo: (moment: number) => void;
};

/**
 * Opens the clock, whose offset is kept in the database.
 * @param startAt where time begins (epoch ms) when the clock is new; real time unless said
 */
export function openClock(database: DatabaseSync, startAt = Date.now()): MovableClock {
  database.exec("CREATE TABLE IF NOT EXISTS clock (id INTEGER PRIMARY KEY CHECK (id = 1), offset INTEGER NOT NULL) STRICT");
  database.prepare("INSERT OR IGNORE INTO clock (id, offset) VALUES (1, ?)").run(startAt - Date.now());
  let offset = Number(database.prepare("SELECT offset FROM clock").get()?.offset ?? 0);
  const save = database.prepare("UPDATE clock SET offset = ?");
  return {
    now: () => Date.now() + offset,
    offset: () => offset,
    jumpTo: (moment) => {
      const ahead = Math.ceil(moment - (Date.now() + offset));
      if (ahead <= 0) return;
      save.run(offset + ahead);
      offset += ahead;
    },
  };
}
