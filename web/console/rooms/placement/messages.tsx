/** The mails about a placement, each as it was sent. */
import { useRead } from "../../api/read.ts";
import { Card } from "../../parts/card.tsx";
import { Failure, Skeleton } from "../../parts/states.tsx";
import { useMe } from "../../shell/me.ts";
import { shortMoment } from "../../words/when.ts";
import { placementWords } from "./words.ts";

export function Messages({ id }: { readonly id: string }) {
  const words = placementWords.use();
  const zone = useMe()?.office.zone ?? "WIB";
  const read = useRead("readMessages", { params: { id }, query: { limit: 50 } });
  return (
    <Card title={words.messages} folds>
      {read.data === undefined ? (
        read.error ? (
          <Failure error={read.error} again={() => void read.refetch()} />
        ) : (
          <Skeleton />
        )
      ) : read.data.items.length === 0 ? (
        <p class="quiet">{words.noMessages}</p>
      ) : (
        <ul class="list">
          {read.data.items.map(({ id: mail, at, name, mailSubject, text, heard }) => (
            <li key={mail}>
              <details class="mail">
                <summary>
                  <span>
                    <span class="strong">{mailSubject}</span>
                    <br />
                    <small class="quiet">
                      {shortMoment(at, zone)} · {words.to(name)}
                      {heard && ` · ${heard.what}`}
                    </small>
                  </span>
                </summary>
                <p class="as-sent">{text}</p>
              </details>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
