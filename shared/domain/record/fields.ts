/**
 * The fields of a record as a table, each once: how it is kept, and, where people give it, how it is taken. What is kept is
 * lenient, since rows of earlier days are read by it; what is taken is brought into one form and checked. The record's schema
 * and the schemas of the API's input, of a new record and of a change, all come from the table.
 */
import * as z from "zod";

/** A field that Titian sets: no request gives it. */
export type KeptField<K extends z.ZodType = z.ZodType> = { readonly kept: K };
/** A field that people give. */
export type GivenField<K extends z.ZodType = z.ZodType, T extends z.ZodType = z.ZodType> = KeptField<K> & { readonly taken: T };

/** A field that people give once: no later change touches it. */
export type FixedField<K extends z.ZodType = z.ZodType, T extends z.ZodType = z.ZodType> = GivenField<K, T> & {
  readonly fixed: true;
};
/** A field that Titian sets first and people may change. */
export type LaterField<K extends z.ZodType = z.ZodType> = KeptField<K> & { readonly later: K };

export type Fields = Readonly<Record<string, KeptField | GivenField | FixedField | LaterField>>;

/** Titian sets it. */
export const kept = <K extends z.ZodType>(schema: K): KeptField<K> => ({ kept: schema });

/** People give it: taken as it is kept, or more strictly. */
export function given<K extends z.ZodType>(kept: K): GivenField<K, K>;
export function given<K extends z.ZodType, T extends z.ZodType>(kept: K, taken: T): GivenField<K, T>;
export function given(kept: z.ZodType, taken: z.ZodType = kept): GivenField {
  return { kept, taken };
}

/** People give it when the record begins, and never again. */
export function fixed<K extends z.ZodType>(kept: K): FixedField<K, K>;
export function fixed<K extends z.ZodType, T extends z.ZodType>(kept: K, taken: T): FixedField<K, T>;
export function fixed(kept: z.ZodType, taken: z.ZodType = kept): FixedField {
  return { kept, taken, fixed: true };
}

/** Titian sets it when the record begins; people may change it. */
export const later = <K extends z.ZodType>(schema: K): LaterField<K> => ({ kept: schema, later: schema });

/** How each field is kept. */
export type KeptShape<F extends Fields> = { -readonly [name in keyof F]: F[name]["kept"] };
type GivenNames<F extends Fields> = { [name in keyof F]: F[name] extends GivenField ? name : never }[keyof F];
/** How each field is taken that people give. */
export type TakenShape<F extends Fields> = {
  -readonly [name in GivenNames<F>]: F[name] extends GivenField<z.ZodType, infer T> ? T : never;
};

type ChangedNames<F extends Fields> = {
  [name in keyof F]: F[name] extends FixedField ? never : F[name] extends GivenField | LaterField ? name : never;
}[keyof F];
type Changeable<T> =
  T extends z.ZodDefault<infer U extends z.ZodType>
    ? z.ZodOptional<U>
    : T extends z.ZodOptional<infer U extends z.ZodType>
      ? z.ZodOptional<z.ZodNullable<U>>
      : T extends z.ZodType
        ? z.ZodOptional<T>
        : never;
/** How a change of a record is taken: what it does not name stays; `null` takes away what may be absent. */
export type ChangesShape<F extends Fields> = {
  -readonly [name in ChangedNames<F>]: Changeable<
    F[name] extends GivenField<z.ZodType, infer T> ? T : F[name] extends LaterField<infer K> ? K : never
  >;
};

/** The shape by which a record is kept. */
export function keptShape<F extends Fields>(fields: F): KeptShape<F>;
export function keptShape(fields: Fields): Record<string, z.ZodType> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.kept]));
}

/** The shape by which a record's input is taken: the fields that people give, in their order. */
export function takenShape<F extends Fields>(fields: F): TakenShape<F>;
export function takenShape(fields: Fields): Record<string, z.ZodType> {
  return Object.fromEntries(Object.entries(fields).flatMap(([name, field]) => ("taken" in field ? [[name, field.taken]] : [])));
}

/** The shape by which a change of a record is taken: the fields that people may change, each or none. */
export function changesShape<F extends Fields>(fields: F): ChangesShape<F>;
export function changesShape(fields: Fields): Record<string, z.ZodType> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]): [string, z.ZodType][] => {
      if ("fixed" in field) return [];
      if ("later" in field) return [[name, changeable(field.later)]];
      return "taken" in field ? [[name, changeable(field.taken)]] : [];
    }),
  );
}

/** What a new record gets where nothing is named is no change: a default would take away what is there. */
function changeable(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodDefault) return z.optional(schema.def.innerType);
  if (schema instanceof z.ZodOptional) return z.optional(z.nullable(schema.def.innerType));
  return z.optional(schema);
}

/** The changes of some fields of a record, as they are taken. */
export type Changes<R> = { readonly [name in keyof R]?: R[name] | null | undefined };

/** The record with its changes; what is `null` is taken away. */
export function withChanges<R extends object>(record: R, changes: Changes<R>): R;
export function withChanges(record: object, changes: object): object {
  const named = Object.entries(changes).filter(([, value]) => value !== undefined);
  return { ...record, ...Object.fromEntries(named.map(([name, value]) => [name, value ?? undefined])) };
}
