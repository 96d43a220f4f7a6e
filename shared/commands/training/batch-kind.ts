/** The batch as a kind of record. Apart from the others: most functions never read one. */
import { batchAtRest, batchesIn } from "../../store/batches.ts";
import { whole } from "../record/records.ts";

export const batchKind = whole(batchAtRest, {
  what: "batch",
  load: ({ database }, id) => batchesIn(database).stored(id),
  belongsTo: ({ officeId }) => ({ officeId }),
});
