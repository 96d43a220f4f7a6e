/** The console: takes over what the page's own script has begun, and draws the room of the address. */
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { createRoot } from "react-dom/client";
import { keepFirst } from "./api/client.ts";
import { makeStale, queries } from "./api/read.ts";
import { onSent, openWithLogin } from "./outbox/outbox.ts";
import { router } from "./router.tsx";
import { watchIdle } from "./session/idle.ts";
import { readKept } from "./session/kept.ts";
import { begin, isTrusted, listen, onSignOut, standingNow } from "./session/session.ts";
import { workerAddress } from "./trusted.ts";
import { applyPreferences } from "./words/preferences.ts";

applyPreferences();
onSignOut(() => queries.clear());
// What an act may have changed is read anew, whether it was taken or refused.
onSent(() =>
  makeStale(
    "readInbox",
    "countInbox",
    "listPlacements",
    "readPlacement",
    "readPlacementHistory",
    "readMessages",
    "readProposals",
    "readClient",
    "readClientHistory",
  ),
);

async function start(): Promise<void> {
  await begin();
  for (const [address, response] of Object.entries(globalThis.titianBoot?.first ?? {})) keepFirst(address, response);
  globalThis.titianBoot = undefined;
  const place = document.querySelector("#titian");
  if (place === null) throw new Error("The page has no place for the console");
  createRoot(place).render(
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  openWithLogin();
  void keepOwn();
  watchIdle();
}

/** After the first room stands: the line is slow, and this is for later. */
function keepShell(): void {
  if (!("serviceWorker" in navigator)) return;
  setTimeout(() => {
    navigator.serviceWorker.register(workerAddress("/konsol/sw.js")).catch(() => {
      // A browser that keeps nothing works with a network alone.
    });
  }, 4000);
}

/** On the user's own device what is read of the caseload is kept, once somebody is signed in there, or was before the line was lost. */
async function keepOwn(): Promise<void> {
  let begun = false;
  const look = async (): Promise<void> => {
    const trusted = isTrusted() || (standingNow() === "offline" && (await readKept())?.trusted === true);
    if (begun || !trusted) return;
    begun = true;
    const { keepCaseload } = await import("./api/caseload.ts");
    await keepCaseload();
  };
  listen(() => void look());
  await look();
}

void start();
keepShell();
