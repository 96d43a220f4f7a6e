/** What stands around every room: the bar with the search, the menu, messages, and the cover when a login has ended. */
import { Link, Outlet, useNavigate, useRouterState } from "@tanstack/react-router";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { Problem } from "../api/problem.ts";
import { useRead } from "../api/read.ts";
import { useOutbox } from "../outbox/outbox.ts";
import { Icon, type IconName } from "../parts/icons.tsx";
import { listen, standingNow } from "../session/session.ts";
import { preference } from "../words/preferences.ts";
import { MeContext, may } from "./me.ts";
import { pathOf, type RoomName, rooms } from "./menu.ts";
import { Cover, SignInPage } from "./sign-in.tsx";
import { Toasts } from "./toasts.tsx";
import { shellWords } from "./words.ts";

const barIcons: Partial<Record<RoomName, IconName>> = { inbox: "inbox", clients: "person", vacancies: "work" };

export function Shell() {
  const words = shellWords.use();
  const standing = useSyncExternalStore(listen, standingNow);
  const me = useRead("readMe", {}, { enabled: standing === "in" });
  const path = useRouterState({ select: ({ location }) => location.pathname });
  if (path === "/masuk") return <Outlet />;
  if (standing === "out") return <SignInPage />;
  const own = rooms.filter(({ needs }) => may(me.data, needs));
  const unregistered = me.error instanceof Problem && me.error.code === "STAFF_NOT_REGISTERED";
  return (
    <MeContext.Provider value={me.data}>
      <a class="skip" href="#content">
        {words.toContent}
      </a>
      <header class="bar">
        <Link to="/kotak" className="brand">
          Titian
        </Link>
        <Search />
        <State />
      </header>
      <nav class="rooms" aria-label={words.menu}>
        {own.map(({ name, path: to }) => (
          <Link key={name} to={to}>
            {words.rooms[name]}
          </Link>
        ))}
      </nav>
      <main class="page" id="content" tabIndex={-1}>
        {unregistered ? (
          <div class="note" data-tone="late">
            <h1>{words.notRegistered}</h1>
            <p>{words.notRegisteredLead}</p>
          </div>
        ) : (
          <Outlet />
        )}
      </main>
      <nav class="foot" aria-label={words.menu}>
        {own
          .filter(({ inBar }) => inBar)
          .map(({ name, path: to }) => (
            <Link key={name} to={to}>
              <Icon name={barIcons[name] ?? "work"} />
              {words.rooms[name]}
            </Link>
          ))}
        <Link to="/lain">
          <Icon name="menu" />
          {words.more}
        </Link>
      </nav>
      <Toasts />
      {standing === "ended" && <Cover title={words.ended} lead={words.endedLead} />}
      {standing === "idle" && <Cover title={words.idle} lead={words.idleLead} />}
    </MeContext.Provider>
  );
}

/** Finds clients from anywhere; `/` leads to it. */
function Search() {
  const words = shellWords.use();
  const navigate = useNavigate();
  const box = useRef<HTMLInputElement>(null);
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
          const q = box.current?.value.trim();
          if (q) void navigate({ href: `/konsol${pathOf("clients")}?${new URLSearchParams({ q })}` });
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
          placeholder={words.search}
          autoComplete="off"
          enterKeyHint="search"
        />
      </form>
    </search>
  );
}

/** Whether there is a network, and how many acts are not through. */
function State() {
  const words = shellWords.use();
  const unsent = useOutbox().filter(({ state, tries }) => state !== "waiting" || tries > 0).length;
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const look = (): void => setOnline(navigator.onLine);
    addEventListener("online", look);
    addEventListener("offline", look);
    return () => {
      removeEventListener("online", look);
      removeEventListener("offline", look);
    };
  }, []);
  return (
    <p class="state" role="status">
      {unsent > 0 && <Link to="/antrean">{words.waitingToSend(unsent)}</Link>}
      {!online && (
        <span class="tag" data-tone="others">
          {words.offline}
        </span>
      )}
    </p>
  );
}
