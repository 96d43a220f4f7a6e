/** Who is signed in, in the bar where there is room for it; on a phone it stands behind "Lain". */

import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { roleWords } from "../../../shared/messages/role-words.ts";
import { said } from "../words/language.ts";
import { usePreference } from "../words/preferences.ts";
import type { Me } from "./me.ts";
import { SignOut } from "./sign-out.tsx";
import { shellWords } from "./words.ts";

const KeysHelp = lazy(async () => ({ default: (await import("../rooms/inbox/keys-help.tsx")).KeysHelp }));

export function Account({ me }: { readonly me: Me }) {
  return (
    <div class="account">
      <Keys />
      <Link to="/setelan" className="who">
        <span class="strong">{me.name}</span>
        <span class="small quiet">{said(roleWords[me.role])}</span>
      </Link>
      <SignOut plain />
    </div>
  );
}

/** Says which keys there are; absent where they are switched off. */
function Keys() {
  const words = shellWords.use();
  const keys = usePreference("keys");
  const [asked, ask] = useState(false);
  if (keys === "off") return null;
  return (
    <>
      <button type="button" class="button plain keys" title={words.keys} aria-label={words.keys} onClick={() => ask(true)}>
        <kbd>?</kbd>
      </button>
      {asked && (
        <Suspense fallback={null}>
          <KeysHelp close={() => ask(false)} />
        </Suspense>
      )}
    </>
  );
}
