/** The office's batches of trainings: what they are, until when, and how many seats are taken. */
import { Link, useSearch } from "@tanstack/react-router";
import { batchStatuses } from "../../../../shared/domain/training/kinds.ts";
import { Icon } from "../../parts/icons.tsx";
import { Pages } from "../../parts/pages.tsx";
import { Empty } from "../../parts/states.tsx";
import { Tag } from "../../parts/tag.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { may, useMe } from "../../shell/me.ts";
import { fullDay } from "../../words/when.ts";
import { trainingWords } from "./words.ts";

export function Batches() {
  const words = trainingWords.use();
  const me = useMe();
  const { keadaan } = useSearch({ from: "/pelatihan" });
  const status = batchStatuses.find((name) => name === keadaan) ?? "OPEN";
  useTitle(words.title);
  return (
    <>
      <div class="heading">
        <div>
          <h1>{words.title}</h1>
          <p class="quiet">{words.lead}</p>
        </div>
        {may(me, "runTraining") && (
          <Link class="button first" to="/pelatihan/baru">
            <Icon name="plus" />
            {words.open}
          </Link>
        )}
      </div>
      <nav class="tabs" aria-label={words.title}>
        {batchStatuses.map((name) => (
          <Link
            key={name}
            to="/pelatihan"
            search={name === "OPEN" ? {} : { keadaan: name }}
            replace
            aria-current={name === status ? "true" : undefined}
          >
            {words.statuses[name]}
          </Link>
        ))}
      </nav>
      <Pages
        key={status}
        route="listBatches"
        query={{ status }}
        empty={<Empty title={words.nothing[status]}>{status === "OPEN" && <p>{words.nothingNext}</p>}</Empty>}
      >
        {(items) => (
          <ul class="list">
            {items.map((batch) => (
              <li key={batch.id}>
                <div class="row three">
                  <div>
                    <Link class="name" to="/pelatihan/$id" params={{ id: batch.id }}>
                      {batch.title}
                    </Link>
                    <p class="small quiet">{words.options.siteKind[batch.siteKind]}</p>
                  </div>
                  <span class="small">{words.span(fullDay(batch.startsOn), fullDay(batch.endsOn))}</span>
                  <span class="buttons">
                    <Tag tone={batch.seated < batch.seats ? "due" : "good"}>{words.seated(batch.seated, batch.seats)}</Tag>
                    {batch.waiting > 0 && <Tag tone="others">{words.waiting(batch.waiting)}</Tag>}
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
