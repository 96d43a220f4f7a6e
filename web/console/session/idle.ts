/** Covers the page when nobody has touched it for half an hour, also where the device has slept in between. */
import { coverIdle, standingNow } from "./session.ts";

/** In milliseconds. */
export const idleAfter = 30 * 60_000;

export function watchIdle(): void {
  let touched = Date.now();
  const touch = (): void => {
    touched = Date.now();
  };
  for (const kind of ["pointerdown", "keydown", "scroll", "touchstart"])
    addEventListener(kind, touch, { passive: true, capture: true });
  const look = (): void => {
    if (standingNow() === "in" && Date.now() - touched >= idleAfter) void coverIdle();
  };
  setInterval(look, 15_000);
  addEventListener("visibilitychange", look);
}
