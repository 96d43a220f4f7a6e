import type { ApiResponse } from "../part.ts";

/** An error of the KMS API by its name there; all of these are answered with status 400. */
export class KmsError extends Error {
  override readonly name: string;

  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

/** The error as it goes over the wire. */
export function errorResponse(error: KmsError): ApiResponse {
  return { status: 400, errorType: error.name, body: { __type: error.name, message: error.message } };
}
