/** Finds one employer by its name. */
import { useState } from "react";
import { describeRegion } from "../../../../shared/domain/identifiers/regions.ts";
import type { Answer } from "../../api/client.ts";
import { useRead } from "../../api/read.ts";
import { SearchBox } from "../search-box.tsx";
import { Failure } from "../states.tsx";

export type Found = Answer<"listEmployers">["items"][number];
type Props = {
  readonly label: string;
  readonly choose: string;
  readonly nothing: (q: string) => string;
  /** What is not among the found. */
  readonly but?: string;
  readonly chosen: (employer: Found) => void;
};
export function PickEmployer({ label, choose, nothing, but, chosen }: Props) {
  const [q, setQ] = useState("");
  const { data, error, refetch } = useRead("listEmployers", { query: { q, limit: 10 } }, { enabled: q.length > 1 });
  const found = data?.items.filter(({ id }) => id !== but);
  return (
    <div class="stack tight">
      <SearchBox label={label} value={q} find={setQ} />
      {error && !data && <Failure error={error} again={() => void refetch()} />}
      {q.length > 1 && found?.length === 0 && <p class="quiet">{nothing(q)}</p>}
      {q.length > 1 && found && found.length > 0 && (
        <ul class="list">
          {found.map((employer) => (
            <li key={employer.id} class="row two">
              <span>
                <strong>{employer.legalName}</strong> <span class="quiet small">{describeRegion(employer.regencyCode)}</span>
              </span>
              <button
                type="button"
                class="button"
                onClick={() => chosen(employer)}
                aria-label={`${choose}: ${employer.legalName}`}
              >
                {choose}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
