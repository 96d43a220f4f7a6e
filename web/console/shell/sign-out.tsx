/** The way out: one tap ends the login, here, in all tabs and at the issuer; only what was not sent is warned of first. */
import { lazy, Suspense, useState } from "react";
import { outboxNow } from "../outbox/outbox.ts";
import { signOut } from "../session/session.ts";
import { shellWords } from "./words.ts";

const Unsent = lazy(async () => ({ default: (await import("./unsent.tsx")).Unsent }));

export function SignOut({ plain = false }: { readonly plain?: boolean }) {
  const words = shellWords.use();
  const [unsent, warn] = useState(0);
  return (
    <>
      <button
        type="button"
        class={plain ? "button plain" : "button"}
        onClick={() => {
          const count = outboxNow().length;
          if (count > 0) warn(count);
          else void signOut();
        }}
      >
        {words.signOut}
      </button>
      {unsent > 0 && (
        <Suspense fallback={null}>
          <Unsent count={unsent} close={() => warn(0)} />
        </Suspense>
      )}
    </>
  );
}
