/**
 * The shell without a network: page, scripts and styles of this version, and never an answer of the API. Its scope is the console:
 * it never sees an employer's link.
 */
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";

/** Put in when the console is built: every file of it, with what changes when it does. */
declare const files: readonly { readonly url: string; readonly revision: string | null }[];
declare const self: typeof globalThis & {
  readonly skipWaiting: () => Promise<void>;
  readonly clients: { readonly claim: () => Promise<void> };
};

precacheAndRoute([...files]);
cleanupOutdatedCaches();
registerRoute(new NavigationRoute(createHandlerBoundToURL("/konsol/index.html")));
// Old pages still find their scripts at the origin, where nothing is taken away: a new version need not wait for them.
void self.skipWaiting();
addEventListener("activate", () => void self.clients.claim());
