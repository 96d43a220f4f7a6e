/**
 * Finds clients from anywhere; `/` leads to it. It is the search of the list of clients as well: there it says what the address
 * says and searches while it is typed, and it is empty again once somebody has gone on to a client.
 */
import { useNavigate, useRouterState } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { preference } from "../words/preferences.ts";
import { pathOf } from "./menu.ts";
import { shellWords } from "./words.ts";

/** So long after the last key it is searched, in milliseconds. */
const pause = 300;

export function Search() {
  const words = shellWords.use();
  const navigate = useNavigate();
  const onList = useRouterState({ select: ({ location }) => location.pathname === pathOf("clients") });
  const place = useRouterState({ select: ({ location }) => location.pathname });
  const found = useRouterState({
    select: ({ location: { search } }) => (onList && "q" in search && typeof search.q === "string" ? search.q : ""),
  });
  const [typed, type] = useState(found);
  const box = useRef<HTMLInputElement>(null);
  /** What the address says, or will say: going back brings another text than the one that was typed last. */
  const sent = useRef(found);
  useEffect(() => {
    if (onList && found === sent.current) return;
    sent.current = found;
    type(found);
  }, [place, found]);
  const find = (): void => {
    const q = typed.trim();
    if (q === sent.current || (q === "" && !onList)) return;
    sent.current = q;
    void navigate({
      to: "/klien",
      // Whoever searches anew begins at the first page; how the list is narrowed stays.
      search: (before) => ({ ...(onList ? before : {}), hal: undefined, q: q === "" ? undefined : q }),
      replace: onList,
      resetScroll: false,
    });
  };
  useEffect(() => {
    if (!onList) return;
    const timer = setTimeout(find, pause);
    return () => clearTimeout(timer);
  }, [typed, onList]);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const typing = event.target instanceof HTMLElement && event.target.closest("input, textarea, select, dialog");
      if (event.key !== "/" || typing || preference("keys") === "off") return;
      event.preventDefault();
      box.current?.focus();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
  return (
    <search>
      <form
        class="search"
        onSubmit={(event) => {
          event.preventDefault();
          find();
        }}
      >
        <label class="unseen" for="search-clients">
          {words.search}
        </label>
        <input
          ref={box}
          id="search-clients"
          type="search"
          name="q"
          value={typed}
          placeholder={words.search}
          autoComplete="off"
          enterKeyHint="search"
          maxLength={80}
          onInput={(event) => type(event.currentTarget.value)}
        />
      </form>
    </search>
  );
}
