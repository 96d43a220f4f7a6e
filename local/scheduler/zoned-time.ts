/** Wall-clock time of IANA zones, by Intl. A wall time is epoch milliseconds as if the zone were UTC. */

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** The wall time in a zone at a moment. Throws RangeError for a zone that does not exist. */
export function wallTimeOf(moment: number, timeZone: string): number {
  const part: Record<string, number> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(moment)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) + (((moment % 1000) + 1000) % 1000);
}

/**
 * The moment of a wall time in a zone: the earlier one where clocks are turned back and it comes twice, undefined where
 * they are turned forward and it never comes.
 */
export function momentOfWallTime(wall: number, timeZone: string): number | undefined {
  const day = 24 * 3600_000;
  const offsets = [wall - day, wall + day].map((near) => wallTimeOf(near, timeZone) - near);
  const candidates = offsets.map((offset) => wall - offset).filter((moment) => wallTimeOf(moment, timeZone) === wall);
  return candidates.length === 0 ? undefined : Math.min(...candidates);
}
