/** Why a vacancy fits a client, or what stands in the way. */
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useRead } from "../../api/read.ts";
import { SearchBox } from "../../parts/search-box.tsx";
import { Failure, Skeleton } from "../../parts/states.tsx";
import { Tag } from "../../parts/tag.tsx";
import { said } from "../../words/language.ts";
import { Reasons } from "./candidates.tsx";
import { vacancyWords } from "./words.ts";

type Props = { readonly id: string; readonly client: string | undefined };

export function WhyNot({ id, client }: Props) {
  const words = vacancyWords.use();
  const navigate = useNavigate();
  const choose = (klien: string | undefined): void =>
    void navigate({ to: "/lowongan/$id", params: { id }, search: klien === undefined ? {} : { klien }, replace: true });
  return (
    <section class="card stack tight" aria-labelledby="why-not">
      <h2 id="why-not">{words.whyNot}</h2>
      {client === undefined ? (
        <FindClient chosen={choose} />
      ) : (
        <>
          <Told id={id} client={client} />
          <p class="buttons">
            <button type="button" class="button" onClick={() => choose(undefined)}>
              {words.otherClient}
            </button>
          </p>
        </>
      )}
    </section>
  );
}

function FindClient({ chosen }: { readonly chosen: (client: string) => void }) {
  const words = vacancyWords.use();
  const [q, setQ] = useState("");
  const { data } = useRead("listClients", { query: { q, limit: 8 } }, { enabled: q.length > 1 });
  return (
    <>
      <p class="quiet">{words.whyNotLead}</p>
      <SearchBox label={words.findClient} value={q} find={setQ} />
      {q.length > 1 && data?.items.length === 0 && <p class="quiet">{words.noClient(q)}</p>}
      {q.length > 1 && data && data.items.length > 0 && (
        <ul class="list">
          {data.items.map((client) => (
            <li key={client.id} class="row two">
              <span>{client.fullName}</span>
              <button
                type="button"
                class="button"
                onClick={() => chosen(client.id)}
                aria-label={`${words.choose}: ${client.fullName}`}
              >
                {words.choose}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Told({ id, client }: { readonly id: string; readonly client: string }) {
  const words = vacancyWords.use();
  const named = useRead("readClient", { params: { id: client } });
  const { data, error, refetch } = useRead("readWhyNot", { query: { client, vacancy: id } });
  if (data === undefined) return error ? <Failure error={error} again={() => void refetch()} /> : <Skeleton lines={2} />;
  const { ranking } = data;
  return (
    <>
      <p class="buttons">
        <strong>{named.data?.client.fullName}</strong>
        <Tag tone={data.eligible ? "good" : "late"}>{data.eligible ? words.fits : words.fitsNot}</Tag>
        <span class="quiet">{words.points(data.points)}</span>
      </p>
      {data.failed.length > 0 && <Coded title={words.failed} entries={data.failed} />}
      {data.warnings.length > 0 && <Coded title={words.warnings} entries={data.warnings} />}
      {data.reasons.length > 0 && (
        <>
          <h3>{words.reasons}</h3>
          <Reasons reasons={data.reasons} />
        </>
      )}
      {ranking && (
        <p class="small quiet">{ranking.proposed && ranking.rank !== undefined ? words.rank(ranking.rank) : words.notProposed}</p>
      )}
    </>
  );
}

type Entry = { readonly code: string; readonly text: { readonly id: string; readonly en: string } };
const Coded = ({ title, entries }: { readonly title: string; readonly entries: readonly Entry[] }) => (
  <>
    <h3>{title}</h3>
    <ul>
      {entries.map(({ code, text }) => (
        <li key={code}>{said(text)}</li>
      ))}
    </ul>
  </>
);
