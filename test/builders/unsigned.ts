/**
 * What a world's clients of the SDK do without: a signature that no part here checks. It is a fifth of a world's processor
 * time; functions in processes of their own sign as they do on Lambda.
 */
import type { RequestSigner } from "@smithy/types";

/** An embedded DynamoDB wants to see a header of this shape, and looks at nothing in it. */
const header =
  "AWS4-HMAC-SHA256 Credential=test/20260302/ap-southeast-3/dynamodb/aws4_request, SignedHeaders=host;x-amz-date, Signature=0";

export const unsigned: RequestSigner = {
  sign: async (request) => ({
    ...request,
    headers: { ...request.headers, authorization: header, "x-amz-date": "20260302T000000Z" },
  }),
};
