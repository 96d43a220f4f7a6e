/** Who somebody of the office is. */
import { useRead } from "../../api/read.ts";
import { may, useMe } from "../../shell/me.ts";
import { recordWords } from "./words.ts";

/** The name of a member of staff; of another office only that. */
export function useStaffName(): (id: string | undefined) => string {
  const words = recordWords.use();
  const me = useMe();
  const { data } = useRead("listStaff", { query: { limit: 100 } }, { enabled: may(me, "readStaff") });
  return (id) => (id === me?.id ? words.you : (data?.items.find((person) => person.id === id)?.name ?? words.unknown));
}
