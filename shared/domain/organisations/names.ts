/** The names of an organisation by their days. */
import type { LocalDate } from "../calendar/local-date.ts";

export type Named = {
  readonly name: string;
  readonly labels?: readonly { readonly name: string; readonly validFrom: LocalDate }[] | undefined;
};

/** What it is called on a day. */
export const nameOn = ({ name, labels = [] }: Named, day: LocalDate): string =>
  labels.findLast(({ validFrom }) => validFrom <= day)?.name ?? name;

/** The newest of its names, also one that is still to come. */
export const newestName = ({ name, labels = [] }: Named): string => labels.at(-1)?.name ?? name;

/** Every name that it has had, has, or will have. */
export const namesOf = ({ name, labels = [] }: Named): readonly string[] => [name, ...labels.map((label) => label.name)];
