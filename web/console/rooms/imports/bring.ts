/** Sends lines a hundred a request. What is there already is the same, so that a list that broke off is simply sent on. */
import { mostLines } from "../../../../shared/domain/clients/import/lines.ts";
import type { Cell } from "../../../../shared/domain/clients/import/read-cell.ts";
import { type Answer, callDraft } from "../../api/client.ts";
import type { Said } from "./columns.ts";

export type Result = Answer<"importClients">["results"][number];
export type Taken = Answer<"importClients">["columns"];
export type SentLine = { readonly key: string; readonly cells: Readonly<Record<string, Cell>> };

type Asked = {
  readonly batch: string;
  readonly lines: readonly SentLine[];
  readonly dryRun: boolean;
  readonly columns: Said;
  /** Whose the new clients are where no column names an officer. */
  readonly officerId: string | undefined;
  readonly signal: AbortSignal;
  /** Hears of each page when it is through. */
  readonly heard: (results: readonly Result[], taken: Taken, done: number) => void;
};

/** Throws what `call` throws, after the pages before it were heard of. */
export async function bring({ batch, lines, dryRun, columns, officerId, signal, heard }: Asked): Promise<void> {
  for (let from = 0; from < lines.length; from += mostLines) {
    const page = lines.slice(from, from + mostLines);
    const body = {
      batch,
      lines: page,
      dryRun,
      ...(officerId === undefined ? {} : { officerId }),
      ...(Object.keys(columns).length > 0 ? { columns } : {}),
    };
    const answer = await callDraft("importClients", { body }, { key: crypto.randomUUID(), signal });
    heard(answer.results, answer.columns, Math.min(from + mostLines, lines.length));
  }
}
