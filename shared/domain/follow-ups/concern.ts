/** What in the news of the work the supervisor has to look into. */
import type { Effect } from "../process/effect.ts";
import type { News } from "./follow-up.ts";

/** The mail about what the client's word, or a visit, gives to worry about; none where nothing does. */
export function concernOf(news: Pick<News, "stillThere" | "paidAsAgreed" | "safe">, fromClient: boolean): readonly Effect[] {
  const about = [
    ...(fromClient && !news.stillThere ? (["JOB"] as const) : []),
    ...(news.paidAsAgreed === false ? (["PAY"] as const) : []),
    ...(news.safe === false ? (["SAFETY"] as const) : []),
  ];
  return about.length > 0 ? [{ kind: "MAIL", message: "newsConcern", to: "supervisor", about }] : [];
}
