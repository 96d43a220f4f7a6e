/** The figures of the days that were asked for: pictures, each with its table, and what was reached. */
import { bars } from "../../../../shared/pictures/bars.ts";
import { funnel } from "../../../../shared/pictures/funnel.ts";
import type { Answer } from "../../api/client.ts";
import { FittedPicture } from "../../parts/picture.tsx";
import { said } from "../../words/language.ts";
import { usePreference } from "../../words/preferences.ts";
import { reachedRows, stayedRows } from "./rows.ts";
import { reportsWords } from "./words.ts";

export type Figures = Answer<"readFigures">;

/** A picture is as wide as half the page, or as a phone. */
const widths = { wide: 500, narrow: 312 } as const;

export function FiguresShown({ figures }: { readonly figures: Figures }) {
  const words = reportsWords.use();
  const language = usePreference("language");
  // Who has not had the time to stay for thirty days is no loss: the days of staying are told apart.
  const stages = figures.funnel
    .filter(({ due }) => due === undefined)
    .map(({ stage, count }) => ({ name: words.stages[stage], count }));
  const steps = figures.steps.map(({ step, cases, median, p90 }) => ({ name: words.stepNames[step], cases, median, p90 }));
  return (
    <>
      <div class="columns">
        <section class="card stack tight" aria-labelledby="reached">
          <h2 id="reached">{words.reached}</h2>
          <p class="small quiet">{words.reachedLead}</p>
          <Facts rows={reachedRows(figures, words)} />
        </section>
        <section class="card stack tight" aria-labelledby="funnel">
          <h2 id="funnel">{words.funnel}</h2>
          <p class="small quiet">{words.funnelLead}</p>
          <FittedPicture
            wideFrom={widths.wide}
            draw={(layout) => funnel({ language, title: words.funnel, width: widths[layout] }, stages)}
          />
          <Facts rows={stayedRows(figures, words)} />
        </section>
        <section class="card stack tight" aria-labelledby="steps">
          <h2 id="steps">{words.steps}</h2>
          <p class="small quiet">{words.stepsLead}</p>
          <FittedPicture
            wideFrom={widths.wide}
            draw={(layout) => bars({ language, title: words.steps, width: widths[layout] }, steps)}
          />
        </section>
      </div>
      <div class="columns">
        <section class="card stack tight" aria-labelledby="open">
          <h2 id="open">{words.openNow}</h2>
          <p>{figures.open === 0 ? words.nothingOpen : words.open(figures.open)}</p>
          <Facts rows={figures.openByStatus.map((row) => [said(row.words), String(row.count)])} />
        </section>
      </div>
    </>
  );
}

const Facts = ({ rows }: { readonly rows: readonly (readonly [string, string])[] }) => (
  <dl class="facts wide">
    {rows.map(([name, value]) => (
      <>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </>
    ))}
  </dl>
);
