/** The whole cloud in this process, with two offices, for tests that come in through the front door. */
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import { functionSpecs } from "../../infra/functions.ts";
import { ensureSynthesised } from "../../infra/synth.ts";
import { type Cloud, startCloud } from "../../local/cloud.ts";
import { sharedInWorker } from "../builders/worker-end.ts";
import { openGateway } from "./gateway.ts";
import { type Person, type Place, placeNo, registerStaff, type Scope, signInAt } from "./offices.ts";

/** A response with its body as it came and, where it is JSON, parsed. */
export type HttpResponse = { readonly status: number; readonly headers: Headers; readonly text: string; readonly json: unknown };

export type Ask = {
  readonly token?: string | undefined;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

export type FrontDoor = {
  readonly cloud: Cloud;
  readonly dataFolder: string;
  /** Where its two offices are; other tests on the same cloud have other ones. */
  readonly place: Place;
  /** Sends a request as it is; a POST gets an Idempotency-Key of its own unless the headers bring one. */
  readonly ask: (method: string, path: string, ask?: Ask) => Promise<HttpResponse>;
  readonly tokenOf: (person: Person, scope?: Scope) => Promise<string>;
  /** Posts as somebody and expects success; returns the parsed body. */
  readonly post: (as: Person | undefined, path: string, body: unknown) => Promise<unknown>;
  readonly get: (as: Person, path: string) => Promise<unknown>;
};
/** A door to a cloud of its own. */
export type OwnFrontDoor = FrontDoor & { readonly close: () => Promise<void> };

export type FrontDoorOptions = {
  /** Where the cloud's time begins (ISO 8601); real time unless said. */
  readonly startAt?: string;
  /**
   * Runs the API's handlers in this process, behind the same gateway and on the same tables and keys: thousands of requests
   * are then a matter of seconds. The relay and the tasks of the state machines stay processes of their own. Real time only.
   */
  readonly inProcess?: true;
  /** Another assembly than the project's own. */
  readonly cdkOut?: string;
};

type OpenCloud = {
  readonly cloud: Cloud;
  readonly dataFolder: string;
  readonly address: string;
  readonly close: () => Promise<void>;
};

/** Starts a cloud on a folder of its own. */
async function openCloud({ startAt, inProcess, ...options }: FrontDoorOptions): Promise<OpenCloud> {
  const cdkOut = options.cdkOut ?? (await ensureSynthesised()).cdkOut;
  const dataFolder = mkdtempSync(join(tmpdir(), "titian-front-door-"));
  const cloud = await startCloud({
    cdkOut,
    dataFolder,
    port: 0,
    // No function's process has to make room for another's: each starts once.
    maximumChildren: functionSpecs.length,
    ...(startAt ? { startAt: Date.parse(startAt) } : {}),
  });
  const gateway = inProcess ? await openGateway(cloud) : undefined;
  return {
    cloud,
    dataFolder,
    address: gateway?.url ?? cloud.publicUrl,
    close: async () => {
      await gateway?.close();
      await cloud.close();
      rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    },
  };
}

/** Opens a cloud that ends with its door. */
export async function openFrontDoor(options: FrontDoorOptions = {}): Promise<OwnFrontDoor> {
  const opened = await openCloud(options);
  return { ...(await doorTo(opened, placeNo(0))), close: opened.close };
}

const sharedCloud = sharedInWorker(
  () => openCloud({ inProcess: true }),
  ({ close }) => close(),
);
let places = 0;

/**
 * A door to the one cloud that the test files of a worker share, its handlers in this process. Each file has two offices of its
 * own; employers and vacancies are everybody's. What an earlier file left to be done within minutes is done first.
 */
export async function shareFrontDoor(): Promise<FrontDoor> {
  const opened = await sharedCloud();
  const place = placeNo(places);
  if (places > 0) await opened.cloud.advance({ by: 3 * 60_000 });
  places += 1;
  return doorTo(opened, place);
}

async function doorTo({ cloud, dataFolder, address }: OpenCloud, place: Place): Promise<FrontDoor> {
  await registerStaff(cloud, place);
  const tokens = new Map<string, Promise<string>>();
  const tokenOf: FrontDoor["tokenOf"] = (person, scope = "both") => {
    const name = `${person} ${scope}`;
    const known = tokens.get(name) ?? signInAt(cloud, place, person, scope);
    tokens.set(name, known);
    return known;
  };
  const ask: FrontDoor["ask"] = async (method, path, { token, body, headers } = {}) => {
    const response = await fetch(`${address}${path}`, {
      method,
      headers: {
        ...(method === "POST" ? { "content-type": "application/json", "idempotency-key": randomUUID() } : {}),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...headers,
      },
      ...(method === "POST" ? { body: typeof body === "string" ? body : JSON.stringify(body ?? {}) } : {}),
    });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json") ?? false;
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: isJson && text !== "" ? JSON.parse(text) : undefined,
    };
  };
  const succeed = (response: HttpResponse, what: string): unknown => {
    if (response.status >= 300) throw new Error(`${what}: ${response.status} ${response.text}`);
    return response.json;
  };
  return {
    cloud,
    dataFolder,
    place,
    ask,
    tokenOf,
    post: async (as, path, body) => succeed(await ask("POST", path, { token: as && (await tokenOf(as)), body }), `POST ${path}`),
    get: async (as, path) => succeed(await ask("GET", path, { token: await tokenOf(as) }), `GET ${path}`),
  };
}

const created = z.object({ id: z.string() });
/** Posts and returns the id of what came into being. */
export const postForId = async (door: FrontDoor, as: Person, path: string, body: unknown): Promise<string> =>
  created.parse(await door.post(as, path, body)).id;
