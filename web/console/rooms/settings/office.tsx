/** What an office sets for itself; with the version that was read, so that nobody's change is lost. */

import { useState } from "react";
import { formatAnyPhone } from "../../../../shared/domain/identifiers/phone-text.ts";
import { type Answer, type Body, call } from "../../api/client.ts";
import { Problem } from "../../api/problem.ts";
import { makeStale, useRead } from "../../api/read.ts";
import { Check, TextField } from "../../parts/field.tsx";
import { ErrorText, Failure, FormNote, Skeleton } from "../../parts/states.tsx";
import { tell } from "../../shell/toasts.tsx";
import { settingsWords } from "./words.ts";

type Office = Answer<"readOffice">;
type Changes = Body<"changeOffice">["changes"];

export function OfficeSettings() {
  const office = useRead("readOffice");
  if (office.data === undefined)
    return office.error ? <Failure error={office.error} again={() => void office.refetch()} /> : <Skeleton />;
  return <OfficeForm key={office.data.version} office={office.data} again={() => void office.refetch()} />;
}

const usualHours = { from: 8, to: 17, everyDay: false };

function OfficeForm({ office, again }: { readonly office: Office; readonly again: () => void }) {
  const words = settingsWords.use();
  const hours = office.mailHours ?? usualHours;
  const [replyTo, setReplyTo] = useState(office.replyTo ?? "");
  const [telephone, setTelephone] = useState(formatAnyPhone(office.telephone ?? ""));
  const [from, setFrom] = useState(String(hours.from));
  const [to, setTo] = useState(String(hours.to));
  const [everyDay, setEveryDay] = useState(hours.everyDay ?? false);
  const [required, setRequired] = useState(office.agreementRequired);
  const [deadlines, setDeadlines] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(Object.entries(office.deadlines).map(([name, days]) => [name, String(days)])),
  );
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const wrong = (path: string): string | undefined =>
    error instanceof Problem ? error.details.find((detail) => detail.path === `changes.${path}`)?.message : undefined;

  /** Only what was changed: what is not named stays as it is. */
  function changes(): Changes {
    const changed = Object.entries(deadlines).filter(
      ([name, days]) => days !== String(new Map(Object.entries(office.deadlines)).get(name)),
    );
    return {
      ...(replyTo === (office.replyTo ?? "") || replyTo === "" ? {} : { replyTo }),
      ...(telephone === formatAnyPhone(office.telephone ?? "") || telephone === "" ? {} : { telephone }),
      ...(Number(from) === hours.from && Number(to) === hours.to && everyDay === (hours.everyDay ?? false)
        ? {}
        : { mailHours: { from: Number(from), to: Number(to), everyDay } }),
      ...(required === office.agreementRequired ? {} : { agreementRequired: required }),
      ...(changed.length === 0 ? {} : { deadlines: Object.fromEntries(changed.map(([name, days]) => [name, Number(days)])) }),
    };
  }

  async function save(): Promise<void> {
    const changed = changes();
    setError(undefined);
    if (Object.keys(changed).length === 0) return tell(words.nothingChanged);
    setBusy(true);
    try {
      await call("changeOffice", { body: { version: office.version, changes: changed } }, { key });
      await makeStale("readOffice", "readMe");
      tell(words.saved);
    } catch (problem) {
      setError(problem);
      setKey(crypto.randomUUID());
      if (problem instanceof Problem && problem.newer) again();
    } finally {
      setBusy(false);
    }
  }

  return (
    <form
      class="card stack"
      aria-labelledby="office"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2 id="office">{words.office}</h2>
      <div class="columns">
        <TextField
          label={words.replyTo}
          hint={words.replyToHint}
          type="email"
          value={replyTo}
          change={setReplyTo}
          wrong={wrong("replyTo")}
        />
        <TextField label={words.telephone} type="tel" value={telephone} change={setTelephone} wrong={wrong("telephone")} />
      </div>
      <fieldset class="stack tight">
        <legend>{words.mailHours}</legend>
        <div class="filters">
          <TextField label={words.fromHour} inputMode="numeric" value={from} change={setFrom} wrong={wrong("mailHours.from")} />
          <TextField label={words.toHour} inputMode="numeric" value={to} change={setTo} wrong={wrong("mailHours.to")} />
        </div>
        <Check label={words.everyDay} value={everyDay} change={setEveryDay} />
      </fieldset>
      <Check label={words.agreementRequired} value={required} change={setRequired} />
      <fieldset class="stack tight">
        <legend>{words.deadlines}</legend>
        <div class="grid">
          {Object.entries(words.deadlineNames).map(([name, label]) => (
            <TextField
              key={name}
              label={label}
              inputMode="numeric"
              value={deadlines[name] ?? ""}
              change={(days) => setDeadlines({ ...deadlines, [name]: days })}
              wrong={wrong(`deadlines.${name}`)}
            />
          ))}
        </div>
      </fieldset>
      {error !== undefined && (
        <FormNote about={error}>{error instanceof Problem && error.newer ? words.newer : <ErrorText error={error} />}</FormNote>
      )}
      <p>
        <button type="submit" class="button first" disabled={busy}>
          {words.save}
        </button>
      </p>
    </form>
  );
}
