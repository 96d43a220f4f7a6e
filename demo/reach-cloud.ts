/** The cloud that a command speaks with, and with whose token: the demo's officer on this machine, or what `--url` and `--token` name; with its clock. */
import * as z from "zod";
import { findCloud, responds } from "./address.ts";
import { send } from "./http.ts";
import { UsageError } from "./options.ts";
import { tokenOf } from "./seed.ts";

export type Where = { readonly url?: string | undefined; readonly token?: string | undefined; readonly data: string };

export async function reachCloud({ url, token, data }: Where): Promise<{ publicUrl: string; token: string; now: string }> {
  if (url !== undefined || token !== undefined) {
    if (!url || !token) throw new UsageError("--url and --token go together.");
    const publicUrl = url.replace(/\/$/, "");
    if (!(await responds(`${publicUrl}/openapi.json`))) throw new Error(`No cloud answers at ${publicUrl}.`);
    // A token that is not good is said once and not for each line.
    await send(publicUrl, { method: "GET", path: "/me", token });
    return { publicUrl, token, now: new Date().toISOString() };
  }
  const { publicUrl, clientId } = await findCloud(data);
  const { now } = z.object({ now: z.string() }).parse(await send(publicUrl, { method: "GET", path: "/_cloud/api/clock" }));
  return { publicUrl, token: await officerToken(publicUrl, clientId), now };
}

async function officerToken(publicUrl: string, clientId: string): Promise<string> {
  try {
    return await tokenOf(publicUrl, clientId, "officer");
  } catch (error) {
    const why = error instanceof Error ? error.message : error;
    throw new Error(`The demo's officer cannot sign in (${why}): import with --url and --token of an officer of this cloud.`);
  }
}
