/** What stands around every room: the bar with the search, the menu, messages, and the cover when a login has ended. */
import { Link, Outlet, useRouterState } from "@tanstack/react-router";
import { useEffect, useState, useSyncExternalStore } from "react";
import { Problem } from "../api/problem.ts";
import { useRead } from "../api/read.ts";
import { useOutbox } from "../outbox/outbox.ts";
import { Icon, type IconName } from "../parts/icons.tsx";
import { listen, standingNow } from "../session/session.ts";
import { Account } from "./account.tsx";
import { Closed } from "./closed.tsx";
import { MeContext, may } from "./me.ts";
import { barOf, needsAt, type RoomName, rooms } from "./menu.ts";
import { Search } from "./search.tsx";
import { Cover, SignInPage } from "./sign-in.tsx";
import { Toasts } from "./toasts.tsx";
import { shellWords } from "./words.ts";

const barIcons: Partial<Record<RoomName, IconName>> = {
  inbox: "inbox",
  clients: "person",
  vacancies: "work",
  organisations: "people",
  training: "people",
};

export function Shell() {
  const words = shellWords.use();
  const standing = useSyncExternalStore(listen, standingNow);
  const me = useRead("readMe", {}, { enabled: standing === "in" });
  const path = useRouterState({ select: ({ location }) => location.pathname });
  if (path === "/masuk") return <Outlet />;
  if (standing === "out") return <SignInPage />;
  const own = rooms.filter(({ needs }) => may(me.data, needs));
  const needed = needsAt(path);
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
        {(me.data === undefined || may(me.data, "readClients")) && <Search />}
        <State />
        {me.data && <Account me={me.data} />}
      </header>
      <nav class="rooms" aria-label={words.menu}>
        {own.map(({ name, path: to }) => (
          <Link key={name} to={to} data-name={words.rooms[name]}>
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
        ) : me.data && needed && !may(me.data, needed) ? (
          <Closed me={me.data} path={path} />
        ) : (
          <Outlet />
        )}
      </main>
      <nav class="foot" aria-label={words.menu}>
        {barOf(own).map(({ name, path: to }) => (
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
