/** How a user likes the console: on this device, nothing of it about a person. */
import { useSyncExternalStore } from "react";

export const choices = {
  language: ["id", "en"],
  theme: ["auto", "light", "dark"],
  density: ["roomy", "dense"],
  /** Seconds in which an act can be undone. */
  undo: ["10", "20", "60"],
  /** Whether single keys do something (WCAG 2.1.4). */
  keys: ["on", "off"],
} as const;
export type Preference = keyof typeof choices;
export type Choice<P extends Preference> = (typeof choices)[P][number];

const nameOf = (key: Preference): string => `titian.${key}`;
const listeners = new Set<() => void>();

export function preference<P extends Preference>(key: P): Choice<P> {
  const all: readonly Choice<P>[] = choices[key];
  let kept: string | null = null;
  try {
    kept = localStorage.getItem(nameOf(key));
  } catch {
    // A browser that keeps nothing: the usual.
  }
  return all.find((choice) => choice === kept) ?? all[0] ?? choices[key][0];
}

export function setPreference<P extends Preference>(key: P, value: Choice<P>): void {
  try {
    localStorage.setItem(nameOf(key), value);
  } catch {
    // Not kept, and so it stays as it was.
  }
  applyPreferences();
  for (const listener of listeners) listener();
}

const listen = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const usePreference = <P extends Preference>(key: P): Choice<P> => useSyncExternalStore(listen, () => preference(key));

/** What styles hang on. */
export function applyPreferences(): void {
  const root = document.documentElement;
  root.dataset.theme = preference("theme");
  root.dataset.density = preference("density");
  root.lang = preference("language");
}
