/** Is it sent? Acts that are not through, and why. */
import { Link } from "@tanstack/react-router";
import { useRead } from "../../api/read.ts";
import { useActName } from "../../outbox/act-name.ts";
import { discard, sendAnyway, useOutbox } from "../../outbox/outbox.ts";
import type { Row } from "../../outbox/row.ts";
import { Empty } from "../../parts/states.tsx";
import { Tag } from "../../parts/tag.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { language, said } from "../../words/language.ts";
import { QueuedName, QueuedStop } from "../placement/stopped-row.tsx";
import { queueWords } from "./words.ts";

export function Queue() {
  const words = queueWords.use();
  const rows = useOutbox();
  useTitle(words.title);
  return (
    <div class="stack">
      <h1>{words.title}</h1>
      <p class="quiet">{words.lead}</p>
      {rows.length === 0 ? (
        <Empty title={words.nothing} />
      ) : (
        <ul class="list">
          {rows.map((row) => (
            <Unsent key={row.key} row={row} />
          ))}
        </ul>
      )}
    </div>
  );
}

const isOnPlacement = ({ about }: Row): boolean => about.startsWith("pl_");

const isOnClient = ({ about }: Row): boolean => about.startsWith("cl_");

/** The client that an act is about, as far as the console knows who it is. */
function Whose({ id }: { readonly id: string }) {
  const words = queueWords.use();
  const { data } = useRead("readClient", { params: { id } });
  return (
    <p>
      <Link to="/klien/$id" params={{ id }}>
        {data?.client.fullName ?? words.toClient}
      </Link>
    </p>
  );
}

/** Today's hour, or the day as well. @param at milliseconds since 1970, by this device's clock */
function timeOf(at: number, locale: string): string {
  const isToday = new Date(at).toDateString() === new Date().toDateString();
  const day = isToday ? {} : ({ day: "numeric", month: "short" } as const);
  return new Date(at).toLocaleString(locale, { ...day, hour: "2-digit", minute: "2-digit" });
}

function Unsent({ row }: { readonly row: Row }) {
  const words = queueWords.use();
  const { state, tries } = row;
  const name = useActName(row.act);
  const still = state === "stopped" || state === "old";
  return (
    <li class="row three">
      <div>
        {isOnPlacement(row) ? <QueuedName row={row} /> : <p class="strong">{name === "" ? row.act : name}</p>}
        {isOnClient(row) && <Whose id={row.about} />}
        <p class="small quiet">{words.made(timeOf(row.madeAt, language()))}</p>
      </div>
      <p>
        <Tag tone={still ? "late" : "others"}>{words[state]}</Tag>{" "}
        {tries > 0 && <small class="quiet">{words.tries(tries)}</small>}
      </p>
      <div class="stack tight">{still && isOnPlacement(row) ? <QueuedStop row={row} /> : <Ways row={row} />}</div>
    </li>
  );
}

function Ways({ row }: { readonly row: Row }) {
  const words = queueWords.use();
  const { state, refused, tries } = row;
  const still = state === "stopped" || state === "old";
  return (
    <>
      {state === "old" && <p class="small">{words.oldLead}</p>}
      {refused && (
        <p class="small">
          {refused.words ? said(refused.words) : refused.code}
          {refused.details.length > 0 && `: ${refused.details.join("; ")}`} <span class="code">{refused.code}</span>
        </p>
      )}
      {(still || tries > 0) && (
        <p class="buttons">
          {(state === "old" || tries > 0) && (
            <button type="button" class="button" onClick={() => void sendAnyway(row.key)}>
              {words.send}
            </button>
          )}
          <button type="button" class="button bad" onClick={() => void discard(row.key)}>
            {words.discard}
          </button>
        </p>
      )}
    </>
  );
}
