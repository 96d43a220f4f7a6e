/** The sheet of an act on a process: reads where the placement stands now, and shows what may be recorded there. */
import { Link } from "@tanstack/react-router";
import type { ComponentType } from "preact";
import type { ProcessActName } from "../../../shared/domain/acts.ts";
import { useRead } from "../api/read.ts";
import { Sheet } from "../parts/sheet.tsx";
import { Failure, Skeleton } from "../parts/states.tsx";
import { said } from "../words/language.ts";
import { Approve } from "./approve.tsx";
import { ClientAnswer } from "./client-answer.tsx";
import { Review, Verify, Withdraw } from "./decide.tsx";
import { EmployerAnswer } from "./employer-answer.tsx";
import { ClientHeard, InterviewResult, InterviewTime } from "./interview.tsx";
import { LostWork, News } from "./news.tsx";
import { AskAnew, EmployerReached } from "./reach.tsx";
import type { ActProps } from "./send.ts";
import { DidNotStart, StartConfirmed } from "./start.tsx";
import { actWords } from "./words.ts";
import "../styles/acts.css";

const sheets: Readonly<Record<ProcessActName, ComponentType<ActProps>>> = {
  "approveShortlist.APPROVE": Approve,
  "approveShortlist.APPROVE_NONE": Approve,
  answerForClient: ClientAnswer,
  "answerForClient.LATE": ClientAnswer,
  answerForEmployer: EmployerAnswer,
  "answerForEmployer.LATE_YES": EmployerAnswer,
  noteEmployerReached: EmployerReached,
  askEmployerAnew: AskAnew,
  "recordInterview.AGREED": InterviewTime,
  "recordInterview.CLIENT_HEARD": ClientHeard,
  "recordInterview.RESULT": InterviewResult,
  "confirmStart.STARTED": StartConfirmed,
  "confirmStart.NOT_STARTED": DidNotStart,
  verifyPlacement: Verify,
  "reviewPlacement.RANK_AGAIN": Review,
  "reviewPlacement.GO_ON_WITHOUT": Review,
  "reviewPlacement.WIDEN": Review,
  "reviewPlacement.CLOSE": Review,
  withdrawPlacement: Withdraw,
  recordFollowUp: News,
  recordLostWork: LostWork,
};

type SheetProps = Omit<ActProps, "placement"> & { readonly placementId: string };
export function ActSheet({ placementId, act, preset, close }: SheetProps) {
  const words = actWords.use();
  const read = useRead("readPlacement", { params: { id: placementId } });
  const placement = read.data;
  const wrapped = (title: string, content: preact.ComponentChildren) => (
    <Sheet title={title} close={() => close(false)}>
      {content}
    </Sheet>
  );
  if (placement === undefined)
    return wrapped(words.acts[act], read.error ? <Failure error={read.error} again={() => void read.refetch()} /> : <Skeleton />);
  const offer = placement.acts.find((one) => one.act === act);
  if (offer === undefined || offer.blocked !== undefined)
    return read.isFetching
      ? wrapped(words.acts[act], <Skeleton />)
      : wrapped(
          words.gone,
          <>
            <p>{offer?.words ? said(offer.words) : words.goneLead}</p>
            <Link className="button" to="/penempatan/$id" params={{ id: placementId }} onClick={() => close(false)}>
              {words.open}
            </Link>
          </>,
        );
  const Shown = sheets[act];
  return <Shown placement={placement} act={act} preset={preset} close={close} />;
}
