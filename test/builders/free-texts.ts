/** The texts that people write freely, found from the schemas of the routes: whatever takes words that nothing asks for. */
import fc from "fast-check";
import * as z from "zod";
import { type Route, routes } from "../../shared/api/routes.ts";
import { valuesOf } from "../api/arbitrary-requests.ts";
import type { Records } from "../api/office-records.ts";
import { idNo } from "./ids.ts";

/** Where a text stands in a body, from the outside in; the places of a list are numbers. */
export type Place = readonly (string | number)[];

/** A place that takes free text, with a body of its route in which it is filled in. */
export type FreeText = { readonly name: string; readonly place: Place; readonly body: unknown };

const madeUp: Records = {
  client: idNo("client", 1),
  certificate: idNo("certificate", 1),
  employer: idNo("employer", 1),
  organisation: idNo("organisation", 1),
  agreement: idNo("agreement", 1),
  vacancy: idNo("vacancy", 1),
  secondVacancy: idNo("vacancy", 2),
  placement: idNo("placement", 1),
  batch: idNo("batch", 1),
  nik: "3603011205940001",
  staff: idNo("staff", 1),
};

/** Words that no choice, code, number, address or name of a known thing is made of. */
const probes = ["Kata bebas saja", "Lain lagi 7"] as const;

/** The same value with a text in one place. */
export function withText(value: unknown, [first, ...rest]: Place, text: string): unknown {
  if (first === undefined) return text;
  if (Array.isArray(value)) return value.map((item: unknown, at) => (at === first ? withText(item, rest, text) : item));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, name === first ? withText(part, rest, text) : part]),
  );
}

/** How a place is called: `contact.name`, `requirements.schemes.*`. */
export const nameOf = (place: Place): string => place.map((part) => (typeof part === "number" ? "*" : part)).join(".");

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null;

/** The places of all texts in a value. */
function textsIn(value: unknown, place: Place = []): readonly Place[] {
  if (typeof value === "string") return [place];
  if (Array.isArray(value)) return value.flatMap((item: unknown, at) => textsIn(item, [...place, at]));
  return isObject(value) ? Object.entries(value).flatMap(([name, part]) => textsIn(part, [...place, name])) : [];
}

/** The value without what its schema finds wrong in it: chance seldom meets every form at once. Undefined where nothing is left. */
function mended(schema: z.ZodType, value: unknown, tries = 8): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return value;
  const places = parsed.error.issues.map(({ path }) => path.map((part) => (typeof part === "number" ? part : String(part))));
  if (tries === 0 || places.some((place) => place.length === 0)) return undefined;
  return mended(schema, places.reduce(without, value), tries - 1);
}

function without(value: unknown, [first, ...rest]: Place): unknown {
  if (Array.isArray(value))
    return value.flatMap((item: unknown, at) => (at !== first ? [item] : rest.length === 0 ? [] : [without(item, rest)]));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]) =>
      name !== first ? [[name, part]] : rest.length === 0 ? [] : [[name, without(part, rest)]],
    ),
  );
}

/** The free texts of a route's body, each once. */
export function freeTextsOf({ body: schema }: Route, records = madeUp): readonly FreeText[] {
  const found = new Map<string, FreeText>();
  const bodies = fc.sample(valuesOf(z.toJSONSchema(schema, { io: "input" }), records), { seed: 20_260_302, numRuns: 300 });
  for (const made of bodies) {
    const body = mended(schema, made);
    if (body === undefined) continue;
    for (const place of textsIn(body)) {
      const name = nameOf(place);
      if (!found.has(name) && probes.every((text) => schema.safeParse(withText(body, place, text)).success))
        found.set(name, { name, place, body });
    }
  }
  return [...found.values()];
}

/** The routes of staff that take a body. */
export const takingRoutes: readonly (readonly [string, Route])[] = Object.entries<Route>(routes).filter(
  ([, { method, access }]) => method === "POST" && access.kind === "staff",
);
