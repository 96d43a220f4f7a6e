import { region } from "../part.ts";
import { SesError } from "./ses-error.ts";

/** The address of `Name <local@domain>` or `local@domain`, its domain in lower case. Throws BadRequestException. */
export function readAddress(text: string): string {
  const illegal = (why: string) => new SesError("BadRequestException", `${why}: ${JSON.stringify(text)}`);
  if (hasControl(text)) throw illegal("Illegal address, it holds a control character");
  if (text.length > 320 + 256) throw illegal("Illegal address, it is too long");
  const bare = /<([^<>]*)>\s*$/.exec(text)?.[1] ?? text.trim();
  const at = bare.lastIndexOf("@");
  if (at < 1 || at === bare.length - 1) throw illegal("Missing final '@domain'");
  const local = bare.slice(0, at);
  const domain = bare.slice(at + 1).toLowerCase();
  if (local.length > 64 || !/^([!#$%&'*+\-/=?^_`{|}~\w]+(\.[!#$%&'*+\-/=?^_`{|}~\w]+)*|"[ !#-[\]-~]*")$/.test(local)) {
    throw illegal("Illegal local part");
  }
  if (domain.length > 253 || !/^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(domain)) {
    throw illegal("Illegal domain");
  }
  return `${local}@${domain}`;
}

/** Whether a text holds a character that could end a header line. */
export function hasControl(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return /[\u0000-\u001f\u007f]/.test(text);
}

/**
 * Throws MessageRejected unless each address, or its domain or a parent of its domain, is an identity of the template.
 * Source: https://docs.aws.amazon.com/ses/latest/dg/creating-identities.html
 */
export function requireVerified(addresses: readonly string[], identities: readonly string[]): void {
  const failed = addresses.filter((address) => !identities.some((identity) => verifies(identity, address)));
  if (failed.length === 0) return;
  const where = `in region ${region.toUpperCase()}: ${failed.join(", ")}`;
  throw new SesError("MessageRejected", `Email address is not verified. The following identities failed the check ${where}`);
}

/** Whether an identity stands for an address. */
export function verifies(identity: string, address: string): boolean {
  if (identity.includes("@")) return readAddress(identity) === address;
  const domain = address.slice(address.lastIndexOf("@") + 1);
  const wanted = identity.toLowerCase();
  return domain === wanted || domain.endsWith(`.${wanted}`);
}
