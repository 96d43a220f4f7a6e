/** What is asked: every route with pages, by each role that may ask it, with each filter; and what looks through whole tables. */
import { kebab } from "../../shared/api/kebab.ts";
import { type Route, routes } from "../../shared/api/routes.ts";
import { mayEver } from "../../shared/domain/offices/access-policy.ts";
import { type StaffRole, staffRoles } from "../../shared/domain/offices/roles.ts";

import { firstOf } from "./records.ts";

export type Query = Readonly<Record<string, string>>;

export type Question = {
  /** Who asks what, as it is printed. */
  readonly name: string;
  /** The function behind the route, as its name ends. */
  readonly functionName: string;
  readonly role: StaffRole;
  readonly query: Query;
  /** The record that stands in its path, where one does. */
  readonly about: string | undefined;
  /** Whether it has pages, so that the second one is asked for too. */
  readonly paged: boolean;
};

type RouteName = keyof typeof routes;
const isRouteName = (name: string): name is RouteName => name in routes;

/** Filters that are measured beside the bare list. */
const filters: Readonly<Partial<Record<RouteName, readonly Query[]>>> = {
  listEmployers: [{ q: "bengkel" }, { q: "bengkel budi" }],
  listVacancies: [{ q: "mekanik" }, { q: "mekanik budi" }],
  listPlacements: [{ status: "AWAITING_APPROVAL" }, { sort: "deadline" }, { sort: "name" }, { q: "budi" }, { q: "citra dewi" }],
  // A word that a quarter of the office has, and one that is one client's alone.
  listClients: [
    { q: "budi" },
    { q: "bkd-5" },
    { q: "citra dewi" },
    { missing: "phone" },
    { status: "CERTIFIED" },
    { sort: "name" },
  ],
};

/** Without pages, and yet to be as quick in a large office as in a small one. */
const alsoAsked: readonly RouteName[] = ["readOpportunities", "countInbox", "readClient", "readPlacement"];

const isPaged = (route: Route): boolean => route.query.safeParse({ cursor: "", limit: 1 }).success && route.method === "GET";

export const questions: readonly Question[] = Object.entries<Route>(routes).flatMap(([name, route]) => {
  const { access } = route;
  const paged = isPaged(route);
  if (access.kind !== "staff" || !(paged || alsoAsked.some((one) => one === name))) return [];
  const queries: readonly Query[] = [{}, ...(isRouteName(name) ? (filters[name] ?? []) : [])];
  return staffRoles
    .filter((role) => mayEver(role, access.action))
    .flatMap((role) =>
      queries.map((query) => ({
        name: `${role} ${route.path}${Object.keys(query).length > 0 ? `?${new URLSearchParams(query)}` : ""}`,
        functionName: kebab(name),
        role,
        query,
        about: firstOf(route.path),
        paged,
      })),
    );
});
