/** Brings an office's own list of clients in: tried first, mended where it is wrong, and then taken. */
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useRead } from "../../api/read.ts";
import { SelectField } from "../../parts/field.tsx";
import { ErrorText } from "../../parts/states.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { may, useMe } from "../../shell/me.ts";
import { Columns } from "./column-names.tsx";
import { Lines } from "./lines.tsx";
import { type Import, type Progress, useImport } from "./use-import.ts";
import { importWords } from "./words.ts";
import "./imports.css";

export function Imports() {
  const words = importWords.use();
  const list = useImport();
  useTitle(words.title);
  const isOpen = list.opened !== undefined;
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    if (isOpen) addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [isOpen]);
  return (
    <>
      <div class="heading">
        <div>
          <h1>{words.clients}</h1>
          <p class="quiet">{words.lead}</p>
        </div>
      </div>
      <div class="stack">
        <Choosing list={list} />
        {list.reading && <p role="status">{words.reading}</p>}
        {list.trouble && (
          <p class="note" data-tone="late" role="alert">
            {words.trouble[list.trouble.wrong]}
            {"heading" in list.trouble && ` (${list.trouble.heading})`}
          </p>
        )}
        {list.opened && (
          <>
            <p>
              <strong>{words.file(list.opened.name, list.opened.table.lines.length)}</strong>
            </p>
            {list.progress && <Bar progress={list.progress} stop={list.stop} />}
            {!list.progress && <Broken list={list} />}
            {list.brought && !list.progress && (
              <div class="note" data-tone="good" role="status">
                <p>{words.taken(list.brought.NEW, list.brought.CHANGED)}</p>
                <Link class="button" to="/impor" search={{ lihat: "masuk" }} replace>
                  {words.seeThem}
                </Link>
              </div>
            )}
            <Whose list={list} />
            <Columns list={list} />
            <Lines list={list} />
          </>
        )}
      </div>
    </>
  );
}

/** Whose the new clients become: said before anything comes in, and chosen by whoever distributes the work. */
function Whose({ list }: { readonly list: Import }) {
  const words = importWords.use();
  const me = useMe();
  const staff = useRead("listStaff", { query: { limit: 100 } }, { enabled: may(me, "handOver") });
  if (!me) return null;
  const named = Object.values(list.taken).includes("officer");
  const others = staff.data?.items.filter(({ id, role, active }) => id !== me.id && active && role === "officer") ?? [];
  if (!may(me, "handOver")) return <p>{words.whoseYours}</p>;
  return (
    <SelectField
      label={words.whose}
      hint={named ? words.whoseNamed : words.whoseAll}
      value={list.officerId ?? me.id}
      change={list.choose}
      options={[{ value: me.id, label: words.youNamed(me.name) }, ...others.map(({ id, name }) => ({ value: id, label: name }))]}
    />
  );
}

function Choosing({ list }: { readonly list: Import }) {
  const words = importWords.use();
  const input = useRef<HTMLInputElement>(null);
  const template = async (): Promise<void> => {
    const { saveTemplate } = await import("./write-file.ts");
    const { id } = importWords;
    // The headings are those that every office's list is read by, whatever language the user reads.
    const notes: readonly (readonly [keyof typeof words.templateNotes, string])[] = [
      ...namesOf(words.templateNotes).map((name) => [name, words.templateNotes[name]] as const),
    ];
    await saveTemplate(
      words.templateName,
      notes.map(([name]) => id.fields[name]),
      notes.map(([name, note]) => [id.fields[name], note]),
    );
  };
  return (
    <section class="card stack tight" aria-label={words.choose}>
      <p class="buttons">
        <label class={list.opened ? "button file" : "button first file"}>
          {list.opened ? words.other : words.choose}
          <input
            ref={input}
            class="unseen"
            type="file"
            accept=".xlsx,.csv,.txt"
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (file) void list.open(file);
              // The same file once more is read once more.
              currentTarget.value = "";
            }}
          />
        </label>
        <button type="button" class="button" onClick={() => void template()}>
          {words.template}
        </button>
      </p>
      {!list.opened && <p class="quiet small">{words.templateWhy}</p>}
    </section>
  );
}

const namesOf = <K extends string>(record: Readonly<Record<K, string>>): readonly K[] => {
  const names: K[] = [];
  for (const name in record) names.push(name);
  return names;
};

function Bar({ progress, stop }: { readonly progress: Progress; readonly stop: () => void }) {
  const words = importWords.use();
  return (
    <div class="progress" role="status">
      <p>
        {words[progress.kind]}: {words.progress(progress.done, progress.all)}
      </p>
      <progress aria-label={words[progress.kind]} value={progress.done} max={progress.all} />
      <button type="button" class="button" onClick={stop}>
        {words.stop}
      </button>
    </div>
  );
}

function Broken({ list }: { readonly list: Import }) {
  const words = importWords.use();
  const untried = list.opened?.table.lines.some(({ row }) => !list.results.has(String(row))) ?? false;
  if (list.error === undefined && !untried) return null;
  return (
    <div class="note" data-tone="late" role="alert">
      {list.error !== undefined && <ErrorText error={list.error} />}
      <p>{words.brokeOff}</p>
      {untried && (
        <button type="button" class="button" onClick={() => void list.tryRest()}>
          {words.goOn}
        </button>
      )}
    </div>
  );
}
