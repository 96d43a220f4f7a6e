/** Which kind of the list of tables an item is of, by the form of its key. */
import { type ItemKind, type Table, tables } from "../../shared/store/tables.ts";

export type Kind = { readonly table: string; readonly name: string; readonly kind: ItemKind; readonly indexes: Table["indexes"] };

export const kinds: readonly Kind[] = Object.entries<Table>(tables).flatMap(([table, { items, indexes }]) =>
  Object.entries(items).map(([name, kind]) => ({ table, name, kind, indexes })),
);

/** The forms of a pattern, each as an expression: `<…>` stands for anything. */
export const formsOf = (pattern: string): readonly RegExp[] =>
  pattern.split(" | ").map((form) => new RegExp(`^${form.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/<[^>]+>/g, ".+")}$`));

/** Any form of a pattern, as one expression. */
export const anyFormOf = (pattern = ""): RegExp =>
  new RegExp(
    formsOf(pattern)
      .map(({ source }) => source)
      .join("|"),
  );

export const isOf = ({ kind }: Kind, { pk, sk }: { readonly pk: string; readonly sk: string }): boolean =>
  formsOf(kind.pk).some((form) => form.test(pk)) && formsOf(kind.sk).some((form) => form.test(sk));
