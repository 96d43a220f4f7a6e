/** The organisations of a province by kind, or those of the whole country that are found by name. */
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { formatDate } from "../../../../shared/domain/calendar/format.ts";
import { describeRegion } from "../../../../shared/domain/identifiers/regions.ts";
import { organisationKindNames, wholeNation } from "../../../../shared/domain/organisations/kinds.ts";
import { unitCounts, unitCountsSource } from "../../../../shared/domain/reference/unit-counts.ts";
import { SelectField } from "../../parts/field.tsx";
import { Icon } from "../../parts/icons.tsx";
import { Pages } from "../../parts/pages.tsx";
import { Fact } from "../../parts/record/facts.tsx";
import { useRegions } from "../../parts/region.tsx";
import { SearchBox } from "../../parts/search-box.tsx";
import { Empty } from "../../parts/states.tsx";
import { Tag } from "../../parts/tag.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { may, useMe } from "../../shell/me.ts";
import { language } from "../../words/language.ts";
import { organisationWords } from "./words.ts";

export function Organisations() {
  const words = organisationWords.use();
  const search = useSearch({ from: "/organisasi" });
  const { q, jenis, wilayah } = search;
  const navigate = useNavigate();
  const me = useMe();
  const regions = useRegions();
  useTitle(words.title);
  const kinds = words.options.kind;
  const centres: Readonly<Record<string, string>> = words.options.trainingCenterKind;
  const kind = organisationKindNames.find((name) => name === jenis);
  const show = (change: { readonly [N in "q" | "jenis" | "wilayah"]?: string | undefined }): void =>
    void navigate({ to: "/organisasi", search: { ...search, ...change }, replace: true });
  return (
    <>
      <div class="heading">
        <div>
          <h1>{words.title}</h1>
          <p class="quiet">{words.lead}</p>
        </div>
        {may(me, "registerOrganisation") && (
          <Link class="button first" to="/organisasi/baru">
            <Icon name="plus" />
            {words.add}
          </Link>
        )}
      </div>
      <SearchBox label={words.find} value={q ?? ""} find={(text) => show({ q: text === "" ? undefined : text })} />
      <div class="filters">
        <SelectField
          label={words.kind}
          value={kind ?? "ANY"}
          change={(chosen) => show({ jenis: chosen === "ANY" ? undefined : chosen })}
          options={[
            { value: "ANY", label: words.anyKind },
            ...organisationKindNames.map((value) => ({ value, label: kinds[value] })),
          ]}
        />
        {q === undefined && (
          <SelectField
            label={words.province}
            value={wilayah ?? "OWN"}
            change={(chosen) => show({ wilayah: chosen === "OWN" ? undefined : chosen })}
            options={[
              { value: "OWN", label: words.ownProvince },
              { value: wholeNation, label: words.nation },
              ...(regions?.provinces ?? []).map(({ code, name }) => ({ value: code, label: name })),
            ]}
          />
        )}
      </div>
      <Pages
        route="listOrganisations"
        query={q === undefined ? { kind, place: wilayah } : { q, kind }}
        empty={
          <Empty title={q === undefined ? words.nothing : words.notFound(q)}>
            <p>{q === undefined ? words.nothingNext : words.notFoundNext}</p>
          </Empty>
        }
      >
        {(items) => (
          <ul class="list">
            {items.map((organisation) => (
              <li key={organisation.id}>
                <div class="row named">
                  <Link class="name" to="/organisasi/$id" params={{ id: organisation.id }}>
                    {organisation.called}
                  </Link>
                  <span class="small quiet">
                    {[
                      centres[organisation.trainingCenterKind ?? ""] ?? kinds[organisation.kind],
                      organisation.class && words.class(organisation.class),
                      organisation.regionCode && describeRegion(organisation.regionCode),
                    ]
                      .filter(Boolean)
                      .join(" · ")}
                  </span>
                  {!organisation.active && (
                    <span class="buttons">
                      <Tag tone="closed">{words.inactive}</Tag>
                    </span>
                  )}
                </div>
              </li>
            ))}
          </ul>
        )}
      </Pages>
      <Counts />
    </>
  );
}

/** How many units there are, by whom that was said. */
function Counts() {
  const words = organisationWords.use();
  const { saidBy, at, on } = unitCountsSource;
  return (
    <details class="more">
      <summary>{words.counts}</summary>
      <dl class="facts">
        {organisationKindNames.flatMap((kind) => {
          const count = kind in unitCounts ? Object.entries(unitCounts).find(([name]) => name === kind)?.[1] : undefined;
          return count === undefined
            ? []
            : [
                <Fact key={kind} label={words.options.kind[kind]}>
                  {String(count)}
                </Fact>,
              ];
        })}
      </dl>
      <p class="small quiet">{words.countsSource(saidBy, at, formatDate(on, language()))}</p>
    </details>
  );
}
