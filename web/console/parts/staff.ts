/** Names of the staff of the office, by their ids. */
import { useRead } from "../api/read.ts";
import { may, useMe } from "../shell/me.ts";

/** Undefined where somebody belongs to another office by now. */
export function useStaffNames(): (id: string | undefined) => string | undefined {
  const me = useMe();
  const staff = useRead("listStaff", { query: { limit: 100 } }, { enabled: may(me, "readStaff") });
  return (id) => (id === me?.id ? me?.name : staff.data?.items.find((member) => member.id === id)?.name);
}
