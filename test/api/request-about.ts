/** Addresses of routes about given records, made from the routes. */
import * as z from "zod";
import type { Route } from "../../shared/api/routes.ts";
import type { Records } from "./office-records.ts";

const owners: Readonly<Record<string, keyof Records>> = {
  clients: "client",
  certificates: "certificate",
  agreements: "agreement",
  employers: "employer",
  organisations: "organisation",
  vacancies: "vacancy",
  placements: "placement",
  "training-batches": "batch",
  staff: "staff",
};

/** The record that a route's path is about; undefined where it is about none. */
export const recordOf = (route: Route): keyof Records | undefined => owners[route.path.split("/")[1] ?? ""];

const querySchema = z.object({ required: z.array(z.string()).default([]) });

/** The query that a route demands, with the ids of the records; empty where it demands none. */
export function queryAbout(route: Route, records: Records): string {
  const { required } = querySchema.parse(z.toJSONSchema(route.query, { io: "input" }));
  const known: Readonly<Record<string, string>> = records;
  const query = new URLSearchParams(required.map((name): [string, string] => [name, known[name] ?? ""])).toString();
  return query === "" ? "" : `?${query}`;
}

/** A route's path with the id of the record that it is about. Throws where nobody has said which kind of record that is. */
export function pathAbout(route: Route, records: Records, day = "30"): string {
  const record = recordOf(route);
  const path = record ? route.path.replace("{id}", records[record]).replace("{day}", day) : route.path;
  if (path.includes("{") && !path.includes("+}")) throw new Error(`${route.path}: whose id is meant stands in no row of owners`);
  return path;
}
