import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

const version = 1;
const folderFile = z.object({ version: z.int(), parts: z.array(z.string()) });

/** What a data folder consists of, once a cloud has stood on it: file names relative to the folder. */
const parts = [
  "cloud.sqlite",
  "dynamodb/dynamodb.sqlite",
  "identity/cookie.key",
  "identity/identity.sqlite",
  "identity/signing-key.json",
  "kms/master.key",
  "mail.sqlite",
  "step-functions.sqlite",
] as const;

/**
 * Checks, before anything is opened, that a data folder is whole. Every part makes the file that it does not find, which is right on
 * a new folder and fatal on an old one: under a new master key nothing is ever decrypted again. Throws naming what is missing,
 * and for a folder of a later version.
 */
export function checkDataFolder(folder: string): void {
  const file = join(folder, "folder.json");
  if (!existsSync(file)) return;
  const listed = readFolderFile(file);
  if (listed.version > version) {
    throw new Error(`The data folder ${folder} is of version ${listed.version}: this embedded cloud knows ${version} and before`);
  }
  const missing = listed.parts.filter((part) => !existsSync(join(folder, part)));
  if (missing.length === 0) return;
  throw new Error(
    `The data folder ${folder} is not whole: ${missing.join(", ")} ${missing.length === 1 ? "is" : "are"} missing. ` +
      "Put back what is missing, or start with another data folder; made anew, it would not fit what is there.",
  );
}

/** Notes what the folder consists of, once everything stands: a start that was cut short leaves a folder that may be completed. */
export function noteDataFolder(folder: string): void {
  const file = join(folder, "folder.json");
  const text = `${JSON.stringify({ version, parts: parts.filter((part) => existsSync(join(folder, part))) }, undefined, 2)}\n`;
  if (existsSync(file) && readFileSync(file, "utf8") === text) return;
  writeFileSync(`${file}.new`, text, { flush: true });
  renameSync(`${file}.new`, file);
}

function readFolderFile(file: string): z.output<typeof folderFile> {
  try {
    return folderFile.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (cause) {
    throw new Error(`${file} is damaged: it does not say what the data folder consists of`, { cause });
  }
}
