/** The employers of the province, found by the words of their names. */
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { describeRegion } from "../../../../shared/domain/identifiers/regions.ts";
import { Icon } from "../../parts/icons.tsx";
import { Pages } from "../../parts/pages.tsx";
import { SearchBox } from "../../parts/search-box.tsx";
import { Empty } from "../../parts/states.tsx";
import { Tag } from "../../parts/tag.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { may, useMe } from "../../shell/me.ts";
import { employerWords } from "./words.ts";

export function Employers() {
  const words = employerWords.use();
  const { q } = useSearch({ from: "/pemberi-kerja" });
  const navigate = useNavigate();
  const me = useMe();
  useTitle(words.title);
  const types: Readonly<Record<string, string>> = words.options.type;
  const sizes: Readonly<Record<string, string>> = words.options.size;
  const add = may(me, "registerEmployer") && (
    <Link class="button first" to="/pemberi-kerja/baru">
      <Icon name="plus" />
      {words.add}
    </Link>
  );
  return (
    <>
      <div class="heading">
        <div>
          <h1>{words.title}</h1>
          <p class="quiet">{words.lead}</p>
        </div>
        {add}
      </div>
      <SearchBox
        label={words.find}
        value={q ?? ""}
        find={(text) => void navigate({ to: "/pemberi-kerja", search: text === "" ? {} : { q: text }, replace: true })}
      />
      <Pages
        route="listEmployers"
        query={{ q }}
        empty={
          <Empty title={q === undefined ? words.nothing : words.notFound(q)}>
            <p>{q === undefined ? words.nothingNext : words.notFoundNext}</p>
          </Empty>
        }
      >
        {(items) => (
          <ul class="list">
            {items.map((employer) => (
              <li key={employer.id}>
                <div class="row three">
                  <Link class="name" to="/pemberi-kerja/$id" params={{ id: employer.id }}>
                    {employer.legalName}
                  </Link>
                  <span class="small quiet">
                    {[describeRegion(employer.regencyCode), types[employer.type], sizes[employer.size]]
                      .filter(Boolean)
                      .join(" · ")}
                  </span>
                  <span class="buttons">
                    {employer.unverified && <Tag tone="due">{words.unverified}</Tag>}
                    {employer.optOut && <Tag tone="closed">{words.optOut}</Tag>}
                  </span>
                </div>
              </li>
            ))}
          </ul>
        )}
      </Pages>
    </>
  );
}
