/** Colleagues of the office, who stands in for them, and handing all of somebody's work over. */

import { useState } from "react";
import { carries } from "../../../../shared/domain/offices/roles.ts";
import { roleWords } from "../../../../shared/messages/role-words.ts";
import { type Answer, call } from "../../api/client.ts";
import { makeStale, useRead } from "../../api/read.ts";
import { SelectField, TextField } from "../../parts/field.tsx";
import { Sheet } from "../../parts/sheet.tsx";
import { Failure, FormError, FormNote, Skeleton } from "../../parts/states.tsx";
import { Tag } from "../../parts/tag.tsx";
import { may, useMe } from "../../shell/me.ts";
import { tell } from "../../shell/toasts.tsx";
import { said } from "../../words/language.ts";
import { shortDay } from "../../words/when.ts";
import { settingsWords } from "./words.ts";

type Colleague = Answer<"listStaff">["items"][number];
type Cover = Colleague["covers"][number];
type Opened = { readonly kind: "cover" | "handOver"; readonly of: Colleague };

export function Colleagues() {
  const words = settingsWords.use();
  const me = useMe();
  const staff = useRead("listStaff", { query: { limit: 100 } });
  const [opened, open] = useState<Opened | undefined>();
  if (staff.data === undefined)
    return staff.error ? <Failure error={staff.error} again={() => void staff.refetch()} /> : <Skeleton />;
  const { items } = staff.data;
  const nameOf = (id: string): string => items.find((one) => one.id === id)?.name ?? id;
  return (
    <section class="stack tight" aria-labelledby="staff">
      <h2 id="staff">{words.staff}</h2>
      {me !== undefined && me.standsInFor.length > 0 && (
        <p>{words.standsInFor(me.standsInFor.map(({ name }) => name).join(", "))}</p>
      )}
      <ul class="list">
        {items.map((one) => (
          <li key={one.id} class="row three">
            <div>
              <p class="strong">{one.name}</p>
              <p class="small quiet">{said(roleWords[one.role])}</p>
            </div>
            <div class="stack tight small">
              {!one.active && <Tag tone="closed">{words.inactive}</Tag>}
              {one.covers.map((cover) => (
                <p key={`${cover.by}${cover.from}`}>
                  {words.coveredBy(nameOf(cover.by), shortDay(cover.from), shortDay(cover.to))}
                </p>
              ))}
            </div>
            <p class="buttons">
              {may(me, "coverStaff") && carries[one.role] && (
                <button type="button" class="button" onClick={() => open({ kind: "cover", of: one })}>
                  {words.cover}
                </button>
              )}
              {may(me, "handOver") && carries[one.role] && (
                <button type="button" class="button" onClick={() => open({ kind: "handOver", of: one })}>
                  {words.handOver}
                </button>
              )}
            </p>
          </li>
        ))}
      </ul>
      {opened?.kind === "cover" && <CoverSheet of={opened.of} staff={items} close={() => open(undefined)} />}
      {opened?.kind === "handOver" && <HandOverSheet of={opened.of} staff={items} close={() => open(undefined)} />}
    </section>
  );
}

type SheetProps = { readonly of: Colleague; readonly staff: readonly Colleague[]; readonly close: () => void };

/** Sends once for each sheet, however often it is pressed; tells how it went. */
function useSending(close: () => void) {
  const words = settingsWords.use();
  const [key] = useState(() => crypto.randomUUID());
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const send = async (act: (key: string) => Promise<unknown>): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      await act(key);
      await makeStale("listStaff", "readMe");
      tell(words.saved);
      close();
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, send };
}

function Cancel({ close }: { readonly close: () => void }) {
  const words = settingsWords.use();
  return (
    <button type="button" class="button" onClick={close}>
      {words.cancel}
    </button>
  );
}

function CoverSheet({ of, staff, close }: SheetProps) {
  const words = settingsWords.use();
  const [covers, setCovers] = useState<readonly Cover[]>(of.covers);
  const [next, setNext] = useState<Cover>({ by: "", from: "", to: "" });
  const { busy, error, send } = useSending(close);
  const colleagues = staff.filter(({ id, active, role }) => id !== of.id && active && carries[role]);
  const complete = next.by !== "" && next.from !== "" && next.to !== "";
  const begun = next.by !== "" || next.from !== "" || next.to !== "";
  const [asked, ask] = useState(false);
  const missing = begun && !complete;
  const all = complete ? [...covers, next] : covers;
  return (
    <Sheet
      sticky
      title={words.coverOf(of.name)}
      close={close}
      foot={
        <>
          <button
            type="button"
            class="button first"
            disabled={busy}
            onClick={() => {
              ask(true);
              if (missing) return;
              if (all.length === of.covers.length && all.every((cover) => of.covers.includes(cover))) return close();
              void send((key) =>
                call("coverStaff", { params: { id: of.id }, body: { version: of.coversVersion, covers: [...all] } }, { key }),
              );
            }}
          >
            {words.save}
          </button>
          <Cancel close={close} />
        </>
      }
    >
      <p class="quiet">{words.coverLead}</p>
      {covers.map((cover) => (
        <p key={`${cover.by}${cover.from}`} class="buttons">
          {words.coveredBy(staff.find(({ id }) => id === cover.by)?.name ?? cover.by, shortDay(cover.from), shortDay(cover.to))}
          <button type="button" class="button plain" onClick={() => setCovers(covers.filter((one) => one !== cover))}>
            {words.remove}
          </button>
        </p>
      ))}
      <SelectField
        label={words.by}
        none={words.choose}
        value={next.by}
        change={(by) => setNext({ ...next, by })}
        options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField type="date" label={words.from} value={next.from} change={(from) => setNext({ ...next, from })} />
      <TextField type="date" label={words.to} hint={words.toHint} value={next.to} change={(to) => setNext({ ...next, to })} />
      {asked && missing && <FormNote about={asked}>{words.coverMissing}</FormNote>}
      <FormError error={error} />
    </Sheet>
  );
}

/** What is counted: as many as a page of a list holds. */
const mostCounted = 100;
const countOf = ({ items, cursor }: { readonly items: readonly unknown[]; readonly cursor?: string | undefined }): string =>
  cursor === undefined ? String(items.length) : `> ${mostCounted}`;

function HandOverSheet({ of, staff, close }: SheetProps) {
  const words = settingsWords.use();
  const [to, setTo] = useState("");
  const { busy, error, send } = useSending(close);
  const colleagues = staff.filter(({ id, active, role }) => id !== of.id && active && carries[role]);
  const query = { officer: of.id, limit: mostCounted };
  const clients = useRead("listClients", { query });
  const underWay = useRead("listPlacements", { query });
  return (
    <Sheet
      sticky
      title={words.handOverOf(of.name)}
      close={close}
      foot={
        <>
          <button
            type="button"
            class="button first"
            disabled={busy || to === ""}
            onClick={() => void send((key) => call("handOverWork", { params: { id: of.id }, body: { to } }, { key }))}
          >
            {words.handOver}
          </button>
          <Cancel close={close} />
        </>
      }
    >
      <p>{words.handOverLead}</p>
      {clients.data && underWay.data && (
        <p class="strong">{words.handOverCount(countOf(clients.data), countOf(underWay.data))}</p>
      )}
      <SelectField
        label={words.handOverTo}
        none={words.choose}
        value={to}
        change={setTo}
        options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <FormError error={error} />
    </Sheet>
  );
}
