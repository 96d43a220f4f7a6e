/** The house as it stands: which area has which rooms, and which route leads to which function. */
import { globSync } from "node:fs";
import { join } from "node:path";
import { kebab } from "../../shared/api/kebab.ts";
import { areas, type Route, routes } from "../../shared/api/routes.ts";
import { accessTable } from "../../shared/domain/offices/access-policy.ts";
import { code, table } from "./markdown.ts";

const root = join(import.meta.dirname, "../..");

/** The rooms that all areas share. */
const shared = ["calendar", "identifiers", "reference", "record", "process", "relay", "workflow"] as const;

const isThere = (pattern: string): boolean => globSync(pattern, { cwd: root }).length > 0;
const cell = (there: boolean, place: string): string => (there ? code(place) : "");

/** A row an area, a column a layer: where a thing of that area is looked for first. */
export function roomTable(): string {
  const rowOf = (area: string): readonly string[] => [
    area,
    cell(isThere(`shared/domain/${area}/**/*.ts`), `domain/${area}/`),
    cell(isThere(`shared/commands/${area}/*.ts`), `commands/${area}/`),
    cell(isThere(`shared/store/${area}.ts`), `store/${area}.ts`),
    cell(isThere(`shared/api/${area}.ts`), `api/${area}.ts`),
    cell(
      areas.some((one) => one === area),
      `titian-<stage>-${area}`,
    ),
  ];
  return table(["Area", "Domain", "Commands", "Store", "API", "Stack"], [...areas, ...shared].map(rowOf));
}

/** A row a route. */
export const routeTable = (): string =>
  table(
    ["Route", "Function", "Who"],
    Object.entries<Route>(routes).map(([name, { method, path, access }]) => [
      code(`${method} ${path}`),
      code(`functions/http/${kebab(name)}.ts`),
      access.kind === "staff"
        ? Object.keys(accessTable[access.action]).join(", ")
        : access.kind === "link"
          ? "holder of a link"
          : "anybody",
    ]),
  );
