/** What every part of the page is given. */
import type { Detail, Open } from "./detail.ts";

export type PartProps = { readonly detail: Detail; readonly open: (sheet: Open) => void };
