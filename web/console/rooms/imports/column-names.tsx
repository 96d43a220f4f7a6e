/** What each column was taken for, and a choice for those that were not recognised. */
import { foldHeading } from "../../../../shared/domain/clients/import/headings.ts";
import { columnNames } from "./columns.ts";
import type { Import } from "./use-import.ts";
import { importWords } from "./words.ts";

export function Columns({ list }: { readonly list: Import }) {
  const words = importWords.use();
  const { opened, taken, said } = list;
  if (opened === undefined || Object.keys(taken).length === 0) return null;
  const columns = [...opened.table.letters].map(([heading, letter]) => ({
    heading,
    letter,
    column: said[foldHeading(heading)] ?? taken[heading],
  }));
  const unread = columns.filter(({ column }) => column === undefined).length;
  return (
    <details class="more card" open={unread > 0 || list.stale}>
      <summary>
        {words.columns}
        {unread > 0 && `: ${words.columnsUnread(unread)}`}
      </summary>
      <div class="stack tight">
        <p class="quiet small">{words.columnsLead}</p>
        <ul class="column-names">
          {columns.map(({ heading, letter, column }) => (
            <li key={heading}>
              <label for={`column-${letter}`}>
                <span class="quiet">{letter}</span> {heading}
              </label>
              <select
                id={`column-${letter}`}
                value={column ?? ""}
                onChange={({ currentTarget }) => {
                  const chosen = columnNames.find((name) => name === currentTarget.value);
                  if (chosen) list.say(heading, chosen);
                }}
              >
                {column === undefined && <option value="">{words.unread}</option>}
                {columnNames.map((name) => (
                  <option key={name} value={name}>
                    {words.fields[name]}
                  </option>
                ))}
              </select>
            </li>
          ))}
        </ul>
        {list.stale && (
          <p class="buttons">
            <button type="button" class="button first" onClick={() => void list.tryAll()}>
              {words.again}
            </button>
          </p>
        )}
      </div>
    </details>
  );
}
