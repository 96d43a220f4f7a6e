import type { Mail, MailSummary } from "../mail/mail-store.ts";
import { fireSchedule, moveClock, putUser } from "./changes.ts";
import type { ClockView, CloudView, ScheduleView } from "./cloud-view.ts";
import { listExecutions, readExecution } from "./executions.ts";
import { findLinks } from "./mail-pages.ts";
import { listOutbox } from "./outbox.ts";
import { Refusal } from "./request-body.ts";

/** A request to the pages or their JSON twins: what comes after `/_cloud` or `/_cloud/api`, decoded. */
export type PageRequest = {
  readonly method: string;
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  /** Reads the body of a POST. */
  readonly body: () => Promise<unknown>;
};

/** The JSON twin of the pages, below `/_cloud/api`; moments are ISO 8601 in cloud time. Throws Refusal. */
export async function readApi(view: CloudView, { method, path, query, body }: PageRequest): Promise<unknown> {
  const [section, id, action, ...rest] = path;
  const known = (asked: string, depth: number) => section === asked && path.length === depth && rest.length === 0;
  const get = method === "GET";
  const post = method === "POST";
  if (get && known("mails", 1)) return { mails: view.mails.list(mailFilter(query)).map(tellMailSummary) };
  if (get && known("mails", 2) && id !== undefined) return tellMail(found(view.mails.get(id), `mail ${id}`));
  if (get && known("executions", 1)) return { executions: await listExecutions(view, executionFilter(query)) };
  if (get && known("executions", 2) && id !== undefined) return found(await readExecution(view, id), `execution ${id}`);
  if (get && known("clock", 1)) return tellClock(await view.clock());
  if (post && known("clock", 1)) return tellClock(await moveClock(view, await body()));
  if (post && known("users", 1)) return putUser(view, await body());
  if (get && known("schedules", 1)) return { schedules: (await view.schedules()).map(tellSchedule) };
  if (post && known("schedules", 3) && id !== undefined && action === "fire") {
    await body();
    await fireSchedule(view, id);
    return { fired: id };
  }
  if (get && known("outbox", 1)) return { rows: await listOutbox(view, limitOf(query, 1000)) };
  if (get && known("dead-letters", 1)) return { deadLetters: view.deadLetters(limitOf(query, 1000)) };
  if (get && known("logs", 2) && id !== undefined) {
    const name = found(
      view.functionNames.find((functionName) => functionName === id),
      `function ${id}`,
    );
    return { lines: view.logTail(name, limitOf(query, 1000)) };
  }
  if (get && known("memory", 1)) return view.memory();
  throw new Refusal(404, `There is no ${method} /_cloud/api/${path.join("/")}.`);
}

function found<Value>(value: Value | undefined, name: string): Value {
  if (value === undefined) throw new Refusal(404, `There is no ${name}.`);
  return value;
}

function limitOf(query: URLSearchParams, most: number): number {
  const text = query.get("limit");
  if (text === null) return Math.min(100, most);
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > most) throw new Refusal(400, `limit is a number from 1 to ${most}.`);
  return limit;
}

function mailFilter(query: URLSearchParams) {
  const [to, after] = [query.get("to"), query.get("after")];
  return { limit: limitOf(query, 1000), ...(to === null ? {} : { to }), ...(after === null ? {} : { after }) };
}

function executionFilter(query: URLSearchParams) {
  const [machine, status] = [query.get("machine"), query.get("status")];
  return { limit: limitOf(query, 1000), ...(machine === null ? {} : { machine }), ...(status === null ? {} : { status }) };
}

function tellMailSummary({ time, ...rest }: MailSummary) {
  return { ...rest, time: new Date(time).toISOString() };
}

function tellMail({ time, attachments, ...rest }: Mail) {
  const files = attachments.map(({ content, ...file }) => ({
    ...file,
    bytes: content.length,
    content: content.toString("base64"),
  }));
  return { ...rest, time: new Date(time).toISOString(), links: findLinks(rest), attachments: files };
}

function tellClock({ now, offset, next }: ClockView) {
  const waiting = next === undefined ? {} : { next: { at: new Date(next.at).toISOString(), part: next.part } };
  return { now: new Date(now).toISOString(), offset, ...waiting };
}

function tellSchedule({ nextAt, lastAt, ...rest }: ScheduleView) {
  const iso = (moment: number | undefined) => (moment === undefined ? undefined : new Date(moment).toISOString());
  return { ...rest, nextAt: iso(nextAt), lastAt: iso(lastAt) };
}
