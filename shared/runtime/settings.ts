/** The environment, parsed once at start. */
import * as z from "zod";

const schema = z.object({
  TABLE_CLIENTS: z.string(),
  TABLE_EMPLOYERS: z.string(),
  TABLE_PLACEMENTS: z.string(),
  TABLE_STAFF: z.string(),
  TABLE_OUTBOX: z.string(),
  TABLE_AUDIT: z.string(),
  KEY_LOOKUP: z.string(),
  KEY_CANDIDATE: z.string(),
  KEY_LINK: z.string(),
  KEY_IDENTITY: z.string(),
  PUBLIC_URL: z.string(),
});

const relaySchema = z.object({ MACHINE_PLACEMENT: z.string(), MACHINE_FOLLOW_UP: z.string(), MAIL_SENDER: z.string() });

export type Settings = z.infer<typeof schema>;

/** Settings of every function that touches data. Throws at cold start, naming what is missing. */
export const readSettings = (): Settings => schema.parse(process.env);

/** Settings of the functions that may reach outside. */
export const readRelaySettings = (): z.infer<typeof relaySchema> => relaySchema.parse(process.env);
