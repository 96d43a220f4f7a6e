/** What a second person gives back to whoever recorded it, in place of vouching for it. */
import * as z from "zod";
import { instantSchema } from "../calendar/instant.ts";
import * as ids from "../identifiers/ids.ts";

/** Until it is mended, or vouched for all the same. @param faults the reasons that there are */
export const sentBackFor = <const F extends readonly [string, ...string[]]>(faults: F) =>
  z.object({ reason: z.enum(faults), by: ids.staffId, at: instantSchema });
