/**
 * What is recorded of a client is changed, one topic a sheet, from the version that was seen. Where a colleague was quicker, what
 * was typed stays, what was not touched takes the newer value, and the newer value stands beside what was typed.
 */
import { useEffect, useState } from "react";
import { Problem } from "../../../api/problem.ts";
import { queries, reading } from "../../../api/read.ts";
import { useAct } from "../../../parts/act.ts";
import { Sheet } from "../../../parts/sheet.tsx";
import { tell } from "../../../shell/toasts.tsx";
import { Warnings } from "../form/registered.tsx";
import { WrongForm } from "../form/wrong.tsx";
import { clientChanged, type Detail, type Topic } from "../page/detail.ts";
import { pageWords } from "../page/words.ts";
import { TopicFields } from "./fields.tsx";
import { changesOf, type FieldName, fieldsOf, pathOfField, type Typed, typedOf } from "./typed.ts";
import { changeWords } from "./words.ts";

type Props = { readonly detail: Detail; readonly topic: Topic; readonly close: () => void };
export function ChangeSheet({ detail, topic, close }: Props) {
  const words = changeWords.use();
  const { save, saving, saved, cancel } = pageWords.use();
  const act = useAct("changeClient");
  const [base, setBase] = useState(detail.client);
  const [typed, setTyped] = useState<Typed>(() => typedOf(detail.client));
  const [newer, setNewer] = useState<Partial<Typed>>();
  const [warned, warn] = useState<Parameters<typeof Warnings>[0]["made"]>();
  const { id } = detail.client;
  const names = fieldsOf[topic];

  const send = async (): Promise<void> => {
    const changes = changesOf(typed, base);
    if (Object.keys(changes).length === 0) {
      tell(words.none);
      return close();
    }
    const answer = await act.send({ params: { id }, body: { version: base.version, changes } });
    if (answer === undefined) return;
    setNewer(undefined);
    void clientChanged();
    if (answer.warnings?.length || answer.twins?.length) return warn(answer);
    tell(saved);
    close();
  };
  const meetNewer = async (): Promise<void> => {
    const { client } = await queries.fetchQuery({ ...reading("readClient", { params: { id } }), staleTime: 0 });
    const [before, now]: readonly Typed[] = [typedOf(base), typedOf(client)];
    if (before === undefined || now === undefined) return;
    const own = names.filter((name) => typed[name] !== before[name]);
    setTyped({ ...now, ...Object.fromEntries(own.map((name) => [name, typed[name]])) });
    setNewer(Object.fromEntries(own.filter((name) => now[name] !== typed[name]).map((name) => [name, now[name]])));
    setBase(client);
    act.clear();
  };
  const conflict = act.error instanceof Problem && act.error.code === "CONFLICT";
  useEffect(() => {
    if (conflict) void meetNewer();
  }, [conflict]);
  const paths = names.flatMap((name) => [pathOfField(name)]);
  if (warned)
    return (
      <Sheet title={words.title(words.topics[topic])} close={close}>
        <Warnings made={warned} />
      </Sheet>
    );
  return (
    <Sheet
      sticky
      title={words.title(words.topics[topic])}
      close={close}
      foot={
        <>
          <button
            type="button"
            class="button first"
            aria-disabled={act.busy || conflict}
            onClick={() => !conflict && void send()}
          >
            {act.busy ? saving : newer ? words.useMine : save}
          </button>
          <button type="button" class="button" onClick={close}>
            {newer ? words.useNewer : cancel}
          </button>
        </>
      }
    >
      {newer && (
        <div class="note" data-tone="due" role="status">
          <p class="strong">{words.newer}</p>
          <p>{words.newerLead}</p>
        </div>
      )}
      <TopicFields
        topic={topic}
        client={base}
        typed={typed}
        newer={newer}
        wrong={(name: FieldName) => act.wrong(pathOfField(name))}
        set={(changes) => setTyped((before) => ({ ...before, ...changes }))}
      />
      {!conflict && <WrongForm act={act} shown={paths} nik={typed.nik} />}
    </Sheet>
  );
}
