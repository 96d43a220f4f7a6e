/** The fields that a route's response may hold: the response is stripped to them. */
import * as z from "zod";
import type { Route } from "./routes.ts";

const node = z.looseObject({
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  additionalProperties: z.unknown().optional(),
});

/** The fields of a JSON Schema, from the outside in: `items.*.fullName`; what holds others is named by them. */
function fieldsIn(json: unknown, within: string): readonly string[] {
  const parsed = node.safeParse(json);
  if (!parsed.success) return [within];
  const { properties, items, anyOf, oneOf, additionalProperties } = parsed.data;
  const at = (name: string): string => (within === "" ? name : `${within}.${name}`);
  const inner = [
    ...Object.entries(properties ?? {}).flatMap(([name, part]) => fieldsIn(part, at(name))),
    ...(items === undefined ? [] : fieldsIn(items, at("*"))),
    ...[...(anyOf ?? []), ...(oneOf ?? [])].flatMap((part) => fieldsIn(part, within)),
    ...(typeof additionalProperties === "object" ? fieldsIn(additionalProperties, at("<name>")) : []),
  ];
  return inner.length > 0 ? inner : [within];
}

/** The fields that a route's response may hold, in the order of the alphabet. */
export const fieldsOf = ({ response }: Route): readonly string[] =>
  [...new Set(fieldsIn(z.toJSONSchema(response, { io: "output", unrepresentable: "any" }), ""))].sort();
