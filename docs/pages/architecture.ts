/** The parts of the page on the architecture that are made. */
import { waysOfPlacement } from "../../shared/domain/placements/transitions.ts";
import { processMap } from "../../shared/pictures/process-map.ts";
import { svgFile } from "../../shared/pictures/svg.ts";
import { roomTable, routeTable } from "./house.ts";
import { pictureOf, statusTable, transitionTable } from "./processes.ts";

/** The map by hand first; below it, by machine, each way with the names of its transitions. */
const placementMap = "![The statuses of a placement and the ways between them](placement.svg)";

export const placementPicture = (): string => svgFile(processMap({ language: "en", ways: waysOfPlacement() }));

export const architectureParts = (): Readonly<Record<string, string>> => ({
  rooms: roomTable(),
  routes: routeTable(),
  placement: [placementMap, "", pictureOf("PLACEMENT"), "", statusTable("PLACEMENT"), "", transitionTable("PLACEMENT")].join(
    "\n",
  ),
  "follow-up": [pictureOf("FOLLOW_UP"), "", statusTable("FOLLOW_UP"), "", transitionTable("FOLLOW_UP")].join("\n"),
});
