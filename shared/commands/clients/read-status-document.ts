/** How a client came to be supervised, read by those who carry the client. */
import type { routes } from "../../api/routes.ts";
import { notFound } from "../../domain/errors.ts";
import { loadRecord } from "../record/change-record.ts";
import { records } from "../record/records.ts";
import { openDocument } from "../record/seal-document.ts";
import type { StaffCommand } from "../request.ts";

/** Errors: NOT_FOUND, also where no document is recorded. */
export const readStatusDocument: StaffCommand<typeof routes.readStatusDocument> = async (deps, { staff, params }) => {
  const { state } = await loadRecord(deps, records.client, { staff, id: params.id, action: "readStatusDocument" });
  const document = await openDocument(deps, state);
  if (!document) throw notFound("statusDocument");
  return document;
};
