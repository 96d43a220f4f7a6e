/** How an act leaves its sheet: by the outbox, under the one key of the sheet, with what was typed kept until it is through. */
import { useRef, useState } from "react";
import type { ProcessActName } from "../../../shared/domain/acts.ts";
import type { Answer, Asked, Writing } from "../api/client.ts";
import { discard, onSent, submit, useOutbox } from "../outbox/outbox.ts";
import type { Row } from "../outbox/row.ts";
import { onSignOut } from "../session/session.ts";

export type Placement = Answer<"readPlacement">;

export type ActProps = {
  readonly placement: Placement;
  readonly act: ProcessActName;
  /** Its own button was pressed, and not one for whatever comes first: then its decision is chosen beforehand. */
  readonly preset?: boolean | undefined;
  /** Closes the sheet. @param done whether the act was taken */
  readonly close: (done: boolean) => void;
};

/** A request by the route that takes it. */
export type Sent = { readonly [N in Writing]: { readonly route: N; readonly asked: Asked<N> } }[Writing];

/** What was refused about a placement, or has grown old: it stands in the way of what comes after it. */
export const isStopped = ({ state }: Row): boolean => state === "stopped" || state === "old";
export const useStopped = (about: string): readonly Row[] => useOutbox().filter((row) => row.about === about && isStopped(row));

/** Sends the act of a sheet. What was refused before is replaced by it: whoever records anew has seen why. */
export function useSend({ placement, act, close }: ActProps): (sent: Sent) => void {
  const key = useRef("");
  const stopped = useStopped(placement.id);
  if (key.current === "") key.current = crypto.randomUUID();
  return (sent) => {
    void Promise.all(stopped.map((row) => discard(row.key))).then(() =>
      submit({ ...sent, key: key.current, about: placement.id, act }),
    );
    close(true);
  };
}

type Forget = (about?: string) => void;
const forgetters: Forget[] = [];
onSignOut(() => {
  for (const forget of forgetters) forget();
});
onSent((row) => {
  if (!isStopped(row)) for (const forget of forgetters) forget(row.about);
});

export type Drafts<T> = (about: Pick<Placement, "id" | "waitNo">, initial: T) => readonly [T, (change: Partial<T>) => void];

/**
 * What is typed on a kind of sheet, in memory: it is there again when the sheet is opened again, after a cancel, an undo or a
 * refusal, and gone when it was sent or another question is open.
 */
export function makeDrafts<T extends object>(): Drafts<T> {
  const kept = new Map<string, T>();
  forgetters.push((about) => {
    for (const name of kept.keys()) if (about === undefined || name.startsWith(about)) kept.delete(name);
  });
  return ({ id, waitNo }, initial) => {
    const name = `${id}.${waitNo}`;
    const [draft, setDraft] = useState(() => kept.get(name) ?? initial);
    const change = (changes: Partial<T>): void =>
      setDraft((before) => {
        const next = { ...before, ...changes };
        kept.set(name, next);
        return next;
      });
    return [draft, change];
  };
}
