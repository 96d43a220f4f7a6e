/**
 * An act that is sent as it is pressed, and not by the outbox: what a form holds, names among it. A form has one key for as long
 * as it takes to be accepted, so that a double press, or a press after a lost line, is one act.
 */
import { useRef, useState } from "react";
import { type Answer, callDraft, type Draft, type Params, type Writing } from "../api/client.ts";
import { type Detail, Problem } from "../api/problem.ts";

export type Act<N extends Writing> = {
  /** Sends it; undefined where it was refused or lost, which `error` says, or where it is on its way already. */
  readonly send: (asked: Draft<N>) => Promise<Answer<N> | undefined>;
  /** The same of what a form has put together: whether it is a body of this route, the API says. `refused` hears of a refusal first. */
  readonly sendTyped: (params: Params<N>, body: unknown, refused?: (error: unknown) => void) => Promise<Answer<N> | undefined>;
  readonly busy: boolean;
  /** Whether it was accepted. */
  readonly done: boolean;
  readonly error: unknown;
  /** What is wrong with a field of the body, by its path (`domicile.regencyCode`). */
  readonly wrong: (path: string) => string | undefined;
  /** What is wrong besides these fields. */
  readonly others: (paths: readonly string[]) => readonly Detail[];
  readonly clear: () => void;
};

export function useAct<N extends Writing>(name: N): Act<N> {
  const key = useRef<string | undefined>(undefined);
  const sending = useRef(false);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const [error, setError] = useState<unknown>();
  const details = error instanceof Problem ? error.details : [];
  const sendAny = async (
    asked: Parameters<typeof callDraft<N>>[1],
    heard?: (error: unknown) => void,
  ): Promise<Answer<N> | undefined> => {
    if (sending.current) return undefined;
    sending.current = true;
    key.current ??= crypto.randomUUID();
    setBusy(true);
    try {
      const answer = await callDraft(name, asked, { key: key.current });
      key.current = undefined;
      setError(undefined);
      setDone(true);
      return answer;
    } catch (refused) {
      setError(refused);
      heard?.(refused);
      return undefined;
    } finally {
      sending.current = false;
      setBusy(false);
    }
  };
  return {
    send: (asked) => sendAny(asked),
    sendTyped: (params, body, refused) => sendAny({ params, body }, refused),
    busy,
    done,
    error,
    wrong: (path) => details.find((detail) => detail.path === path || detail.path?.startsWith(`${path}.`))?.message,
    others: (paths) => details.filter(({ path }) => path === undefined || !paths.includes(path)),
    clear: () => setError(undefined),
  };
}
