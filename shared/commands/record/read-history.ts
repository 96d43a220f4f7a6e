/** The history of a record: who did what to it, and when, in words. It is the audit as people read it. */
import type * as z from "zod";
import type { historyEntry } from "../../api/history.ts";
import type { Action } from "../../domain/offices/access-policy.ts";
import type { Staff } from "../../domain/offices/staff.ts";
import { actorTexts, eventText } from "../../messages/event-words.ts";
import { fieldText } from "../../messages/field-words.ts";
import type { PageOptions } from "../../store/record.ts";
import type { Deps } from "../deps.ts";
import { loadRecord } from "./change-record.ts";
import type { RecordKind } from "./records.ts";

type Entry = z.input<typeof historyEntry>;
type HistoryRequest = { readonly staff: Staff; readonly params: { readonly id: string }; readonly query: PageOptions };

/** The command that reads the history of a kind of record. Errors: NOT_FOUND, also for another office's. */
export const historyOf =
  <S>(kind: RecordKind<S>, action: Action) =>
  async (deps: Deps, { staff, params, query }: HistoryRequest): Promise<{ items: Entry[]; cursor?: string | undefined }> => {
    await loadRecord(deps, kind, { staff, action, id: params.id });
    return readHistory(deps, staff, params.id, query);
  };

/** A page of what was done to a record that the asker may see, the newest first. */
export async function readHistory(deps: Deps, staff: Staff, id: string, page: PageOptions) {
  const [found, colleagues] = await Promise.all([deps.store.history.of(id, page), deps.store.staff.ofOffice(staff.officeId)]);
  const names = new Map(colleagues.map((member) => [member.id, member.name]));
  return {
    cursor: found.cursor,
    items: found.items.map(
      ({ version, at, actor, event, fields, about }): Entry => ({
        version,
        at,
        event,
        words: eventText(event),
        by: describeActor(actor, names),
        fields: fields?.map((name) => ({ name, words: fieldText(name) })),
        about,
      }),
    ),
  };
}

/** Names of staff are those of the asker's own office: who works elsewhere is told by the role. */
function describeActor(actor: string, names: ReadonlyMap<string, string>): Entry["by"] {
  const [kind = "", id] = actor.split(":");
  if (kind === "officer" || kind === "supervisor" || kind === "trainer") {
    const name = id === undefined ? undefined : names.get(id);
    return { kind: "staff", id: name === undefined ? undefined : id, name, words: actorTexts[kind] };
  }
  if (kind === "contact") return { kind, id, words: actorTexts.contact };
  return kind === "operator" ? { kind, words: actorTexts.operator } : { kind: "system", words: actorTexts.system };
}
