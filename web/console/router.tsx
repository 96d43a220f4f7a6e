/** The rooms by their addresses. What a list shows – filter, sort, tab – stands in its address, so that going back brings it back. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent as lazyRoom, redirect } from "@tanstack/react-router";
import { withNetwork } from "./parts/with-network.ts";
import { type ClientsSearch, clientFilters } from "./rooms/client/search.ts";
import { type DaySheetSearch, daySheetFilters } from "./rooms/day-sheet/search.ts";
import { Inbox, type InboxSearch, inboxFilters } from "./rooms/inbox/inbox.tsx";
import { type PlacementsSearch, placementsFilters } from "./rooms/placements/search.ts";
import { type ReportsSearch, reportFilters } from "./rooms/reports/search.ts";
import { Broken, NotFound } from "./shell/broken.tsx";
import { Shell } from "./shell/shell.tsx";

/** Without a network a room that is not there yet is waited for; the page would be loaded anew, and be gone. */
const lazyRouteComponent: typeof lazyRoom = (load, name) => lazyRoom(() => withNetwork(load), name);

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound, errorComponent: Broken });

type Given = Readonly<Record<string, unknown>>;
/** Of a search those texts that are known; everything else in it is dropped. */
const pick = <K extends string>(given: Given, names: readonly K[]): { readonly [N in K]?: string } => {
  const found: { [N in K]?: string } = {};
  for (const name of names) {
    const value = given[name];
    if (typeof value === "string" && value !== "") found[name] = value;
  }
  return found;
};

const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/kotak", replace: true });
  },
});

const inbox = createRoute({
  getParentRoute: () => root,
  path: "/kotak",
  validateSearch: (given: Given): InboxSearch => pick(given, inboxFilters),
  component: Inbox,
});

const callback = createRoute({
  getParentRoute: () => root,
  path: "/masuk",
  component: lazyRouteComponent(() => import("./shell/callback.tsx"), "Callback"),
});

const queue = createRoute({
  getParentRoute: () => root,
  path: "/antrean",
  component: lazyRouteComponent(() => import("./rooms/queue/queue.tsx"), "Queue"),
});

const more = createRoute({
  getParentRoute: () => root,
  path: "/lain",
  component: lazyRouteComponent(() => import("./rooms/more/more.tsx"), "More"),
});

const reports = createRoute({
  getParentRoute: () => root,
  path: "/laporan",
  validateSearch: (given: Given): ReportsSearch => pick(given, reportFilters),
  component: lazyRouteComponent(() => import("./rooms/reports/reports.tsx"), "Reports"),
});

const settings = createRoute({
  getParentRoute: () => root,
  path: "/setelan",
  component: lazyRouteComponent(() => import("./rooms/settings/settings.tsx"), "Settings"),
});

const daySheet = createRoute({
  getParentRoute: () => root,
  path: "/lembar-hari",
  validateSearch: (given: Given): DaySheetSearch => pick(given, daySheetFilters),
  component: lazyRouteComponent(() => import("./rooms/day-sheet/day-sheet.tsx"), "DaySheet"),
});

const clients = createRoute({
  getParentRoute: () => root,
  path: "/klien",
  validateSearch: (given: Given): ClientsSearch => pick(given, clientFilters),
  component: lazyRouteComponent(() => import("./rooms/client/list.tsx"), "ClientList"),
});
const newClient = createRoute({
  getParentRoute: () => root,
  path: "/klien/baru",
  component: lazyRouteComponent(() => import("./rooms/client/form/new.tsx"), "NewClient"),
});
const client = createRoute({
  getParentRoute: () => root,
  path: "/klien/$id",
  validateSearch: (given: Given): { readonly riwayat?: string | undefined } => pick(given, ["riwayat"]),
  component: lazyRouteComponent(() => import("./rooms/client/page/page.tsx"), "ClientPage"),
});

