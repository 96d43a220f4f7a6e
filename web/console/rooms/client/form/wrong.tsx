/** What is wrong with a form besides its fields; who is known already is shown by a link, or can be asked for. */
import { Link } from "@tanstack/react-router";
import type { Writing } from "../../../api/client.ts";
import { Problem } from "../../../api/problem.ts";
import { type Act, useAct } from "../../../parts/act.ts";
import { ErrorText, FormNote } from "../../../parts/states.tsx";
import { said } from "../../../words/language.ts";
import { formWords } from "./words.ts";

type Props<N extends Writing> = {
  readonly act: Act<N>;
  /** Paths of the fields that say themselves what is wrong with them. */
  readonly shown: readonly string[];
  /** The number that may be a client's of another office. */
  readonly nik?: string | undefined;
};
export function WrongForm<N extends Writing>({ act, shown, nik }: Props<N>) {
  const words = formWords.use();
  const { error } = act;
  if (error === undefined) return null;
  const others = act.others(shown);
  const known = others.find(({ code }) => code === "client.known")?.value;
  const elsewhere = others.some(({ code }) => code === "client.elsewhere");
  const apart = !(error instanceof Problem) || error.code !== "REQUEST_INVALID";
  return (
    <FormNote about={error}>
      {apart ? (
        <ErrorText error={error} />
      ) : (
        <>
          <p>{others.length < error.details.length ? words.check : error.words && said(error.words)}</p>
          {others.map(({ path, message }) => (
            <p key={path}>{message}</p>
          ))}
        </>
      )}
      {known && (
        <Link class="button" to="/klien/$id" params={{ id: known }}>
          {words.known}
        </Link>
      )}
      {elsewhere && nik && <Transfer nik={nik} />}
    </FormNote>
  );
}

/** The first step of a transfer: whichever office has the client is asked, and decides. */
function Transfer({ nik }: { readonly nik: string }) {
  const words = formWords.use();
  const act = useAct("requestTransfer");
  const ask = (): void => void act.send({ body: { nik } });
  if (act.done) return <p>{words.transferred}</p>;
  return (
    <>
      <p>{words.transferLead}</p>
      {act.error !== undefined && <ErrorText error={act.error} />}
      <button type="button" class="button" onClick={ask} aria-disabled={act.busy}>
        {words.transfer}
      </button>
    </>
  );
}
