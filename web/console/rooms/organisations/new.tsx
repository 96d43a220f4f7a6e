/** Registers an organisation: its kind first, by which the other fields are asked. */
import { Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { makeStale, useRead } from "../../api/read.ts";
import { useAct } from "../../parts/act.ts";
import { Restored, useDraft } from "../../parts/draft.tsx";
import { sayAfter } from "../../parts/record/after.tsx";
import { RecordForm } from "../../parts/record/form.tsx";
import { bodyOf, isValues, newRows, usualValues } from "../../parts/record/rows.ts";
import { recordWords } from "../../parts/record/words.ts";
import { useTitle } from "../../parts/use-title.ts";
import { rowsOf } from "./rows.ts";
import { organisationWords } from "./words.ts";

export function NewOrganisation() {
  const words = organisationWords.use();
  const record = recordWords.use();
  const navigate = useNavigate();
  const act = useAct("registerOrganisation");
  const draft = useDraft({ name: "organisation", usual: usualValues(rowsOf("")), is: isValues });
  const values = draft.value;
  const rows = newRows(rowsOf(typeof values.kind === "string" ? values.kind : ""));
  useTitle(words.newTitle);
  const save = async (): Promise<void> => {
    const answer = await act.sendTyped({}, bodyOf(rows, values));
    if (!answer) return;
    draft.drop();
    void makeStale("listOrganisations");
    sayAfter(answer.id, { title: words.registered, saved: answer });
    void navigate({ to: "/organisasi/$id", params: { id: answer.id }, replace: true });
  };
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
        cancel={() => void navigate({ to: "/organisasi" })}
        below={{ name: <Alike name={typeof values.name === "string" ? values.name : ""} /> }}
      />
    </>
  );
}

/** A link to an organisation by its name. */
export function NamedOrganisation({ id }: { readonly id: string }) {
  const { data } = useRead("readOrganisation", { params: { id } });
  return (
    <Link to="/organisasi/$id" params={{ id }}>
      {data?.called ?? id}
    </Link>
  );
}

const pause = 500;

/** Who is registered by such a name. */
function Alike({ name }: { readonly name: string }) {
  const words = organisationWords.use();
  const [q, setQ] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setQ(name.trim()), pause);
    return () => clearTimeout(timer);
  }, [name]);
  const isLong = q.length > 2 && q.length <= 80;
  const { data } = useRead("listOrganisations", { query: { q, limit: 3 } }, { enabled: isLong });
  if (!isLong || data === undefined || data.items.length === 0) return null;
  return (
    <div class="note" data-tone="due" role="status">
      <p>{words.alike}</p>
      <ul>
        {data.items.map(({ id, called }) => (
          <li key={id}>
            <Link to="/organisasi/$id" params={{ id }}>
              {called}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
