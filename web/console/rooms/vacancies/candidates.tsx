/** Who of the office's waiting clients fits a vacancy best, without names, and why. */
import { useRead } from "../../api/read.ts";
import { Empty, Failure, Skeleton } from "../../parts/states.tsx";
import { said } from "../../words/language.ts";
import { vacancyWords } from "./words.ts";

export function Candidates({ id }: { readonly id: string }) {
  const words = vacancyWords.use();
  const { data, error, refetch } = useRead("readCandidates", { params: { id } });
  return (
    <section class="card stack tight" aria-labelledby="candidates">
      <h2 id="candidates">{words.candidates}</h2>
      <p class="quiet">{words.candidatesLead}</p>
      {data === undefined && (error ? <Failure error={error} again={() => void refetch()} /> : <Skeleton lines={2} />)}
      {data?.candidates.length === 0 && <Empty title={words.noCandidates} />}
      {data && data.candidates.length > 0 && (
        <ol class="history">
          {data.candidates.map((candidate) => (
            <li key={candidate.pseudonym}>
              <span>
                <strong>{candidate.pseudonym}</strong>
                <br />
                <span class="small quiet">
                  {words.points(candidate.points)}, {words.waits(candidate.waitingDays)}
                </span>
              </span>
              <span>
                <Reasons reasons={candidate.reasons} />
                <span class="small quiet">
                  {[...candidate.certificates, ...candidate.skills.map(({ text }) => said(text))].join(", ")}
                </span>
              </span>
            </li>
          ))}
        </ol>
      )}
      {data && <p class="small quiet">{data.complete ? words.lookedAt(data.lookedAt) : words.lookedAtSome(data.lookedAt)}</p>}
    </section>
  );
}

type Reason = { readonly source: string; readonly points: number; readonly text: { readonly id: string; readonly en: string } };
export const Reasons = ({ reasons }: { readonly reasons: readonly Reason[] }) => (
  <ul class="small">
    {reasons.map((reason) => (
      <li key={reason.source}>
        {said(reason.text)} <span class="quiet">({reason.points > 0 ? `+${reason.points}` : reason.points})</span>
      </li>
    ))}
  </ul>
);
