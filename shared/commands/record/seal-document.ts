/** How somebody came to be supervised, as it is kept: sealed for the client's own record. */
import * as z from "zod";
import { type Client, isPlain, type StatusDocument } from "../../domain/clients/client.ts";
import type { Deps } from "../deps.ts";

/** Another than that of the client's numbers: neither opens in the other's place. */
const recordOf = (clientId: string): string => `${clientId}#status-document`;

/** What is sealed of a document; a document that is kept in the clear from before is sealed with the next version of its client. */
const sealedPart = z.object({ kind: z.string(), number: z.string(), date: z.string() });

/** The client with the document sealed; as it is, where it is sealed already or this function was not given the key. */
export async function sealDocument(deps: Deps, client: Client): Promise<Client> {
  const { id, statusDocument } = client;
  if (!statusDocument || !isPlain(statusDocument) || !deps.keys.maySeal) return client;
  const { kind, number, date, outsideWorkFrom } = statusDocument;
  const sealed = await deps.keys.seal(JSON.stringify({ kind, number, date }), recordOf(id));
  return { ...client, statusDocument: { sealed, outsideWorkFrom } };
}

/** The document of a client, whichever way it is kept. */
export async function openDocument(
  deps: Deps,
  { id, statusDocument }: Client,
): Promise<(Pick<StatusDocument, "number" | "date" | "outsideWorkFrom"> & { readonly kind: string }) | undefined> {
  if (!statusDocument || isPlain(statusDocument)) return statusDocument;
  const text = await deps.keys.unseal(statusDocument.sealed, recordOf(id));
  return { ...sealedPart.parse(JSON.parse(text)), outsideWorkFrom: statusDocument.outsideWorkFrom };
}
