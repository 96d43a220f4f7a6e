/** The parties of an agreement: those that are named, and a search over organisations and employers for others. */
import { useId, useState } from "react";
import { useRead } from "../../api/read.ts";
import { useMe } from "../../shell/me.ts";
import { defineWords } from "../../words/words.ts";
import { SearchBox } from "../search-box.tsx";
import { party, partyOf } from "./rows.ts";

export const id = {
  find: "Cari lembaga atau pemberi kerja untuk ditambahkan",
  nothing: (q: string) => `Tidak ada lembaga atau pemberi kerja dengan “${q}”`,
  add: "Tambahkan",
  remove: "Hapus",
  own: "Kantor Anda",
  organisation: "Lembaga",
  employer: "Pemberi kerja",
};
export type PartiesWords = typeof id;
const en: PartiesWords = {
  find: "Find an organisation or employer to add",
  nothing: (q: string) => `No organisation or employer with “${q}”`,
  add: "Add",
  remove: "Remove",
  own: "Your office",
  organisation: "Organisation",
  employer: "Employer",
};
const partiesWords = defineWords<PartiesWords>(id, async () => ({ en }));

/** So many of each are offered. */
const most = 6;

type Props = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly wrong?: string | undefined;
  /** Each with its id and its name: see `partyOf`. */
  readonly value: readonly string[];
  readonly change: (value: readonly string[]) => void;
};
export function Parties({ label, hint, wrong, value, change }: Props) {
  const words = partiesWords.use();
  const me = useMe();
  const about = useId();
  const [q, setQ] = useState("");
  const asked = { query: { q, limit: most } };
  const organisations = useRead("listOrganisations", asked, { enabled: q.length > 1 });
  const employers = useRead("listEmployers", asked, { enabled: q.length > 1 });
  const named = value.map(partyOf);
  const own = me ? [{ id: me.office.id, name: me.office.name, kind: words.own }] : [];
  const found = [
    ...(organisations.data?.items ?? []).map((one) => ({ id: one.id, name: one.called, kind: words.organisation })),
    ...(employers.data?.items ?? []).map((one) => ({ id: one.id, name: one.legalName, kind: words.employer })),
  ];
  const offered = (q.length > 1 ? found : own).filter((one) => !named.some((there) => there.id === one.id));
  const isSettled = q.length > 1 && organisations.data !== undefined && employers.data !== undefined;
  return (
    <fieldset class="field" aria-describedby={wrong ? `${about}-wrong` : undefined}>
      <legend>{label}</legend>
      {hint && <span class="hint">{hint}</span>}
      <ul class="list">
        {named.map((one) => (
          <li key={one.id} class="row two">
            <strong>{one.name}</strong>
            <button
              type="button"
              class="button"
              aria-label={`${words.remove}: ${one.name}`}
              onClick={() => change(value.filter((held) => partyOf(held).id !== one.id))}
            >
              {words.remove}
            </button>
          </li>
        ))}
      </ul>
      <SearchBox label={words.find} value={q} find={setQ} />
      {isSettled && found.length === 0 && <p class="quiet">{words.nothing(q)}</p>}
      {offered.length > 0 && (
        <ul class="list">
          {offered.map((one) => (
            <li key={one.id} class="row two">
              <span>
                {one.name} <span class="quiet small">{one.kind}</span>
              </span>
              <button
                type="button"
                class="button"
                aria-label={`${words.add}: ${one.name}`}
                onClick={() => {
                  change([...value, party.read(one)]);
                  setQ("");
                }}
              >
                {words.add}
              </button>
            </li>
          ))}
        </ul>
      )}
      {wrong && (
        <span class="wrong" id={`${about}-wrong`}>
          {wrong}
        </span>
      )}
    </fieldset>
  );
}
