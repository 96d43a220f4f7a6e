/**
 * The fields of a record as a table, each once: how it is kept, and, where people give it, how it is taken. What is kept is
 * lenient, since rows of earlier days are read by it; what is taken is brought into one form and checked. The record's schema
 * and the schema of the API's input both come from the table.
 */
import type * as z from "zod";

/** A field that Titian sets: no request gives it. */
export type KeptField<K extends z.ZodType = z.ZodType> = { readonly kept: K };
/** A field that people give. */
export type GivenField<K extends z.ZodType = z.ZodType, T extends z.ZodType = z.ZodType> = KeptField<K> & { readonly taken: T };

export type Fields = Readonly<Record<string, KeptField | GivenField>>;

/** Titian sets it. */
export const kept = <K extends z.ZodType>(schema: K): KeptField<K> => ({ kept: schema });

/** People give it: taken as it is kept, or more strictly. */
export function given<K extends z.ZodType>(kept: K): GivenField<K, K>;
export function given<K extends z.ZodType, T extends z.ZodType>(kept: K, taken: T): GivenField<K, T>;
export function given(kept: z.ZodType, taken: z.ZodType = kept): GivenField {
  return { kept, taken };
}

/** How each field is kept. */
export type KeptShape<F extends Fields> = { -readonly [name in keyof F]: F[name]["kept"] };
type GivenNames<F extends Fields> = { [name in keyof F]: F[name] extends GivenField ? name : never }[keyof F];
/** How each field is taken that people give. */
export type TakenShape<F extends Fields> = {
  -readonly [name in GivenNames<F>]: F[name] extends GivenField<z.ZodType, infer T> ? T : never;
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
