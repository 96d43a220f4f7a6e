/** Opens a vacancy for an employer. */
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import type { Answer } from "../../api/client.ts";
import { makeStale, useRead } from "../../api/read.ts";
import { useAct } from "../../parts/act.ts";
import { Restored, useDraft } from "../../parts/draft.tsx";
import { sayAfter } from "../../parts/record/after.tsx";
import { RecordForm } from "../../parts/record/form.tsx";
import { PickEmployer } from "../../parts/record/pick-employer.tsx";
import { bodyOf, isValues, usualValues } from "../../parts/record/rows.ts";
import { recordWords } from "../../parts/record/words.ts";
import { Failure, Skeleton } from "../../parts/states.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { rowsWith, rowWords } from "./rows.ts";
import { vacancyWords } from "./words.ts";

export function NewVacancy() {
  const words = vacancyWords.use();
  const { pemberi, perjanjian } = useSearch({ from: "/lowongan/baru" });
  const navigate = useNavigate();
  useTitle(words.newTitle);
  const { data, error, refetch } = useRead("readEmployer", { params: { id: pemberi ?? "" } }, { enabled: pemberi !== undefined });
  const agreements = useRead("listAgreements", { query: { limit: 100 } }, { enabled: pemberi !== undefined });
  return (
    <>
      <div class="heading">
        <div>
          <h1>{words.newTitle}</h1>
          {data && (
            <p class="quiet">
              <Link to="/pemberi-kerja/$id" params={{ id: data.employer.id }}>
                {words.forEmployer(data.employer.legalName)}
              </Link>
            </p>
          )}
        </div>
      </div>
      {pemberi === undefined && (
        <section class="stack tight" aria-labelledby="whose">
          <h2 id="whose">{words.whose}</h2>
          <PickEmployer
            label={words.employer}
            choose={words.choose}
            nothing={words.notFound}
            chosen={({ id }) => void navigate({ to: "/lowongan/baru", search: { pemberi: id } })}
          />
        </section>
      )}
      {pemberi !== undefined &&
        data === undefined &&
        (error ? <Failure error={error} again={() => void refetch()} /> : <Skeleton />)}
      {data && !agreements.isPending && (
        <Opening
          key={`${data.employer.id} ${perjanjian}`}
          agreementId={perjanjian}
          employer={data.employer}
          agreements={agreements.data?.items.filter(({ parties }) => parties.some(({ id }) => id === data.employer.id)) ?? []}
        />
      )}
    </>
  );
}

type Props = {
  readonly employer: Answer<"readEmployer">["employer"];
  readonly agreements: Answer<"listAgreements">["items"];
  /** Under which it is to stand. */
  readonly agreementId: string | undefined;
};
function Opening({ employer, agreements, agreementId = "" }: Props) {
  const words = vacancyWords.use();
  const record = recordWords.use();
  const navigate = useNavigate();
  const act = useAct("openVacancy");
  const rows = rowsWith(agreements);
  const draft = useDraft({
    name: `vacancy ${employer.id} ${agreementId}`,
    usual: usualValues(rows, { regencyCode: employer.regencyCode, agreementId }),
    is: isValues,
  });
  const save = async (): Promise<void> => {
    const answer = await act.sendTyped({}, { ...bodyOf(rows, draft.value), employerId: employer.id });
    if (!answer) return;
    draft.drop();
    void makeStale("listVacancies", "readEmployer", "readAgreement");
    sayAfter(answer.id, { title: words.opened, saved: answer });
    void navigate({ to: "/lowongan/$id", params: { id: answer.id }, replace: true });
  };
  return (
    <>
      <Restored draft={draft} />
      <RecordForm
        rows={rows}
        words={rowWords(words, record, agreements)}
        values={draft.value}
        change={draft.change}
        act={act}
        save={() => void save()}
        saveWord={words.open}
        cancel={() => void navigate({ to: "/pemberi-kerja/$id", params: { id: employer.id } })}
      />
    </>
  );
}
