/** The rooms, in the order of the menu: what a role may never enter is not in its menu. */
import type { Action } from "../../../shared/domain/offices/access-policy.ts";

export type RoomName =
  | "inbox"
  | "clients"
  | "placements"
  | "vacancies"
  | "employers"
  | "organisations"
  | "agreements"
  | "training"
  | "imports"
  | "daySheet"
  | "queue"
  | "reports"
  | "settings";

export type Room = {
  readonly name: RoomName;
  readonly path: string;
  readonly needs: Action;
  /** On a phone the bar at the foot holds the first three of these; the others are behind "Lain". */
  readonly inBar?: true;
};

export const rooms: readonly Room[] = [
  { name: "inbox", path: "/kotak", needs: "readInbox", inBar: true },
  { name: "clients", path: "/klien", needs: "readClients", inBar: true },
  { name: "placements", path: "/penempatan", needs: "readPlacements" },
  { name: "vacancies", path: "/lowongan", needs: "readVacancies", inBar: true },
  { name: "employers", path: "/pemberi-kerja", needs: "readEmployers" },
  { name: "organisations", path: "/organisasi", needs: "readOrganisations" },
  { name: "agreements", path: "/perjanjian", needs: "readAgreements" },
  { name: "training", path: "/pelatihan", needs: "readTraining", inBar: true },
  { name: "imports", path: "/impor", needs: "registerClient" },
  { name: "daySheet", path: "/lembar-hari", needs: "readInbox" },
  { name: "reports", path: "/laporan", needs: "readReports" },
  { name: "queue", path: "/antrean", needs: "readMe" },
  { name: "settings", path: "/setelan", needs: "readMe" },
];

/** With "Lain" there are four: five do not fit a phone. */
const mostInBar = 3;

/** Those of somebody's rooms that stand in the bar at the foot: the first of them where none of the usual is theirs. */
export function barOf(own: readonly Room[]): readonly Room[] {
  const usual = own.filter(({ inBar }) => inBar).slice(0, mostInBar);
  return usual.length > 0 ? usual : own.slice(0, 1);
}

/** Where a room is, for links from others. */
export const pathOf = (name: RoomName): string => rooms.find((room) => room.name === name)?.path ?? "/kotak";

/** Doors within the rooms that not everybody of the room may open. */
const doors: readonly { readonly path: RegExp; readonly needs: Action }[] = [
  { path: /^\/klien\/baru$/, needs: "registerClient" },
  { path: /^\/pemberi-kerja\/baru$/, needs: "registerEmployer" },
  { path: /^\/lowongan\/baru$/, needs: "openVacancy" },
  { path: /^\/lowongan\/.+/, needs: "readVacancy" },
  { path: /^\/perjanjian\/baru$/, needs: "recordAgreement" },
  { path: /^\/pelatihan\/baru$/, needs: "runTraining" },
  { path: /^\/organisasi\/baru$/, needs: "registerOrganisation" },
];

/** What somebody must be allowed to be at an address; undefined where everybody may be. */
export const needsAt = (path: string): Action | undefined =>
  doors.find((door) => door.path.test(path))?.needs ??
  rooms.find((room) => path === room.path || path.startsWith(`${room.path}/`))?.needs;
