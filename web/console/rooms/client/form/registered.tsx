/** A registration that went through, and what somebody should look at. */
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import type { Answer } from "../../../api/client.ts";
import { said } from "../../../words/language.ts";
import { identityHash } from "../page/detail.ts";
import { formWords } from "./words.ts";

type Props = { readonly made: Answer<"registerClient">; readonly name: string; readonly again: () => void };
export function Registered({ made, name, again }: Props) {
  const words = formWords.use();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div class="stack form">
      <h1 ref={heading} tabIndex={-1}>
        {words.registeredTitle(name)}
      </h1>
      <Warnings made={made} />
      <p class="buttons">
        <Link class="button first" to="/klien/$id" params={{ id: made.id }} replace>
          {words.openClient}
        </Link>
        {made.warnings?.some((code) => code.startsWith("nik.")) && (
          <Link class="button" to="/klien/$id" params={{ id: made.id }} hash={identityHash} replace>
            {words.mendIdentity}
          </Link>
        )}
        <button type="button" class="button" onClick={again}>
          {words.another}
        </button>
      </p>
    </div>
  );
}

/** What an act warns of, with who may be the same person. */
export function Warnings({ made }: { readonly made: Pick<Answer<"registerClient">, "warnings" | "warningWords" | "twins"> }) {
  const words = formWords.use();
  const { warnings = [], warningWords = {}, twins = [] } = made;
  if (warnings.length === 0 && twins.length === 0) return null;
  return (
    <div class="note" data-tone="due" role="status">
      <p class="strong">{words.registeredCheck}</p>
      {warnings.map((code) => (
        <p key={code}>{warningWords[code] ? said(warningWords[code]) : code}</p>
      ))}
      {twins.map((id) => (
        <Link key={id} to="/klien/$id" params={{ id }}>
          {words.twin}
        </Link>
      ))}
    </div>
  );
}
