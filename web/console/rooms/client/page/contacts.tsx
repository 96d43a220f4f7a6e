/** Who was spoken to, or was tried to be, and what came of it. */

import { Card } from "../../../parts/card.tsx";
import { useStaffNames } from "../../../parts/staff.ts";
import { useMe } from "../../../shell/me.ts";
import { shortMoment } from "../../../words/when.ts";
import { offerOf } from "./detail.ts";
import type { PartProps } from "./parts.tsx";
import { pageWords } from "./words.ts";

/** So many stand here; the history names all. */
const shown = 8;

export function Contacts({ detail, open }: PartProps) {
  const words = pageWords.use();
  const zone = useMe()?.office.zone ?? "WIB";
  const nameOf = useStaffNames();
  return (
    <Card
      title={words.contacts}
      folds
      beside={
        offerOf(detail, "recordContact") && (
          <button type="button" class="button unprinted" onClick={() => open({ kind: "contact" })}>
            {words.contact}
          </button>
        )
      }
    >
      {detail.contacts.length === 0 ? (
        <p class="quiet">{words.noContacts}</p>
      ) : (
        <ul class="log">
          {detail.contacts.slice(0, shown).map(({ id, at, how, who, outcome, recordedBy }) => (
            <li key={id}>
              <span class="quiet">{shortMoment(at, zone)}</span>{" "}
              {outcome === "OPENED" ? words.outcome.OPENED : `${words.how[how]}, ${words.who[who]}: ${words.outcome[outcome]}`}{" "}
              <span class="quiet">{nameOf(recordedBy)}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
