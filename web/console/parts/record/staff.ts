/** Who somebody of the office is. */
import { useMe } from "../../shell/me.ts";
import { useStaffNames } from "../staff.ts";
import { recordWords } from "./words.ts";

/** The name of a member of staff; of another office only that. */
export function useStaffName(): (id: string | undefined) => string {
  const words = recordWords.use();
  const me = useMe();
  const nameOf = useStaffNames();
  return (id) => (id === me?.id ? words.you : (nameOf(id) ?? words.unknown));
}
