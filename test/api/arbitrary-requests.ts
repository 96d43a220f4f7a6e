/** Requests made from the route schemas: well-formed ones, and ones that are wrong in one of many ways. */
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import * as z from "zod";
import type { Route } from "../../shared/api/routes.ts";
import type { Records } from "./office-records.ts";
import { pathAbout, queryAbout } from "./request-about.ts";

export type WrittenRequest = {
  readonly name: string;
  readonly route: Route;
  readonly path: string;
  readonly query: string;
  /** The body as it goes over the wire. */
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What is wrong with it, where something surely is. */
  readonly wrong?: string;
};

const schemaNode = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
  minItems: z.number().optional(),
  maxItems: z.number().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  pattern: z.string().optional(),
  format: z.string().optional(),
});

const ulid = fc.stringMatching(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
const prefixes: Readonly<Record<string, readonly (keyof Records)[]>> = {
  cl: ["client"],
  ce: ["certificate"],
  em: ["employer"],
  or: ["organisation"],
  ag: ["agreement"],
  va: ["vacancy", "secondVacancy"],
  tb: ["batch"],
  pl: ["placement"],
};

/** Values that a pattern alone does not say: regions and skills are looked up, names and addresses have rules of their own. */
const byName: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  regencyCode: fc.constantFrom("36.03", "36.71", "31.71"),
  regionCode: fc.constantFrom("36.03", "36"),
  villageCode: fc.constant("36.03.01.2001"),
  skills: fc.subarray(["AUTOMOTIVE", "WELDING"]),
  interests: fc.subarray(["AUTOMOTIVE", "WELDING"]),
  units: fc.subarray(["G.45OTO01.001.2"]),
  fullName: fc.constantFrom("Contoh Acak", "D'Misal", "Ñusa Ümpama", "Y"),
  name: fc.constantFrom("Ibu Contoh", "Pak Misal"),
  email: fc.constantFrom("a@contoh.example", "panjang.sekali+tanda@contoh.example"),
  kbji: fc.constantFrom("7231.04", "7212.01"),
  number: fc.integer({ min: 1, max: 9_999_999 }).map((serial) => `45407 7231 2 ${String(serial).padStart(7, "0")} 2026`),
  choice: fc.constantFrom("INTERVIEW", "ACCEPT", "DECLINE"),
};

const day = fc
  .integer({ min: -2000, max: 2000 })
  .map((days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10));
const extremeDay = fc.constantFrom("0001-01-01", "1900-02-28", "2024-02-29", "9999-12-31", "9999-01-01");
const moment = fc
  .integer({ min: -3_000_000, max: 3_000_000 })
  .map((minutes) => new Date(Date.now() + minutes * 60_000).toISOString());
const extremeMoment = fc.constantFrom("0001-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z");

/** Values of a JSON Schema of a request, with the ids of real records among them. */
export function valuesOf(json: unknown, records: Records, name = ""): fc.Arbitrary<unknown> {
  const schema = schemaNode.parse(json);
  // One type or another: what is cleared by null.
  if (Array.isArray(schema.type)) return fc.oneof(...schema.type.map((type) => valuesOf({ ...schema, type }, records, name)));
  const known = byName[name];
  if (known && schema.type !== "object")
    return name === "choice" && schema.const !== undefined ? fc.constant(schema.const) : known;
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return fc.oneof(...either.map((value) => valuesOf(value, records, name)));
  switch (schema.type) {
    case "object": {
      const properties = Object.entries(schema.properties ?? {});
      if (properties.length === 0)
        return fc.dictionary(fc.string({ maxLength: 8 }), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 3 });
      const parts = Object.fromEntries(properties.map(([key, value]) => [key, valuesOf(value, records, key)]));
      const requiredKeys = (schema.required ?? []).filter((key) => key in parts);
      return fc.record(parts, { requiredKeys });
    }
    case "array":
      return fc.array(valuesOf(schema.items ?? {}, records, name.replace(/s$/, "")), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 3, 5),
      });
    case "null":
      return fc.constant(null);
    case "boolean":
      return fc.boolean();
    case "integer":
    case "number":
      return fc.integer({
        min: Math.max(schema.minimum ?? 0, 0),
        max: Math.min(schema.maximum ?? 1_000_000_000, Number.MAX_SAFE_INTEGER),
      });
    case "string":
      return textOf(schema, records);
    default:
      return fc.jsonValue();
  }
}

