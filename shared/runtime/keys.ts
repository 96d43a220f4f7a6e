/** Keys in KMS: look-up hashes, names of candidates, link secrets and the sealing of identifiers. No key material is ever stored in the clear. */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { DecryptCommand, GenerateDataKeyCommand, GenerateMacCommand, type KMSClient } from "@aws-sdk/client-kms";
import type { KeyUse } from "../api/needs.ts";
import type { Keys } from "../commands/deps.ts";
import { NotGiven } from "../store/given.ts";
import type { KeyIds } from "./settings.ts";

/** The version of the look-up key; raised when the key is replaced, so that old values can be told from new ones. */
const lookupVersion = 1;

/** @param caller the function that uses them, as the error names it where a key was not given to it */
export function openKeys(kms: KMSClient, ids: KeyIds, caller = "-"): Keys {
  const idOf = (use: KeyUse): string => {
    const id = ids[use];
    if (id === undefined) throw new NotGiven(caller, `key: ${use}`);
    return id;
  };
  const mac = async (use: KeyUse, text: string): Promise<Buffer> => {
    const response = await kms.send(
      new GenerateMacCommand({ KeyId: idOf(use), MacAlgorithm: "HMAC_SHA_256", Message: Buffer.from(text) }),
    );
    if (!response.Mac) throw new Error("the response of KMS holds no MAC");
    return Buffer.from(response.Mac);
  };
  return {
    lookup: async (text) => `v${lookupVersion}.${(await mac("lookUpIdentity", text)).toString("hex")}`,
    candidateName: async (vacancyId, clientId) => {
      const code = await mac("nameCandidates", `candidate:${vacancyId}:${clientId}`);
      return `KD-${code.toString("hex", 0, 4).toUpperCase()}`;
    },
    linkSecret: async (linkId, rev) => (await mac("makeLinkSecret", `link:${linkId}:${rev}`)).toString("base64url"),
    maySeal: ids.sealIdentity !== undefined,
    async unseal({ ciphertext, iv, tag, dataKey }, recordId) {
      idOf("openIdentity");
      // Names no key: the data key says under which it lies, and what an older key sealed opens for as long as that key is kept.
      const key = await kms.send(
        new DecryptCommand({ CiphertextBlob: Buffer.from(dataKey, "base64"), EncryptionContext: { record: recordId } }),
      );
      if (!key.Plaintext) throw new Error("the response of KMS holds no data key");
      const decipher = createDecipheriv("aes-256-gcm", key.Plaintext, Buffer.from(iv, "base64"), { authTagLength: 16 })
        .setAAD(Buffer.from(recordId))
        .setAuthTag(Buffer.from(tag, "base64"));
      return Buffer.concat([decipher.update(Buffer.from(ciphertext, "base64")), decipher.final()]).toString("utf8");
    },
    async seal(text, recordId) {
      const context = { record: recordId };
      const key = await kms.send(
        new GenerateDataKeyCommand({ KeyId: idOf("sealIdentity"), KeySpec: "AES_256", EncryptionContext: context }),
      );
      if (!key.Plaintext || !key.CiphertextBlob) throw new Error("the response of KMS holds no data key");
      const iv = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", key.Plaintext, iv).setAAD(Buffer.from(recordId));
      const ciphertext = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return {
        ciphertext: ciphertext.toString("base64"),
        iv: iv.toString("base64"),
        tag: cipher.getAuthTag().toString("base64"),
        dataKey: Buffer.from(key.CiphertextBlob).toString("base64"),
      };
    },
  };
}
