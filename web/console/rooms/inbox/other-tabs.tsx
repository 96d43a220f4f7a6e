/** What waits for others, for a second person, and what other offices ask for. */
import { useRead } from "../../api/read.ts";
import { Empty, Failure, Skeleton } from "../../parts/states.tsx";
import { useMe } from "../../shell/me.ts";
import { EmployersToVerify } from "./employers.tsx";
import { Groups } from "./groups.tsx";
import { ToVerify } from "./to-verify.tsx";
import { Transfers } from "./transfers.tsx";
import { inboxWords } from "./words.ts";

export function OtherTabs({ tab }: { readonly tab: string }) {
  if (tab === "lain") return <Others />;
  if (tab === "pemberi") return <EmployersToVerify />;
  return tab === "sertifikat" ? <ToVerify /> : <Transfers />;
}

function Others() {
  const words = inboxWords.use();
  const me = useMe();
  const list = useRead(
    "listPlacements",
    { query: { officer: me?.id, waitingFor: "others", sort: "deadline", limit: 50 } },
    { enabled: me !== undefined },
  );
  if (list.data === undefined || me === undefined)
    return list.error ? <Failure error={list.error} again={() => void list.refetch()} /> : <Skeleton />;
  if (list.data.items.length === 0) return <Empty title={words.nothingOthers} />;
  return <Groups items={list.data.items} now={me.now} grouped />;
}
