/** Enrols many at once: they are found one after the other, and sent as one list in its order. */
import { useState } from "react";
import { useRead } from "../../api/read.ts";
import { useAct } from "../../parts/act.ts";
import { SearchBox } from "../../parts/search-box.tsx";
import { Sheet } from "../../parts/sheet.tsx";
import { FormError, FormNote } from "../../parts/states.tsx";
import { trainingWords } from "./words.ts";

type Person = { readonly id: string; readonly fullName: string; readonly registerNumber?: string | undefined };
type Props = {
  readonly id: string;
  /** Who has a seat, or waits for one. */
  readonly there: readonly string[];
  readonly seatsFree: number;
  readonly close: () => void;
  readonly done: () => void;
};

/** So many are offered: whoever knows the name sees it among them. */
const most = 8;

export function EnrolSheet({ id, there, seatsFree, close, done }: Props) {
  const words = trainingWords.use();
  const act = useAct("enrolParticipants");
  const [q, setQ] = useState("");
  const [chosen, choose] = useState<readonly Person[]>([]);
  const [asked, ask] = useState(false);
  const { data } = useRead("listClients", { query: { q, limit: most + there.length } }, { enabled: q.length > 1 });
  const taken = new Set([...there, ...chosen.map((one) => one.id)]);
  const found = data?.items.filter((one) => !taken.has(one.id)).slice(0, most);
  const send = async (): Promise<void> => {
    ask(true);
    if (chosen.length === 0) return;
    if (await act.sendTyped({ id }, { enrol: chosen.map((one) => one.id) })) done();
  };
  return (
    <Sheet
      sticky
      title={words.enrol}
      close={close}
      foot={
        <>
          <button type="button" class="button first" aria-disabled={act.busy} onClick={() => void send()}>
            {act.busy ? words.saving : words.enrolThem(chosen.length)}
          </button>
          <button type="button" class="button" onClick={close}>
            {words.cancel}
          </button>
        </>
      }
    >
      <p>{words.enrolLead}</p>
      <p class="quiet">{words.seatsFree(seatsFree)}</p>
      {chosen.length > 0 && (
        <ol class="list">
          {chosen.map((one) => (
            <li key={one.id} class="row two">
              <strong>{one.fullName}</strong>
              <button
                type="button"
                class="button plain"
                aria-label={`${words.remove}: ${one.fullName}`}
                onClick={() => choose(chosen.filter((other) => other !== one))}
              >
                {words.remove}
              </button>
            </li>
          ))}
        </ol>
      )}
      <SearchBox label={words.find} value={q} find={setQ} />
      {q.length > 1 && found?.length === 0 && <p class="quiet">{words.found(q)}</p>}
      {q.length > 1 && found && found.length > 0 && (
        <ul class="list">
          {found.map((one) => (
            <li key={one.id} class="row two">
              <span>
                {one.fullName} <span class="quiet small">{one.registerNumber}</span>
              </span>
              <button
                type="button"
                class="button"
                aria-label={`${words.add}: ${one.fullName}`}
                onClick={() => choose([...chosen, one])}
              >
                {words.add}
              </button>
            </li>
          ))}
        </ul>
      )}
      {asked && chosen.length === 0 && <FormNote about={asked}>{words.nobody}</FormNote>}
      <FormError error={act.error} />
    </Sheet>
  );
}
