/** What an organisation is called, for whoever asks for no more of it. */
import * as z from "zod";
import { newestName } from "../domain/organisations/names.ts";
import type { Database } from "./dynamodb.ts";
import { keys } from "./keys.ts";

const named = z.object({
  name: z.string(),
  labels: z.array(z.object({ name: z.string(), validFrom: z.string() })).optional(),
});

/** The newest of its names; undefined where there is no such organisation. */
export async function organisationName(db: Database, id: string): Promise<string | undefined> {
  const found = await db.get("employers", keys.organisation(id), named);
  return found && newestName(found);
}
