/** What was done to a record, by whom and when: in lines, or with the fields of each change. */
import { useState } from "react";
import { useMe } from "../../shell/me.ts";
import { said } from "../../words/language.ts";
import { shortMoment } from "../../words/when.ts";
import { Pages } from "../pages.tsx";
import { Empty } from "../states.tsx";
import { recordWords } from "./words.ts";

type Props = {
  readonly route: "readEmployerHistory" | "readVacancyHistory" | "readAgreementHistory";
  readonly id: string;
};
export function History({ route, id }: Props) {
  const words = recordWords.use();
  const zone = useMe()?.office.zone ?? "WIB";
  const [full, setFull] = useState(false);
  return (
    <section class="card stack tight" aria-labelledby="history">
      <div class="heading">
        <h2 id="history">{words.history}</h2>
        <button type="button" class="button plain" onClick={() => setFull(!full)}>
          {full ? words.short : words.full}
        </button>
      </div>
      <Pages route={route} asked={{ params: { id } }} empty={<Empty title={words.noHistory} />}>
        {(entries) => (
          <ol class="history">
            {entries.map((entry) => (
              <li key={`${entry.version} ${entry.event}`}>
                <span class="quiet small">{shortMoment(entry.at, zone)}</span>
                <span>
                  {said(entry.words)}
                  <span class="quiet">
                    , {entry.by.name ?? (entry.by.kind === "staff" ? words.unknown : said(entry.by.words))}
                  </span>
                  {full && (
                    <small class="quiet">
                      {" "}
                      {entry.fields && `${words.fields(entry.fields.map((field) => said(field.words)).join(", "))} · `}
                      {words.version(entry.version)}
                    </small>
                  )}
                </span>
              </li>
            ))}
          </ol>
        )}
      </Pages>
    </section>
  );
}
