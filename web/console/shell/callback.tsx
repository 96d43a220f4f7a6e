/** Where the issuer sends the user back to; and where a window opened for a login begins. */
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { SignInForm } from "./sign-in.tsx";
import { shellWords } from "./words.ts";

export function Callback() {
  const words = shellWords.use();
  const navigate = useNavigate();
  const [failed, fail] = useState(false);
  // Once: a code is redeemed a single time, and the address changes under way.
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    const asked = new URLSearchParams(location.search);
    const apart = asked.get("terpisah");
    const go = async (): Promise<void> => {
      const { beginSignIn, endSignIn } = await import("../session/sign-in.ts");
      if (apart !== null) return beginSignIn({ trusted: apart === "sendiri", to: "/kotak", apart: true });
      const to = await endSignIn();
      if (to === undefined) window.close();
      else await navigate({ to, replace: true });
    };
    if (asked.size > 0) go().catch(() => fail(true));
    else if (location.pathname.endsWith("/masuk")) void navigate({ to: "/kotak", replace: true });
  }, [navigate]);
  return (
    <main class="page narrow stack" id="content">
      <h1>Titian</h1>
      <p role="status">{failed ? words.signInFailed : words.signingIn}</p>
      {failed && <SignInForm to="/kotak" />}
    </main>
  );
}
