/** Registers an employer: few fields first, and who is known already by such a name is shown while it is typed. */
import { Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { makeStale, useRead } from "../../api/read.ts";
import { useAct } from "../../parts/act.ts";
import { Restored, useDraft } from "../../parts/draft.tsx";
import { sayAfter } from "../../parts/record/after.tsx";
import { RecordForm } from "../../parts/record/form.tsx";
import { bodyOf, isValues, keepable, newRows, usualValues } from "../../parts/record/rows.ts";
import { recordWords } from "../../parts/record/words.ts";
import { useTitle } from "../../parts/use-title.ts";
import { employerRows } from "./rows.ts";
import { employerWords } from "./words.ts";

const rows = newRows(employerRows);

export function NewEmployer() {
  const words = employerWords.use();
  const record = recordWords.use();
  const navigate = useNavigate();
  const act = useAct("registerEmployer");
  const draft = useDraft({ name: "employer", usual: usualValues(rows), is: isValues, keepable: keepable(rows) });
  const values = draft.value;
  useTitle(words.newTitle);
  const save = async (): Promise<void> => {
    const answer = await act.sendTyped({}, bodyOf(rows, values));
    if (!answer) return;
    draft.drop();
    void makeStale("listEmployers");
    sayAfter(answer.id, { title: answer.warnings?.includes("employer.known") ? words.known : words.registered, saved: answer });
    void navigate({ to: "/pemberi-kerja/$id", params: { id: answer.id }, replace: true });
  };
  const typed = values.legalName;
  return (
    <>
      <div class="heading">
        <h1>{words.newTitle}</h1>
      </div>
      <Restored draft={draft} />
      <RecordForm
        rows={rows}
        words={{ ...words, yes: record.yes, no: record.no }}
        values={values}
        change={draft.change}
        act={act}
        save={() => void save()}
        saveWord={words.register}
        cancel={() => void navigate({ to: "/pemberi-kerja" })}
        below={{ legalName: <Alike name={typeof typed === "string" ? typed : ""} /> }}
      />
    </>
  );
}

/** A link to an employer by its name. */
export function NamedEmployer({ id }: { readonly id: string }) {
  const { data } = useRead("readEmployer", { params: { id } });
  return (
    <Link to="/pemberi-kerja/$id" params={{ id }}>
      {data?.employer.legalName ?? id}
    </Link>
  );
}

const pause = 500;

/** Who is registered by such a name. */
function Alike({ name }: { readonly name: string }) {
  const words = employerWords.use();
  const [q, setQ] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setQ(name.trim()), pause);
    return () => clearTimeout(timer);
  }, [name]);
  const isLong = q.length > 2 && q.length <= 80;
  const { data } = useRead("listEmployers", { query: { q, limit: 3 } }, { enabled: isLong });
  if (!isLong || data === undefined || data.items.length === 0) return null;
  return (
    <div class="note" data-tone="due" role="status">
      <p>{words.alike}</p>
      <ul>
        {data.items.map(({ id, legalName }) => (
          <li key={id}>
            <Link to="/pemberi-kerja/$id" params={{ id }}>
              {legalName}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
