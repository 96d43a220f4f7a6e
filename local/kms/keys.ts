import { hkdfSync, randomBytes } from "node:crypto";
import { statSync } from "node:fs";
import { join } from "node:path";
import { account, region } from "../part.ts";
import { KmsError } from "./kms-error.ts";
import { keepSecret } from "./secret-file.ts";

export type KeyUsage = "ENCRYPT_DECRYPT" | "GENERATE_VERIFY_MAC";

/** A key of the template. */
export type KmsKeyModel = {
  readonly keyId: string;
  readonly arn: string;
  readonly usage: KeyUsage;
  /** With or without `alias/`. */
  readonly aliases: readonly string[];
  /** `SYMMETRIC_DEFAULT` or `HMAC_256`; others are refused. */
  readonly spec?: string;
};

/** A key with its material. */
export type KmsKey = KmsKeyModel & { readonly material: Buffer };

/** The keys of the cloud, found as the API names them. */
export type KeyRing = {
  /** By key id, key ARN, alias name or alias ARN. Throws NotFoundException. */
  readonly find: (name: string) => KmsKey;
  /** When the master key was made, in epoch seconds. */
  readonly createdAt: number;
};

const specs = { ENCRYPT_DECRYPT: "SYMMETRIC_DEFAULT", GENERATE_VERIFY_MAC: "HMAC_256" } as const;
const masterBytes = 32;

/**
 * Opens `<data>/kms/master.key` (made at first start) and derives the material of each key from it by HKDF-SHA-256 over its id,
 * so that the same template finds the same keys again.
 */
export function openKeyRing(dataFolder: string, models: readonly KmsKeyModel[]): KeyRing {
  const path = join(dataFolder, "kms", "master.key");
  const master = keepSecret(path, () => randomBytes(masterBytes));
  if (master.length !== masterBytes) throw new Error(`${path} is damaged: it holds ${master.length} bytes, not ${masterBytes}.`);
  const named = new Map<string, KmsKey>();
  for (const model of models) {
    if (model.spec !== undefined && model.spec !== specs[model.usage]) {
      throw new Error(
        `The key ${model.keyId} has the spec ${model.spec}: for ${model.usage} only ${specs[model.usage]} is known.`,
      );
    }
    const material = Buffer.from(hkdfSync("sha256", master, "", `${model.usage}:${model.keyId}`, 32));
    const key = { ...model, material };
    for (const name of namesOf(model)) named.set(name, key);
  }
  return {
    createdAt: Math.floor(statSync(path).mtimeMs / 1000),
    find: (name) => {
      const key = named.get(name);
      if (key !== undefined) return key;
      const message = name.includes("alias/")
        ? `Alias ${name.startsWith("arn:") ? name : aliasArn(name)} is not found.`
        : `Key '${name.startsWith("arn:") ? name : `arn:aws:kms:${region}:${account}:key/${name}`}' does not exist`;
      throw new KmsError("NotFoundException", message);
    },
  };
}

function namesOf(model: KmsKeyModel): string[] {
  const aliases = model.aliases.map((alias) => (alias.startsWith("alias/") ? alias : `alias/${alias}`));
  return [model.keyId, model.arn, ...aliases, ...aliases.map(aliasArn)];
}

function aliasArn(alias: string): string {
  return `arn:aws:kms:${region}:${account}:${alias}`;
}
