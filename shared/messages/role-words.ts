/** What each role of staff is called, wherever it is shown: in the console, in histories. */
import type { StaffRole } from "../domain/offices/roles.ts";
import type { Text } from "./text.ts";

export const roleWords: Readonly<Record<StaffRole, Text>> = {
  officer: { id: "Pembimbing", en: "Officer" },
  supervisor: { id: "Atasan", en: "Supervisor" },
  trainer: { id: "Pelatih", en: "Trainer" },
  administrator: { id: "Pengelola", en: "Administrator" },
};
