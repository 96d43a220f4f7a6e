/** Who acts on a process. */
import type { StaffRole } from "../offices/roles.ts";

/** People carry their staff id; `link` is an employer's contact who came by a link. */
export type Actor =
  | { readonly kind: "staff"; readonly staffId: string; readonly role: StaffRole }
  | { readonly kind: "link"; readonly contactId: string }
  | { readonly kind: "system" };

/** The relay, the clock and what follows from another act. */
export const system = { kind: "system" } as const satisfies Actor;
