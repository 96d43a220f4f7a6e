/** What the list is narrowed to: all of it stands in the address. */
import { useNavigate } from "@tanstack/react-router";
import type { ComponentChildren } from "preact";
import { useId } from "react";
import { clientNeeds } from "../../../../shared/domain/clients/missing.ts";
import { carries } from "../../../../shared/domain/offices/roles.ts";
import { useRead } from "../../api/read.ts";
import { type Me, may } from "../../shell/me.ts";
import { type ClientsSearch, clientStatuses, officerOf } from "./search.ts";
import { clientsWords } from "./words.ts";

export function Filters({ search, me }: { readonly search: ClientsSearch; readonly me: Me | undefined }) {
  const words = clientsWords.use();
  const navigate = useNavigate();
  const staff = useRead("listStaff", { query: { limit: 100 } }, { enabled: may(me, "readStaff") });
  const choose = (name: keyof ClientsSearch, value: string): void => {
    const { hal: _, ...rest } = search;
    void navigate({ to: "/klien", search: { ...rest, [name]: value || undefined }, replace: true, resetScroll: false });
  };
  const officer = me && officerOf(search, me);
  const shown = officer === "all" ? "semua" : officer === me?.id ? "saya" : officer;
  const others = staff.data?.items.filter(({ id, role, active }) => active && carries[role] && id !== me?.id) ?? [];
  return (
    <>
      <Filter label={words.officer} value={shown ?? ""} choose={(value) => choose("pk", value)}>
        {(me === undefined || carries[me.role]) && <option value="saya">{words.mine}</option>}
        <option value="semua">{words.office}</option>
        {others.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Filter>
      <Filter label={words.status} value={search.status ?? ""} choose={(value) => choose("status", value)}>
        <option value="">{words.all}</option>
        {clientStatuses.map((status) => (
          <option key={status} value={status}>
            {words.statuses[status]}
          </option>
        ))}
      </Filter>
      <Filter label={words.missing} value={search.kurang ?? ""} choose={(value) => choose("kurang", value)}>
        <option value="">{words.all}</option>
        {clientNeeds.map((need) => (
          <option key={need} value={need}>
            {words.needs[need]}
          </option>
        ))}
      </Filter>
      {search.q === undefined && (
        <Filter label={words.sort} value={search.urut ?? ""} choose={(value) => choose("urut", value)}>
          <option value="">{words.byStatus}</option>
          <option value="nama">{words.byName}</option>
        </Filter>
      )}
    </>
  );
}

type FilterProps = {
  readonly label: string;
  readonly value: string;
  readonly choose: (value: string) => void;
  readonly children: ComponentChildren;
};
function Filter({ label, value, choose, children }: FilterProps) {
  const id = useId();
  return (
    <div class="field">
      <label class="small quiet" for={id}>
        {label}
      </label>
      <select id={id} value={value} onChange={(event) => choose(event.currentTarget.value)}>
        {children}
      </select>
    </div>
  );
}
