/** The open vacancies: whose, where, how many seats, until when. */
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { formatDate } from "../../../../shared/domain/calendar/format.ts";
import { describeRegion } from "../../../../shared/domain/identifiers/regions.ts";
import { formatRupiah } from "../../../../shared/domain/reference/money.ts";
import { Icon } from "../../parts/icons.tsx";
import { type ItemOf, Pages } from "../../parts/pages.tsx";
import { SearchBox } from "../../parts/search-box.tsx";
import { Empty } from "../../parts/states.tsx";
import { Tag } from "../../parts/tag.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { may, useMe } from "../../shell/me.ts";
import { language } from "../../words/language.ts";
import { vacancyWords } from "./words.ts";

export function Vacancies() {
  const words = vacancyWords.use();
  const { q } = useSearch({ from: "/lowongan" });
  const navigate = useNavigate();
  const me = useMe();
  useTitle(words.title);
  return (
    <>
      <div class="heading">
        <div>
          <h1>{words.title}</h1>
          <p class="quiet">{words.lead}</p>
        </div>
        {may(me, "openVacancy") && (
          <Link class="button first" to="/lowongan/baru">
            <Icon name="plus" />
            {words.open}
          </Link>
        )}
      </div>
      <SearchBox
        label={words.find}
        value={q ?? ""}
        find={(text) => void navigate({ to: "/lowongan", search: text === "" ? {} : { q: text }, replace: true })}
      />
      <Pages
        route="listVacancies"
        query={{ q }}
        empty={
          <Empty title={q === undefined ? words.nothing : words.noneWith(q)}>
            <p>{words.nothingNext}</p>
          </Empty>
        }
      >
        {(items) => (
          <ul class="list">
            {items.map((vacancy) => (
              <li key={vacancy.id}>
                <VacancyRow vacancy={vacancy} mayRead={may(me, "readVacancy")} />
              </li>
            ))}
          </ul>
        )}
      </Pages>
    </>
  );
}

function VacancyRow({ vacancy, mayRead }: { readonly vacancy: ItemOf<"listVacancies">; readonly mayRead: boolean }) {
  const words = vacancyWords.use();
  const bases: Readonly<Record<string, string>> = words.options["wage.basis"];
  const { wage } = vacancy;
  return (
    <div class="row three">
      <div>
        {mayRead ? (
          <Link class="name" to="/lowongan/$id" params={{ id: vacancy.id }}>
            {vacancy.title}
          </Link>
        ) : (
          <strong>{vacancy.title}</strong>
        )}
        <p class="small quiet">
          {vacancy.employerName} · {describeRegion(vacancy.regencyCode)}
        </p>
      </div>
      <div class="small">
        <p>
          {words.seats(vacancy.seatsFree, vacancy.seats)} · {words.until(formatDate(vacancy.validUntil, language()))}
        </p>
        {wage && (
          <p class="quiet">
            {formatRupiah(wage.amount)} / {(bases[wage.basis] ?? wage.basis).toLowerCase()}
          </p>
        )}
      </div>
      <span class="buttons">
        {vacancy.seatsFree === 0 && <Tag tone="closed">{words.full}</Tag>}
        {vacancy.flags.length > 0 && <Tag tone="due">{words.flagged(vacancy.flags.length)}</Tag>}
        {vacancy.withinOffice && <Tag tone="closed">{words.withinOffice}</Tag>}
      </span>
    </div>
  );
}