/** Texts that no mail, no table and no screen can bear: control characters, bidi marks, halves of characters, private ones. */
const invisibleTexts = [
  "Montir\r\nBcc: jahat@contoh.example",
  "PT \u0000",
  "PT \u001b[2J",
  "PT \u0085",
  "PT \u202egnajih",
  "PT \u2066\u200b",
  "PT \ud800",
  "PT \udc00 X",
  "PT \ue000",
];

function textOf(schema: z.infer<typeof schemaNode>, records: Records): fc.Arbitrary<unknown> {
  if (schema.format === "date") return fc.oneof({ weight: 6, arbitrary: day }, { weight: 1, arbitrary: extremeDay });
  if (schema.format === "date-time") return fc.oneof({ weight: 6, arbitrary: moment }, { weight: 1, arbitrary: extremeMoment });
  const prefix = /^\^(\w\w)_/.exec(schema.pattern ?? "")?.[1];
  if (prefix) {
    const real = (prefixes[prefix] ?? []).map((key) => records[key]);
    const unknown = ulid.map((text) => `${prefix}_${text}`);
    return real.length === 0
      ? unknown
      : fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...real) }, { weight: 1, arbitrary: unknown });
  }
  // fast-check knows no lookahead: such a text is left to chance.
  if (schema.pattern && !/\(\?[=!<]/.test(schema.pattern)) return fc.stringMatching(new RegExp(schema.pattern));
  const most = Math.min(schema.maxLength ?? 200, 2000);
  return fc.oneof(
    { weight: 4, arbitrary: fc.string({ minLength: 1, maxLength: Math.min(most, 30) }) },
    { weight: 4, arbitrary: fc.constantFrom("x".repeat(most), "ل😀\u0301", "<script>", "'; --", "$(id)") },
    { weight: 1, arbitrary: fc.constantFrom(...invisibleTexts) },
  );
}

const key = () => ({ "idempotency-key": randomUUID(), "content-type": "application/json" });

/** Query strings of lists, cursors that are nobody's among them. */
const queries = fc.oneof(
  fc.constantFrom("", "?limit=1", "?limit=100", "?limit=01"),
  fc.constantFrom(
    "?limit=0",
    "?limit=101",
    "?limit=-1",
    "?limit=1e9",
    "?limit=abc",
    "?limit=",
    "?limit=1&limit=2",
    "?cursor=",
    "?cursor=%F0%28",
    "?unknown=1",
    "?cursor=bm90IGpzb24",
    `?cursor=${"A".repeat(3000)}`,
  ),
  fc
    .dictionary(
      fc.constantFrom(
        "pk",
        "sk",
        "officePk",
        "officeSk",
        "officerPk",
        "officerSk",
        "directoryPk",
        "directorySk",
        "openPk",
        "openSk",
      ),
      fc.oneof(
        fc.constantFrom(
          "OFFICE#bapas-ciangir",
          "OFFICE#bapas-ciangir#AG",
          "OFFICE#bapas-seberang",
          "PROVINCE#36",
          "PROVINCE#36#OPEN",
          "OPEN#36",
          "",
          "\u0000",
        ),
        fc.jsonValue({ maxDepth: 1 }),
      ),
    )
    .map((cursor) => `?cursor=${Buffer.from(JSON.stringify(cursor)).toString("base64url")}`),
);

const pathOf = (route: Route, records: Records): fc.Arbitrary<string> =>
  fc.constantFrom("30", "90", "180").map((days) => pathAbout(route, records, days));

/** What a route may be asked with: what it demands, now and then together with what it does not know. */
const queriesOf = (route: Route, records: Records): fc.Arbitrary<string> => {
  const demanded = queryAbout(route, records);
  if (demanded === "") return queries;
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant(demanded) },
    { weight: 1, arbitrary: queries },
    { weight: 1, arbitrary: fc.constantFrom("&client=x", "&vacancy=", "&unknown=1").map((more) => `${demanded}${more}`) },
  );
};

/** A request whose every part has the right shape. */
export function goodRequest(name: string, route: Route, records: Records): fc.Arbitrary<WrittenRequest> {
  const bodies =
    route.method === "POST" ? valuesOf(z.toJSONSchema(route.body, { io: "input" }), records) : fc.constant(undefined);
  const wanted = route.method === "GET" ? queriesOf(route, records) : fc.constant("");
  return fc.record({ path: pathOf(route, records), query: wanted, body: bodies }).map(({ path, query, body }) => ({
    name,
    route,
    path,
    query,
    body: body === undefined ? "" : JSON.stringify(body),
    headers: key(),
  }));
}

