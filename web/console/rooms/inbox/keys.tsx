/** Single keys on a list of work: j and k go from row to row, Enter does what the row is for, `?` says so. */
import { lazy, Suspense, useEffect, useState } from "react";
import { preference } from "../../words/preferences.ts";
import { rowAfter, rowBefore } from "./focus.ts";

const KeysHelp = lazy(async () => ({ default: (await import("./keys-help.tsx")).KeysHelp }));

/** Listens as long as it is shown, and shows the list of keys when it is asked for. */
export function RowKeys() {
  const [asked, ask] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const { key, target } = event;
      const typing = target instanceof HTMLElement && target.closest("input, textarea, select, dialog");
      if (typing || event.ctrlKey || event.metaKey || event.altKey || preference("keys") === "off") return;
      if (key === "?") ask(true);
      if (key === "j") rowAfter();
      if (key === "k") rowBefore();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
  if (!asked) return null;
  return (
    <Suspense fallback={null}>
      <KeysHelp close={() => ask(false)} />
    </Suspense>
  );
}
