/** The office's agreements: with whom, how they stand, until when. */
import { Link } from "@tanstack/react-router";
import { formatDate } from "../../../../shared/domain/calendar/format.ts";
import { Icon } from "../../parts/icons.tsx";
import { Pages } from "../../parts/pages.tsx";
import { Empty } from "../../parts/states.tsx";
import { Tag } from "../../parts/tag.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { may, useMe } from "../../shell/me.ts";
import { language } from "../../words/language.ts";
import { partyLine } from "./parties.tsx";
import { standingTones } from "./standing.ts";
import { agreementWords } from "./words.ts";

export function Agreements() {
  const words = agreementWords.use();
  const me = useMe();
  useTitle(words.title);
  const short: Readonly<Record<string, string>> = words.short;
  return (
    <>
      <div class="heading">
        <div>
          <h1>{words.title}</h1>
          <p class="quiet">{words.lead}</p>
        </div>
        {may(me, "recordAgreement") && (
          <Link class="button first" to="/perjanjian/baru">
            <Icon name="plus" />
            {words.record}
          </Link>
        )}
      </div>
      <Pages
        route="listAgreements"
        empty={
          <Empty title={words.nothing}>
            <p>{words.nothingNext}</p>
          </Empty>
        }
      >
        {(items) => (
          <ul class="list">
            {items.map((agreement) => {
              const { validFrom, validTo } = agreement;
              return (
                <li key={agreement.id}>
                  <div class="row three">
                    <div>
                      <Link class="name" to="/perjanjian/$id" params={{ id: agreement.id }}>
                        {partyLine(agreement.parties)}
                      </Link>
                      <p class="small quiet">
                        {[short[agreement.kind] ?? agreement.kind, agreement.number ?? words.noNumber].join(" ")} ·{" "}
                        {agreement.title}
                      </p>
                    </div>
                    <span class="small">
                      {validFrom && validTo && words.span(formatDate(validFrom, language()), formatDate(validTo, language()))}
                    </span>
                    <span class="buttons">
                      <Tag tone={standingTones[agreement.standing]}>{words.standings[agreement.standing]}</Tag>
                    </span>
                  </div>
                </li>
              );
            })}
          </ul>
        )}
      </Pages>
    </>
  );
}
