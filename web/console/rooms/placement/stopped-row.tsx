/** An act on a placement that is not through, as the queue shows it: what, on whose, what happened, and what can become of it. */
import { Link } from "@tanstack/react-router";
import { actWords } from "../../acts/words.ts";
import { useRead } from "../../api/read.ts";
import type { Row } from "../../outbox/row.ts";
import { actOf, StoppedButtons, WhatHappened } from "./conflict.tsx";
import { placementWords } from "./words.ts";

export function QueuedName({ row }: { readonly row: Row }) {
  const { recorded } = actWords.use();
  const words = placementWords.use();
  const act = actOf(row);
  const client = useRead("readPlacement", { params: { id: row.about } }).data?.clientName;
  return (
    <>
      <p class="strong">{act ? recorded[act] : row.act}</p>
      <p class="small">
        <Link to="/penempatan/$id" params={{ id: row.about }}>
          {client ?? words.list}
        </Link>
      </p>
    </>
  );
}

export function QueuedStop({ row }: { readonly row: Row }) {
  const placement = useRead("readPlacement", { params: { id: row.about } }).data;
  return (
    <>
      <p class="small">
        <WhatHappened row={row} />
      </p>
      <p class="buttons">
        <StoppedButtons row={row} placement={placement} />
      </p>
    </>
  );
}
