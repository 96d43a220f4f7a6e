/** The roles of staff. Plain tables: the browser reads them as they are. */

export const staffRoles = ["officer", "supervisor", "trainer", "administrator"] as const;

export type StaffRole = (typeof staffRoles)[number];

/** Which roles carry placements: each role says so itself, so that none does unnoticed. */
export const carries: Readonly<Record<StaffRole, boolean>> = {
  officer: true,
  supervisor: true,
  trainer: false,
  administrator: false,
};
