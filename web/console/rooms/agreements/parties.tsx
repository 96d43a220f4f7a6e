/** Who the parties of an agreement are, each with the way to its own page, and the annexes. */
import { Link } from "@tanstack/react-router";
import { formatDate } from "../../../../shared/domain/calendar/format.ts";
import type { Answer } from "../../api/client.ts";
import { language } from "../../words/language.ts";
import { agreementWords } from "./words.ts";

type Party = Answer<"readAgreement">["parties"][number];

export function PartyName({ party: { id, kind, name } }: { readonly party: Party }) {
  if (kind === "EMPLOYER")
    return (
      <Link to="/pemberi-kerja/$id" params={{ id }}>
        {name}
      </Link>
    );
  if (kind === "ORGANISATION")
    return (
      <Link to="/organisasi/$id" params={{ id }}>
        {name}
      </Link>
    );
  return <span>{name}</span>;
}

/** In one line, without one's own office unless it is alone. */
export const partyLine = (parties: readonly Party[]): string => {
  const others = parties.filter(({ kind }) => kind !== "OFFICE");
  return (others.length > 0 ? others : parties).map(({ name }) => name).join(", ");
};

export function Parties({ parties, agreement }: Pick<Answer<"readAgreement">, "parties" | "agreement">) {
  const words = agreementWords.use();
  const { annexes = [], follows, followedBy } = agreement;
  return (
    <section class="card stack tight" aria-labelledby="parties">
      <h2 id="parties">{words.labels.parties}</h2>
      <ul>
        {parties.map((party) => (
          <li key={party.id} class="row two inside">
            <PartyName party={party} />
            <span class="small quiet">{words.partyKinds[party.kind]}</span>
          </li>
        ))}
      </ul>
      {annexes.length > 0 && (
        <>
          <h3>{words.labels.annexes}</h3>
          <ul>
            {annexes.map(({ title, date }) => (
              <li key={`${date} ${title}`} class="row two inside">
                <span>{title}</span>
                <span class="small quiet">{formatDate(date, language())}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {follows && (
        <p>
          <Link to="/perjanjian/$id" params={{ id: follows }}>
            {words.follows}
          </Link>
        </p>
      )}
      {followedBy && (
        <p>
          <Link to="/perjanjian/$id" params={{ id: followedBy }}>
            {words.followedBy}
          </Link>
        </p>
      )}
    </section>
  );
}
