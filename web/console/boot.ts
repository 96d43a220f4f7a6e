/**
 * Stands in the page itself: begins the login's refresh, and what the first room will ask, while the bundle is still on its way
 * over a slow line. What it has begun lies in `titianBoot`, from where the bundle takes it once.
 */
import { refresh, type Token } from "./session/refresh.ts";

const homes = /^\/konsol\/(kotak)?$/;

export type Boot = {
  readonly token: Promise<Token | undefined>;
  /** Responses of the first requests, by method-less path; undefined where nobody is signed in. */
  readonly first: Readonly<Record<string, Promise<Response | undefined>>>;
};

declare global {
  var titianBoot: Boot | undefined;
}

const token = refresh();
const ask = async (path: string): Promise<Response | undefined> => {
  const { access } = (await token) ?? {};
  return access === undefined ? undefined : fetch(path, { headers: { authorization: `Bearer ${access}` } });
};
const paths = ["/me", ...(homes.test(location.pathname) && location.search === "" ? ["/inbox?limit=50", "/inbox/counts"] : [])];
const first = Object.fromEntries(paths.map((path) => [path, ask(path)]));
// Whoever takes them hears of it; until then an error is not one that nobody handles.
for (const promise of [token, ...Object.values(first)]) promise.catch(() => undefined);
globalThis.titianBoot = { token, first };
