import * as z from "zod";
import { raise } from "./codes.ts";

/**
 * The licence of a certification body: `BNSP-LSP-1234-ID`. Case, spaces and typographic dashes are repaired.
 *
 * Error: `lsp-licence.format`. Source: licences as BNSP lists them.
 */
export const lspLicenceSchema = z
  .string({ error: "lsp-licence.format" })
  .overwrite((text) =>
    text
      .normalize("NFKC")
      .replace(/[\s\p{Cf}]/gu, "")
      .replace(/\p{Pd}/gu, "-")
      .toUpperCase(),
  )
  .regex(/^BNSP-LSP-\d{3,5}-ID$/, raise("lsp-licence.format"));
export type LspLicence = z.infer<typeof lspLicenceSchema>;
