/** Records an agreement with an employer. */
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { Answer } from "../../api/client.ts";
import { makeStale, useRead } from "../../api/read.ts";
import { useAct } from "../../parts/act.ts";
import { RecordForm } from "../../parts/record/form.tsx";
import { PickEmployer } from "../../parts/record/pick-employer.tsx";
import { bodyOf, usualValues } from "../../parts/record/rows.ts";
import { recordWords } from "../../parts/record/words.ts";
import { useTitle } from "../../parts/use-title.ts";
import { said } from "../../words/language.ts";
import { agreementRows } from "./rows.ts";
import { agreementWords } from "./words.ts";

export function NewAgreement() {
  const words = agreementWords.use();
  const record = recordWords.use();
  const { pemberi } = useSearch({ from: "/perjanjian/baru" });
  const navigate = useNavigate();
  const employer = useRead("readEmployer", { params: { id: pemberi ?? "" } }, { enabled: pemberi !== undefined });
  const act = useAct("recordAgreement");
  const [values, setValues] = useState(() => usualValues(agreementRows));
  const [done, setDone] = useState<Answer<"recordAgreement">>();
  useTitle(words.newTitle);
  const save = async (): Promise<void> => {
    const answer = await act.sendTyped({}, { ...bodyOf(agreementRows, values), employerId: pemberi });
    if (!answer) return;
    void makeStale("listAgreements");
    if (answer.warnings) setDone(answer);
    else void navigate({ to: "/perjanjian/$id", params: { id: answer.id }, replace: true });
  };
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
      {pemberi === undefined && (
        <section class="stack tight" aria-labelledby="whose">
          <h2 id="whose">{words.whose}</h2>
          <PickEmployer
            label={words.employer}
            choose={words.choose}
            nothing={words.notFound}
            chosen={({ id }) => void navigate({ to: "/perjanjian/baru", search: { pemberi: id } })}
          />
        </section>
      )}
      {done && (
        <div class="note" data-tone="due" role="status">
          <p>
            <strong>{words.warned}</strong>
          </p>
          <ul>
            {Object.entries(done.warningWords ?? {}).map(([code, text]) => (
              <li key={code}>{said(text)}</li>
            ))}
          </ul>
          <Link class="button" to="/perjanjian/$id" params={{ id: done.id }}>
            {words.toRecord}
          </Link>
        </div>
      )}
      {pemberi !== undefined && !done && (
        <RecordForm
          rows={agreementRows}
          words={{ ...words, yes: record.yes, no: record.no }}
          values={values}
          change={setValues}
          act={act}
          save={() => void save()}
          saveWord={words.record}
          cancel={() => void navigate({ to: "/pemberi-kerja/$id", params: { id: pemberi } })}
        />
      )}
    </>
  );
}
