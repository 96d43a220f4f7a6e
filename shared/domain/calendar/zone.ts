import * as z from "zod";

/** The three time zones of Indonesia. They know no summer time, so a fixed offset is all there is. Source: Keppres 41/1987. */
export const zoneSchema = z.enum(["WIB", "WITA", "WIT"], { error: "zone.format" });
export type Zone = z.infer<typeof zoneSchema>;

/** Hours ahead of UTC. */
export const zoneOffsetHours: Readonly<Record<Zone, number>> = { WIB: 7, WITA: 8, WIT: 9 };
