/** What was done to a record, by whom, when and how: in lines, or with the role and the version of each. What is shown stands in the address. */
import { Link, useSearch } from "@tanstack/react-router";
import type { Answer } from "../../api/client.ts";
import { useMe } from "../../shell/me.ts";
import { said } from "../../words/language.ts";
import { shortMoment } from "../../words/when.ts";
import { Pages } from "../pages.tsx";
import { Empty } from "../states.tsx";
import { recordWords } from "./words.ts";

type Histories =
  | "readAgreementHistory"
  | "readClientHistory"
  | "readEmployerHistory"
  | "readOrganisationHistory"
  | "readPlacementHistory"
  | "readVacancyHistory";
type Props = { readonly route: Histories; readonly id: string };
type Entry = Answer<Histories>["items"][number];

const useFull = (): boolean => useSearch({ strict: false }).riwayat === "lengkap";

export function History(props: Props) {
  const words = recordWords.use();
  return (
    <section class="card stack tight" aria-labelledby="history">
      <div class="heading">
        <h2 id="history">{words.history}</h2>
        <HistorySwitch />
      </div>
      <HistoryEntries {...props} />
    </section>
  );
}

/** In short, or in full. */
export function HistorySwitch() {
  const words = recordWords.use();
  const full = useFull();
  return (
    <span class="buttons unprinted">
      {[false, true].map((wanted) => (
        <Link
          key={String(wanted)}
          className="button plain"
          to="."
          search={(before) => ({ ...before, riwayat: wanted ? "lengkap" : undefined })}
          replace
          resetScroll={false}
          aria-current={wanted === full ? "true" : undefined}
        >
          {wanted ? words.full : words.short}
        </Link>
      ))}
    </span>
  );
}

export function HistoryEntries({ route, id }: Props) {
  const words = recordWords.use();
  const full = useFull();
  return (
    <Pages route={route} asked={{ params: { id } }} query={{ limit: 20 }} empty={<Empty title={words.noHistory} />}>
      {(entries) => (
        <ol class="history">
          {entries.map((entry) => (
            <Line key={`${entry.version} ${entry.event}`} entry={entry} full={full} />
          ))}
        </ol>
      )}
    </Pages>
  );
}

function Line({ entry, full }: { readonly entry: Entry; readonly full: boolean }) {
  const words = recordWords.use();
  const zone = useMe()?.office.zone ?? "WIB";
  const { at, by, how, saidAt, version } = entry;
  const who = by.name ?? (by.kind === "staff" ? `${said(by.words)}, ${words.unknown}` : said(by.words));
  const taken = [how && words.how[how], saidAt && words.saidAt(shortMoment(saidAt, zone))].filter(Boolean).join(", ");
  return (
    <li>
      <span class="quiet small">{shortMoment(at, zone)}</span>
      <span>
        {said(entry.words)}
        <About entry={entry} />
        <span class="quiet">
          {" · "}
          {[who, taken].filter(Boolean).join(", ")}
        </span>
        {full && <small class="quiet"> ({[by.name && said(by.words), words.version(version)].filter(Boolean).join(", ")})</small>}
      </span>
    </li>
  );
}

/** Which fields, which employers, which placement: never a value. */
function About({ entry: { event, about, fields = [] } }: { readonly entry: Entry }) {
  const words = recordWords.use();
  const placement = event === "startPlacement" ? about?.[0]?.id : undefined;
  if (placement)
    return (
      <>
        {": "}
        <Link to="/penempatan/$id" params={{ id: placement }}>
          {words.toPlacement}
        </Link>
      </>
    );
  const names = about?.flatMap(({ name }) => name ?? []) ?? [];
  // To whom it went says all: that it was the officer who changed is the event itself.
  const told = event === "handOver" && names.length > 0 ? [] : fields;
  const known = [...told.map((field) => said(field.words)), ...names].join("; ");
  if (event.startsWith("clientAnswers") && about)
    return <>: {names.length > 0 ? words.yesTo(names.join("; ")) : words.yesToNone}</>;
  return known === "" ? null : <>: {known}</>;
}
