/** The history of a record: who did what to it, and when, in words. It is the audit as people read it. */
import type * as z from "zod";
import type { historyEntry } from "../../api/history.ts";
import { employerId, vacancyId } from "../../domain/identifiers/ids.ts";
import type { Action } from "../../domain/offices/access-policy.ts";
import type { Staff } from "../../domain/offices/staff.ts";
import { actorTexts, eventText } from "../../messages/event-words.ts";
import { historyFieldText } from "../../messages/history-field-words.ts";
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
  const others = await namesOf(
    deps,
    found.items.flatMap(({ about }) => listOf(about) ?? []),
  );
  return {
    cursor: found.cursor,
    items: found.items.map(
      ({ version, at, actor, event, fields, about, how, saidAt }): Entry => ({
        version,
        at,
        event,
        words: eventText(event),
        by: describeActor(actor, names),
        fields: fields?.map((name) => ({ name, words: historyFieldText(name) })),
        about: listOf(about)?.map((other) => ({ id: other, name: names.get(other) ?? others.get(other) })),
        how,
        saidAt,
      }),
    ),
  };
}

const listOf = (about: string | readonly string[] | undefined): readonly string[] | undefined =>
  typeof about === "string" ? [about] : about;

/** What other records are called that acts were about: employers, and vacancies with theirs. */
async function namesOf({ store }: Deps, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const nameOf = async (id: string): Promise<string | undefined> => {
    if (employerId.safeParse(id).success) return (await store.employers.employer(id))?.legalName;
    if (!vacancyId.safeParse(id).success) return undefined;
    const vacancy = await store.vacancies.vacancy(id);
    return vacancy && [vacancy.employerName, vacancy.title].filter(Boolean).join(", ");
  };
  const found = await Promise.all([...new Set(ids)].map(async (id) => [id, await nameOf(id)] as const));
  return new Map(found.flatMap(([id, name]) => (name === undefined ? [] : [[id, name] as const])));
}

/** Names of staff are those of the asker's own office: who works elsewhere is told by the role. */
function describeActor(actor: string, names: ReadonlyMap<string, string>): Entry["by"] {
  const [kind = "", id] = actor.split(":");
  if (kind === "officer" || kind === "supervisor" || kind === "trainer" || kind === "administrator") {
    const name = id === undefined ? undefined : names.get(id);
    return { kind: "staff", id: name === undefined ? undefined : id, name, words: actorTexts[kind] };
  }
  if (kind === "contact") return { kind, id, words: actorTexts.contact };
  return kind === "operator" ? { kind, words: actorTexts.operator } : { kind: "system", words: actorTexts.system };
}
