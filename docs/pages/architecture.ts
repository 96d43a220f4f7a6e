/** The parts of the page on the architecture that are made. */
import { roomTable, routeTable } from "./house.ts";
import { pictureOf, statusTable, transitionTable } from "./processes.ts";

export const architectureParts = (): Readonly<Record<string, string>> => ({
  rooms: roomTable(),
  routes: routeTable(),
  placement: [pictureOf("PLACEMENT"), "", statusTable("PLACEMENT"), "", transitionTable("PLACEMENT")].join("\n"),
  "follow-up": [pictureOf("FOLLOW_UP"), "", statusTable("FOLLOW_UP"), "", transitionTable("FOLLOW_UP")].join("\n"),
});