const badIds = fc.constantFrom(
  "x",
  "cl_01ARZ3NDEKTSV4RRFFQ69G5FA",
  "pl_01arz3ndektsv4rrffq69g5fav",
  "li_01ARZ3NDEKTSV4RRFFQ69G5FAV",
  "%2e%2e%2f",
  "a%00b",
  "%F0%9F%98%80",
  "undefined",
  `cl_${"0".repeat(500)}`,
  "__proto__",
);

/** A request with something wrong about it that its schema, its key or its form forbids. */
export function badRequest(name: string, route: Route, records: Records): fc.Arbitrary<WrittenRequest> {
  const good = goodRequest(name, route, records);
  const withGarbage = fc
    .tuple(
      good,
      fc.nat(),
      fc.oneof(
        fc.jsonValue({ maxDepth: 2 }),
        fc.constantFrom(
          null,
          -1,
          1.5,
          1e308,
          "",
          "\u0000",
          ...invisibleTexts,
          "x".repeat(100_000),
          [],
          {},
          [[[]]],
          "2026-13-45",
          "2026-02-30T00:00:00Z",
        ),
      ),
    )
    .map(
      ([request, at, garbage]): WrittenRequest => ({
        ...request,
        body: JSON.stringify(mutate(JSON.parse(request.body || "{}"), at, garbage)),
      }),
    );
  const notThatJson = fc
    .tuple(
      good,
      fc.oneof(
        fc.constantFrom(
          "{",
          "nul",
          "[1,2",
          "\u0000",
          "{}{}",
          '"text"',
          "12",
          "[]",
          "null",
          '{"a":1e999}',
          `${"[".repeat(5000)}${"]".repeat(5000)}`,
        ),
        fc.string(),
      ),
    )
    .map(([request, body]): WrittenRequest => ({ ...request, body }));
  const extra = good.map(
    (request): WrittenRequest => ({
      ...request,
      body: JSON.stringify({ ...JSON.parse(request.body || "{}"), officeId: "bapas-seberang", __proto__: { admin: true } }),
    }),
  );
  const wrongBody = fc
    .oneof(withGarbage, notThatJson, extra)
    .filter((request) => !isWellFormed(request))
    .map((request) => ({ ...request, wrong: "body" }));
  const wrongPath = fc
    .tuple(good, badIds)
    .map(([request, id]) => ({ ...request, path: route.path.replace("{id}", id).replace("{day}", "31"), wrong: "path" }));
  const wrongKey = fc
    .tuple(
      good,
      fc.constantFrom(
        "",
        "short",
        "x".repeat(81),
        "with space here",
        "ünicode-key".normalize("NFD").replace(/[^\x20-\x7e]/g, "/"),
      ),
    )
    .map(([request, bad]) => ({
      ...request,
      headers: { "content-type": "application/json", "idempotency-key": bad },
      wrong: "key",
    }));
  const wrongForm = fc
    .tuple(
      good,
      fc.constantFrom("a=b&c=d", "--x\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--x--", "<xml/>", "\ufeff<"),
    )
    .map(([request, body]) => ({
      ...request,
      body,
      headers: { ...request.headers, "content-type": "application/x-www-form-urlencoded" },
      wrong: "form",
    }));
  const choices = [
    ...(route.method === "POST" ? [wrongBody, wrongBody, wrongForm] : []),
    ...(route.idempotent ? [wrongKey] : []),
    ...(route.path.includes("{id}") ? [wrongPath] : []),
  ];
  return choices.length === 0 ? good : fc.oneof(...choices);
}

const isWellFormed = ({ route, body }: WrittenRequest): boolean => {
  try {
    return route.body.safeParse(body === "" ? {} : JSON.parse(body)).success;
  } catch {
    return false;
  }
};

/** Puts garbage in the place of one part of a value, somewhere in it. */
function mutate(value: unknown, at: number, garbage: unknown): unknown {
  if (typeof value !== "object" || value === null) return garbage;
  const entries = Object.entries(value);
  const [name, part] = entries[at % Math.max(entries.length, 1)] ?? [];
  if (name === undefined) return garbage;
  const deeper = typeof part === "object" && part !== null && at % 3 !== 0;
  const changed = deeper ? mutate(part, Math.floor(at / 3), garbage) : garbage;
  if (Array.isArray(value)) return value.map((item: unknown, index) => (String(index) === name ? changed : item));
  // Sometimes the part is left out instead.
  return Object.fromEntries(
    entries.flatMap(([key, field]) => (key !== name ? [[key, field]] : at % 5 === 4 ? [] : [[key, changed]])),
  );
}
