/** The way in, and the cover over a page whose login has ended. */
import { useState } from "react";
import { shellWords } from "./words.ts";

/** @param apart the login happens in a window of its own, and this page goes on afterwards with what was typed on it */
export function SignInForm({ apart = false, to }: { readonly apart?: boolean; readonly to: string }) {
  const words = shellWords.use();
  const [trusted, trust] = useState(false);
  const [failed, fail] = useState(false);
  const begin = async (): Promise<void> => {
    fail(false);
    if (
      apart &&
      window.open(`/konsol/masuk?terpisah=${trusted ? "sendiri" : "bersama"}`, "titian-masuk", "popup,width=480,height=680")
    )
      return;
    try {
      const { beginSignIn } = await import("../session/sign-in.ts");
      await beginSignIn({ trusted, to });
    } catch {
      fail(true);
    }
  };
  return (
    <form
      class="stack sign-in"
      onSubmit={(event) => {
        event.preventDefault();
        void begin();
      }}
    >
      <label class="choice">
        <input type="checkbox" checked={trusted} onChange={(event) => trust(event.currentTarget.checked)} />
        <span>
          {words.ownDevice}
          <br />
          <small class="quiet">{words.ownDeviceWhy}</small>
        </span>
      </label>
      {failed && (
        <p class="note" data-tone="late" role="alert">
          {words.signInFailed}
        </p>
      )}
      <button class="button first" type="submit">
        {words.signIn}
      </button>
    </form>
  );
}

export function SignInPage() {
  const words = shellWords.use();
  const here = location.pathname.replace(/^\/konsol/, "") + location.search;
  return (
    <main class="page narrow stack" id="content">
      <h1>Titian</h1>
      <p>{words.signInLead}</p>
      <SignInForm to={here.startsWith("/masuk") ? "/kotak" : here} />
    </main>
  );
}

/** Over the page: what lies beneath cannot be read or reached, and is still there afterwards. */
export function Cover({ title, lead }: { readonly title: string; readonly lead: string }) {
  return (
    <div class="cover" role="dialog" aria-modal="true" aria-labelledby="cover-title">
      <div class="stack narrow">
        <h1 id="cover-title">{title}</h1>
        <p>{lead}</p>
        <SignInForm apart to={location.pathname} />
      </div>
    </div>
  );
}
