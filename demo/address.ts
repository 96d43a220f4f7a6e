/** Where the cloud of a data folder answers: written at start, read by the commands that talk to it. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

const address = z.object({ publicUrl: z.string(), awsUrl: z.string(), clientId: z.string() });
export type Address = z.infer<typeof address>;

export const addressFile = (data: string): string => join(data, "address.json");

export const writeAddress = (data: string, where: Address): void => writeFileSync(addressFile(data), JSON.stringify(where));

/** Undefined where no cloud was ever started on the folder. */
export const readAddress = (data: string): Address | undefined =>
  existsSync(addressFile(data)) ? address.parse(JSON.parse(readFileSync(addressFile(data), "utf8"))) : undefined;
