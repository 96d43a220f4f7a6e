import type { LocalDate } from "./local-date.ts";

/** A day on which offices are shut by decree. */
export type Holiday = {
  readonly date: LocalDate;
  readonly kind: "HOLIDAY" | "JOINT_LEAVE";
  readonly name: { readonly id: string; readonly en: string };
};
