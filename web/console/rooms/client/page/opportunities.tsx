/** What is open to the client, and what one more certificate would open. */
import { useRead } from "../../../api/read.ts";
import { Card } from "../../../parts/card.tsx";
import { Failure, Skeleton } from "../../../parts/states.tsx";
import { may, useMe } from "../../../shell/me.ts";
import { said } from "../../../words/language.ts";
import type { Detail } from "./detail.ts";
import { pageWords } from "./words.ts";

/** So many certificates are named. */
const named = 5;

export function Opportunities({ detail }: { readonly detail: Detail }) {
  const words = pageWords.use();
  const { client, consents } = detail;
  // Nothing is held against vacancies of who has not agreed to it.
  const agreed = consents.some(({ purpose, action }) => purpose === "PROFILING" && action === "GIVEN");
  if (!may(useMe(), "readMatching")) return null;
  return (
    <Card title={words.opportunities} unprinted folds late>
      {agreed ? <Found id={client.id} /> : <p class="quiet">{words.afterConsent}</p>}
    </Card>
  );
}

function Found({ id }: { readonly id: string }) {
  const words = pageWords.use();
  const read = useRead("readOpportunities", { params: { id } });
  if (read.data === undefined)
    return read.error ? <Failure error={read.error} again={() => void read.refetch()} /> : <Skeleton lines={2} />;
  const { eligible, considered, openings, openingsInAll } = read.data;
  return (
    <>
      <p>
        <strong>{words.open(eligible.vacancies, eligible.seats)}</strong>{" "}
        <span class="quiet">{words.considered(considered)}</span>
      </p>
      {openings.length === 0 ? (
        <p class="quiet">{words.noOpenings}</p>
      ) : (
        <>
          <p>{words.oneMore}</p>
          <ul class="openings">
            {openings.slice(0, named).map(({ certificate, text, vacancies, seats, regions }) => (
              <li key={JSON.stringify(certificate)}>
                {said(text)}: <strong>{words.opens(vacancies, seats)}</strong>{" "}
                <small class="quiet">{regions.map(({ name }) => name).join(", ")}</small>
              </li>
            ))}
          </ul>
          {openingsInAll > named && <p class="quiet">{words.moreOpenings(openingsInAll - named)}</p>}
        </>
      )}
    </>
  );
}
