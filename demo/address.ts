/** Where the cloud of a data folder answers: written at start, read by the commands that talk to it. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

const address = z.object({ publicUrl: z.string(), awsUrl: z.string(), clientId: z.string() });
export type Address = z.infer<typeof address>;

const addressFile = (data: string): string => join(data, "address.json");

export const writeAddress = (data: string, where: Address): void => writeFileSync(addressFile(data), JSON.stringify(where));

/** Undefined where no cloud was ever started on the folder. */
export const readAddress = (data: string): Address | undefined =>
  existsSync(addressFile(data)) ? address.parse(JSON.parse(readFileSync(addressFile(data), "utf8"))) : undefined;

/** How long a cloud may take to say that it is there, in milliseconds. */
const patience = 3000;

/** Where the cloud of a data folder answers now. Throws, with what to do, where none was started or none answers. */
export async function findCloud(data: string): Promise<Address> {
  const found = readAddress(data);
  const how = `start one by npm start${data === ".titian" ? "" : ` -- --data ${data}`} and leave it running, or name its folder by --data.`;
  if (!found) throw new Error(`No cloud was ever started on the folder ${data}: ${how}`);
  if (!(await responds(`${found.publicUrl}/_cloud/api/clock`)))
    throw new Error(`No cloud answers at ${found.publicUrl}, where the one of the folder ${data} was: ${how}`);
  return found;
}

/** Whether anything answers at an address soon, and is not on its way up or down. */
export async function responds(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(patience) })).status < 500;
  } catch {
    return false;
  }
}