const employers = createRoute({
  getParentRoute: () => root,
  path: "/pemberi-kerja",
  validateSearch: (given: Given) => pick(given, ["q"]),
  component: lazyRouteComponent(() => import("./rooms/employers/employers.tsx"), "Employers"),
});
const newEmployer = createRoute({
  getParentRoute: () => root,
  path: "/pemberi-kerja/baru",
  component: lazyRouteComponent(() => import("./rooms/employers/new.tsx"), "NewEmployer"),
});
const employer = createRoute({
  getParentRoute: () => root,
  path: "/pemberi-kerja/$id",
  validateSearch: (given: Given) => pick(given, ["riwayat"]),
  component: lazyRouteComponent(() => import("./rooms/employers/employer.tsx"), "Employer"),
});
const organisations = createRoute({
  getParentRoute: () => root,
  path: "/organisasi",
  validateSearch: (given: Given) => pick(given, ["q", "jenis", "wilayah"]),
  component: lazyRouteComponent(() => import("./rooms/organisations/organisations.tsx"), "Organisations"),
});
const newOrganisation = createRoute({
  getParentRoute: () => root,
  path: "/organisasi/baru",
  component: lazyRouteComponent(() => import("./rooms/organisations/new.tsx"), "NewOrganisation"),
});
const organisation = createRoute({
  getParentRoute: () => root,
  path: "/organisasi/$id",
  validateSearch: (given: Given) => pick(given, ["riwayat"]),
  component: lazyRouteComponent(() => import("./rooms/organisations/organisation.tsx"), "Organisation"),
});
const batches = createRoute({
  getParentRoute: () => root,
  path: "/pelatihan",
  validateSearch: (given: Given) => pick(given, ["keadaan"]),
  component: lazyRouteComponent(() => import("./rooms/training/batches.tsx"), "Batches"),
});
const newBatch = createRoute({
  getParentRoute: () => root,
  path: "/pelatihan/baru",
  validateSearch: (given: Given) => pick(given, ["lembaga", "pemberi", "perjanjian"]),
  component: lazyRouteComponent(() => import("./rooms/training/new.tsx"), "NewBatch"),
});
const batch = createRoute({
  getParentRoute: () => root,
  path: "/pelatihan/$id",
  component: lazyRouteComponent(() => import("./rooms/training/batch.tsx"), "Batch"),
});
const vacancies = createRoute({
  getParentRoute: () => root,
  path: "/lowongan",
  validateSearch: (given: Given) => pick(given, ["q"]),
  component: lazyRouteComponent(() => import("./rooms/vacancies/vacancies.tsx"), "Vacancies"),
});
const newVacancy = createRoute({
  getParentRoute: () => root,
  path: "/lowongan/baru",
  validateSearch: (given: Given) => pick(given, ["pemberi", "perjanjian"]),
  component: lazyRouteComponent(() => import("./rooms/vacancies/new.tsx"), "NewVacancy"),
});
const vacancy = createRoute({
  getParentRoute: () => root,
  path: "/lowongan/$id",
  validateSearch: (given: Given) => pick(given, ["klien", "riwayat"]),
  component: lazyRouteComponent(() => import("./rooms/vacancies/vacancy.tsx"), "Vacancy"),
});
const agreements = createRoute({
  getParentRoute: () => root,
  path: "/perjanjian",
  component: lazyRouteComponent(() => import("./rooms/agreements/agreements.tsx"), "Agreements"),
});
const newAgreement = createRoute({
  getParentRoute: () => root,
  path: "/perjanjian/baru",
  validateSearch: (given: Given) => pick(given, ["pemberi", "lembaga", "perpanjang"]),
  component: lazyRouteComponent(() => import("./rooms/agreements/new.tsx"), "NewAgreement"),
});
const agreement = createRoute({
  getParentRoute: () => root,
  path: "/perjanjian/$id",
  validateSearch: (given: Given) => pick(given, ["riwayat"]),
  component: lazyRouteComponent(() => import("./rooms/agreements/agreement.tsx"), "Agreement"),
});
const imports = createRoute({
  getParentRoute: () => root,
  path: "/impor",
  validateSearch: (given: Given) => pick(given, ["lihat"]),
  component: lazyRouteComponent(() => import("./rooms/imports/imports.tsx"), "Imports"),
});
const ofRecords = [
  imports,
  ...[employers, newEmployer, employer],
  ...[organisations, newOrganisation, organisation],
  ...[batches, newBatch, batch],
  ...[vacancies, newVacancy, vacancy],
  ...[agreements, newAgreement, agreement],
] as const;

const placements = createRoute({
  getParentRoute: () => root,
  path: "/penempatan",
  validateSearch: (given: Given): PlacementsSearch => pick(given, placementsFilters),
  component: lazyRouteComponent(() => import("./rooms/placements/placements.tsx"), "Placements"),
});

const placement = createRoute({
  getParentRoute: () => root,
  path: "/penempatan/$id",
  validateSearch: (given: Given) => pick(given, ["riwayat"]),
  component: lazyRouteComponent(() => import("./rooms/placement/placement.tsx"), "PlacementPage"),
});

const tree = root.addChildren([
  ...[home, inbox, queue, daySheet, reports, settings, more, callback],
  ...[clients, newClient, client],
  ...ofRecords,
  ...[placements, placement],
]);

export const router = createRouter({
  routeTree: tree,
  basepath: "/konsol",
  scrollRestoration: true,
  defaultPreload: "intent",
  defaultPendingMs: 300,
  // Within the shell: what is on its way, and the ways on, stay in sight.
  defaultErrorComponent: Broken,
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const made = new URLSearchParams();
    for (const [name, value] of Object.entries(search)) if (value !== undefined && value !== "") made.set(name, String(value));
    return made.size === 0 ? "" : `?${made}`;
  },
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
