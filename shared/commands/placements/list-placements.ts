/** The office's processes: all of them by status, or those that are asked for by deadline. */
import type { Parsed, routes } from "../../api/routes.ts";
import type { StatusRow } from "../../domain/process/status.ts";
import { awaitedIn, isUnderWay, type Process, statusRows } from "../../domain/processes.ts";
import { employerIdOf, officerLists } from "../../store/process-places.ts";
import type { Deps } from "../deps.ts";
import { survivorOf } from "../employers/survivor.ts";
import { officeOf, type StaffCommand } from "../request.ts";
import { processesByClient, processesOf } from "./by-client.ts";
import { describeRows } from "./summary.ts";
import { pageOf, type Source } from "./work-lists.ts";

type Query = Parsed<typeof routes.listPlacements>["query"];

/** Errors: REQUEST_INVALID for a cursor of another kind of list. */
export const listPlacements: StaffCommand<typeof routes.listPlacements> = async (deps, { staff, query: given }) => {
  // A record that has become another one is asked for under that.
  const employer = given.employer === undefined ? undefined : ((await survivorOf(deps, given.employer))?.id ?? given.employer);
  const query = { ...given, employer };
  const office = await officeOf(deps, staff);
  const colleagues = await deps.store.staff.ofOffice(office.id);
  const wanted = (state: Process): boolean => state.officeId === office.id && fits(state, query);
  const page = byClient(query)
    ? await processesByClient(deps, office.id, query, (state) => wanted(state) && mayShow(state, query))
    : isPlain(query)
      ? await deps.store.processes.ofOffice(office.id, query)
      : await pageOf(await sourcesOf(deps, office.id, query), { ...query, descending: query.sort === "-deadline" }, wanted);
  return { items: await describeRows(deps, { staff, office, colleagues }, page.items), cursor: page.cursor };
};

/** Asked for by who they are. */
const byClient = ({ q, sort }: Query): boolean => q !== undefined || sort === "name";
/** In the order of names stands what is under way, unless what has ended is asked for; who is looked for is shown with all. */
const mayShow = (state: Process, { q, status }: Query): boolean => q !== undefined || status !== undefined || isUnderWay(state);

/** Asked for as a whole, or by status alone: by status, and by deadline within each. */
const isPlain = ({ officer, waitingFor, client, employer, sort }: Query): boolean =>
  [officer, waitingFor, client, employer, sort].every((filter) => filter === undefined);

function fits(state: Process, { officer, waitingFor, client, employer, status }: Query): boolean {
  return (
    (officer === undefined || state.officerId === officer) &&
    (client === undefined || state.clientId === client) &&
    (employer === undefined || employerIdOf(state) === employer) &&
    (status === undefined || state.status === status) &&
    (waitingFor === undefined || waitsFor(state, waitingFor))
  );
}

function waitsFor(state: Process, whom: NonNullable<Query["waitingFor"]>): boolean {
  const awaited = awaitedIn(state);
  return whom === "others" ? isUnderWay(state) && !awaited.includes("officer") : awaited.includes(whom);
}

/** The narrowest lists in which all lies that is asked for: of a client, an employer, an officer, or of the office by status. */
async function sourcesOf(deps: Deps, officeId: string, query: Query): Promise<readonly Source[]> {
  const { processes } = deps.store;
  const { officer, waitingFor, client, employer, status } = query;
  if (client !== undefined) return [await attemptsOf(deps, client)];
  if (employer !== undefined) return [(stretch) => processes.ofEmployerIn(officeId, employer, stretch)];
  // By deadline stands what is under way, unless what has ended is asked for.
  const named = statusRows.filter(([name, { kind }]) => (status === undefined ? kind !== "ENDED" : name === status));
  const wanted = named.filter(([, row]) => mayWaitFor(row, waitingFor));
  if (officer !== undefined)
    return listsOf(officer, query).map(
      (list): Source =>
        (stretch) =>
          processes.ofOfficerList(list, stretch),
    );
  const calls: Source = (stretch) => processes.ofOfficeAsking("CALLS", officeId, stretch);
  return [
    ...wanted.map(
      ([name]): Source =>
        (stretch) =>
          processes.ofOfficeIn(officeId, name, stretch),
    ),
    // A call may be asked for in any status.
    ...(waitingFor === "officer" ? [calls] : []),
  ];
}

/** Whether something in a status may wait for somebody, but for a call. */
function mayWaitFor(row: StatusRow, whom: Query["waitingFor"]): boolean {
  if (whom === undefined) return true;
  // What asks more than the officer may wait for the others alone, once the officer has said it.
  if (whom === "others") return row.kind === "TASK" || (row.kind === "WAITS" && row.waitsFor.some((one) => one !== "officer"));
  return row.kind === "WAITS" && row.waitsFor.includes(whom);
}

/** The lists of an officer in which a status lies. */
function listsOf(officerId: string, { status, waitingFor }: Query): readonly string[] {
  const row = statusRows.find(([name]) => name === status)?.[1];
  if (status !== undefined && row?.kind === "ENDED") return [officerLists.settled(officerId, status)];
  const mine = officerLists.mine(officerId);
  const others = officerLists.others(officerId);
  if (waitingFor === "officer") return [mine];
  return waitingFor === "others" ? [others] : [mine, others];
}

/** What a client has, by deadline. */
async function attemptsOf(deps: Deps, clientId: string): Promise<Source> {
  const rows = (await processesOf(deps, clientId))
    .map((state) => ({ place: `${state.deadline ?? ""}#${state.id}`, state }))
    .sort((one, other) => (one.place < other.place ? -1 : 1));
  return async ({ after, descending }) =>
    (descending ? rows.toReversed() : rows).filter(
      ({ place }) => after === undefined || (descending ? place < after : place > after),
    );
}
