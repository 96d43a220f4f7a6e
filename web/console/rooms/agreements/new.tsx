/** Records an agreement with an employer. */
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { makeStale, useRead } from "../../api/read.ts";
import { useAct } from "../../parts/act.ts";
import { Restored, useDraft } from "../../parts/draft.tsx";
import { sayAfter } from "../../parts/record/after.tsx";
import { RecordForm } from "../../parts/record/form.tsx";
import { PickEmployer } from "../../parts/record/pick-employer.tsx";
import { bodyOf, isValues, usualValues } from "../../parts/record/rows.ts";
import { recordWords } from "../../parts/record/words.ts";
import { useTitle } from "../../parts/use-title.ts";
import { agreementRows } from "./rows.ts";
import { agreementWords } from "./words.ts";

export function NewAgreement() {
  const words = agreementWords.use();
  const { pemberi } = useSearch({ from: "/perjanjian/baru" });
  const navigate = useNavigate();
  const employer = useRead("readEmployer", { params: { id: pemberi ?? "" } }, { enabled: pemberi !== undefined });
  useTitle(words.newTitle);
  return (
    <>
      <div class="heading">
        <div>
          <h1>{words.newTitle}</h1>
          {employer.data && (
            <p class="quiet">
              <Link to="/pemberi-kerja/$id" params={{ id: employer.data.employer.id }}>
                {words.forEmployer(employer.data.employer.legalName)}
              </Link>
            </p>
          )}
        </div>
      </div>
      {pemberi === undefined ? (
        <section class="stack tight" aria-labelledby="whose">
          <h2 id="whose">{words.whose}</h2>
          <PickEmployer
            label={words.employer}
            choose={words.choose}
            nothing={words.notFound}
            chosen={({ id }) => void navigate({ to: "/perjanjian/baru", search: { pemberi: id } })}
          />
        </section>
      ) : (
        <Recording key={pemberi} employerId={pemberi} />
      )}
    </>
  );
}

function Recording({ employerId }: { readonly employerId: string }) {
  const words = agreementWords.use();
  const record = recordWords.use();
  const navigate = useNavigate();
  const act = useAct("recordAgreement");
  const draft = useDraft({ name: `agreement ${employerId}`, usual: usualValues(agreementRows), is: isValues });
  const save = async (): Promise<void> => {
    const answer = await act.sendTyped({}, { ...bodyOf(agreementRows, draft.value), employerId });
    if (!answer) return;
    draft.drop();
    void makeStale("listAgreements");
    sayAfter(answer.id, { title: words.recorded, saved: answer });
    void navigate({ to: "/perjanjian/$id", params: { id: answer.id }, replace: true });
  };
  return (
    <>
      <Restored draft={draft} />
      <RecordForm
        rows={agreementRows}
        words={{ ...words, yes: record.yes, no: record.no }}
        values={draft.value}
        change={draft.change}
        act={act}
        save={() => void save()}
        saveWord={words.record}
        cancel={() => void navigate({ to: "/pemberi-kerja/$id", params: { id: employerId } })}
      />
    </>
  );
}
