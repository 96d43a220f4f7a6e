/** Who was there on a day: everybody, but for whom is unticked. A class of twelve is a few taps. */
import { useState } from "react";
import { useAct } from "../../parts/act.ts";
import { Check, TextField } from "../../parts/field.tsx";
import { Sheet } from "../../parts/sheet.tsx";
import { FormError } from "../../parts/states.tsx";
import { trainingWords } from "./words.ts";

type Props = {
  readonly id: string;
  readonly people: readonly { readonly clientId: string; readonly fullName: string }[];
  readonly days: readonly { readonly day: string; readonly absent: readonly string[] }[];
  /** The office's day. */
  readonly today: string;
  readonly last: string;
  readonly close: () => void;
  readonly done: () => void;
};

export function AttendanceSheet({ id, people, days, today, last, close, done }: Props) {
  const words = trainingWords.use();
  const act = useAct("recordAttendance");
  const [day, setDay] = useState(today < last ? today : last);
  const recorded = days.find((one) => one.day === day)?.absent;
  const [unticked, untick] = useState<Readonly<Record<string, readonly string[]>>>({});
  // What was recorded of the day already is what it begins with.
  const absent = unticked[day] ?? recorded ?? [];
  const here = absent.filter((clientId) => people.some((one) => one.clientId === clientId));
  const turn = (clientId: string, there: boolean): void =>
    untick({ ...unticked, [day]: there ? absent.filter((one) => one !== clientId) : [...absent, clientId] });
  const send = async (): Promise<void> => {
    if (await act.sendTyped({ id }, { day, absent: here })) done();
  };
  return (
    <Sheet
      sticky
      title={words.attend}
      close={close}
      foot={
        <>
          <button type="button" class="button first" aria-disabled={act.busy} onClick={() => void send()}>
            {act.busy ? words.saving : words.save(people.length - here.length, people.length)}
          </button>
          <button type="button" class="button" onClick={close}>
            {words.cancel}
          </button>
        </>
      }
    >
      <TextField label={words.day} type="date" value={day} change={setDay} wrong={act.wrong("day")} />
      <p class="quiet">{words.attendLead}</p>
      <div class="stack tight">
        {people.map(({ clientId, fullName }) => (
          <Check key={clientId} label={fullName} value={!absent.includes(clientId)} change={(there) => turn(clientId, there)} />
        ))}
      </div>
      <FormError error={act.error} />
    </Sheet>
  );
}
