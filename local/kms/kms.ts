import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import * as z from "zod";
import { type ApiResponse, account } from "../part.ts";
import { type KeyRing, type KeyUsage, type KmsKey, type KmsKeyModel, openKeyRing } from "./keys.ts";
import { errorResponse, KmsError } from "./kms-error.ts";
import { seal, sealedKeyId, unseal } from "./seal.ts";

/** AWS KMS, as far as it runs here. */
export type Kms = {
  /** Does an operation of the KMS API (`Encrypt`, with or without `TrentService.`); errors come as responses. */
  readonly call: (operation: string, input: unknown) => Promise<ApiResponse>;
};

type Operation = (keys: KeyRing, input: unknown) => Record<string, unknown>;

/**
 * AWS KMS for symmetric keys and HMAC keys. The keys live in the data folder, under a master key made at first start.
 * Source: https://docs.aws.amazon.com/kms/latest/APIReference/Welcome.html
 */
export function createKms(options: { readonly dataFolder: string; readonly keys: readonly KmsKeyModel[] }): Kms {
  const keys = openKeyRing(options.dataFolder, options.keys);
  return {
    call: async (operation, input) => {
      const run = operations.get(operation.replace(/^TrentService\./, ""));
      try {
        if (run === undefined) throw new KmsError("UnknownOperationException", `The operation ${operation} is not known here.`);
        return { status: 200, body: run(keys, input) };
      } catch (error) {
        if (error instanceof KmsError) return errorResponse(error);
        throw error;
      }
    },
  };
}

const blob = z.base64().transform((text) => Buffer.from(text, "base64"));
const keyId = z.string().min(1).max(2048);
const context = z.record(z.string(), z.string()).default({});
const symmetric = z.literal("SYMMETRIC_DEFAULT").optional();
const macAlgorithm = z.literal("HMAC_SHA_256");
const small = blob.refine((bytes) => bytes.length >= 1 && bytes.length <= 4096, "must hold 1 to 4096 bytes");

const dataKeyInput = z.strictObject({
  KeyId: keyId,
  EncryptionContext: context,
  KeySpec: z.enum(["AES_128", "AES_256"]).optional(),
  NumberOfBytes: z.int().min(1).max(1024).optional(),
});
const encryptInput = z.strictObject({
  KeyId: keyId,
  Plaintext: small,
  EncryptionContext: context,
  EncryptionAlgorithm: symmetric,
});
const decryptInput = z.strictObject({
  KeyId: keyId.optional(),
  CiphertextBlob: blob.refine((bytes) => bytes.length >= 1 && bytes.length <= 6144, "must hold 1 to 6144 bytes"),
  EncryptionContext: context,
  EncryptionAlgorithm: symmetric,
});
const generateMacInput = z.strictObject({ KeyId: keyId, Message: small, MacAlgorithm: macAlgorithm });
const verifyMacInput = z.strictObject({ KeyId: keyId, Message: small, MacAlgorithm: macAlgorithm, Mac: small });
const describeInput = z.strictObject({ KeyId: keyId });

function parse<Output>(schema: z.ZodType<Output>, input: unknown): Output {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join(".") || "input"}: ${issue.message}`);
  throw new KmsError("ValidationException", problems.join("; "));
}

function findKey(keys: KeyRing, name: string, usage: KeyUsage, operation: string): KmsKey {
  const key = keys.find(name);
  if (key.usage === usage) return key;
  throw new KmsError("InvalidKeyUsageException", `${key.arn} key usage is ${key.usage} which is not valid for ${operation}.`);
}

function makeDataKey(keys: KeyRing, input: unknown, operation: string): { key: KmsKey; plaintext: Buffer; sealed: Buffer } {
  const { KeyId, EncryptionContext, KeySpec, NumberOfBytes } = parse(dataKeyInput, input);
  if ((KeySpec === undefined) === (NumberOfBytes === undefined)) {
    throw new KmsError("ValidationException", "Please specify either number of bytes or key spec.");
  }
  const key = findKey(keys, KeyId, "ENCRYPT_DECRYPT", operation);
  const plaintext = randomBytes(NumberOfBytes ?? (KeySpec === "AES_128" ? 16 : 32));
  return { key, plaintext, sealed: seal(key.material, key.keyId, plaintext, EncryptionContext) };
}

const generateDataKey: Operation = (keys, input) => {
  const { key, plaintext, sealed } = makeDataKey(keys, input, "GenerateDataKey");
  return { CiphertextBlob: sealed.toString("base64"), Plaintext: plaintext.toString("base64"), KeyId: key.arn };
};

const generateDataKeyWithoutPlaintext: Operation = (keys, input) => {
  const { key, sealed } = makeDataKey(keys, input, "GenerateDataKeyWithoutPlaintext");
  return { CiphertextBlob: sealed.toString("base64"), KeyId: key.arn };
};

const encrypt: Operation = (keys, input) => {
  const { KeyId, Plaintext, EncryptionContext } = parse(encryptInput, input);
  const key = findKey(keys, KeyId, "ENCRYPT_DECRYPT", "Encrypt");
  const sealed = seal(key.material, key.keyId, Plaintext, EncryptionContext);
  return { CiphertextBlob: sealed.toString("base64"), KeyId: key.arn, EncryptionAlgorithm: "SYMMETRIC_DEFAULT" };
};

const decrypt: Operation = (keys, input) => {
  const { KeyId, CiphertextBlob, EncryptionContext } = parse(decryptInput, input);
  const asked = KeyId === undefined ? undefined : findKey(keys, KeyId, "ENCRYPT_DECRYPT", "Decrypt");
  const usedId = sealedKeyId(CiphertextBlob);
  if (usedId === undefined) throw new KmsError("InvalidCiphertextException", "The ciphertext is not valid.");
  if (asked !== undefined && asked.keyId !== usedId) {
    throw new KmsError(
      "IncorrectKeyException",
      "The key ID in the request does not identify a CMK that can perform this operation.",
    );
  }
  const key = findKey(keys, usedId, "ENCRYPT_DECRYPT", "Decrypt");
  const plaintext = unseal(key.material, CiphertextBlob, EncryptionContext);
  if (plaintext === undefined) throw new KmsError("InvalidCiphertextException", "The ciphertext is not valid.");
  return { KeyId: key.arn, Plaintext: plaintext.toString("base64"), EncryptionAlgorithm: "SYMMETRIC_DEFAULT" };
};

const generateMac: Operation = (keys, input) => {
  const { KeyId, Message, MacAlgorithm } = parse(generateMacInput, input);
  const key = findKey(keys, KeyId, "GENERATE_VERIFY_MAC", "GenerateMac");
  return { KeyId: key.arn, Mac: hmac(key, Message).toString("base64"), MacAlgorithm };
};

const verifyMac: Operation = (keys, input) => {
  const { KeyId, Message, MacAlgorithm, Mac } = parse(verifyMacInput, input);
  const key = findKey(keys, KeyId, "GENERATE_VERIFY_MAC", "VerifyMac");
  const expected = hmac(key, Message);
  if (Mac.length !== expected.length || !timingSafeEqual(Mac, expected)) {
    throw new KmsError("KMSInvalidMacException", "The MAC is not that of the message.");
  }
  return { KeyId: key.arn, MacAlgorithm, MacValid: true };
};

function hmac(key: KmsKey, message: Buffer): Buffer {
  return createHmac("sha256", key.material).update(message).digest();
}

const describeKey: Operation = (keys, input) => {
  const key = keys.find(parse(describeInput, input).KeyId);
  const mac = key.usage === "GENERATE_VERIFY_MAC";
  const spec = mac ? "HMAC_256" : "SYMMETRIC_DEFAULT";
  return {
    KeyMetadata: {
      AWSAccountId: account,
      Arn: key.arn,
      CreationDate: keys.createdAt,
      CustomerMasterKeySpec: spec,
      Description: "",
      Enabled: true,
      KeyId: key.keyId,
      KeyManager: "CUSTOMER",
      KeySpec: spec,
      KeyState: "Enabled",
      KeyUsage: key.usage,
      MultiRegion: false,
      Origin: "AWS_KMS",
      ...(mac ? { MacAlgorithms: ["HMAC_SHA_256"] } : { EncryptionAlgorithms: ["SYMMETRIC_DEFAULT"] }),
    },
  };
};

const operations = new Map<string, Operation>([
  ["GenerateDataKey", generateDataKey],
  ["GenerateDataKeyWithoutPlaintext", generateDataKeyWithoutPlaintext],
  ["Encrypt", encrypt],
  ["Decrypt", decrypt],
  ["GenerateMac", generateMac],
  ["VerifyMac", verifyMac],
  ["DescribeKey", describeKey],
]);
