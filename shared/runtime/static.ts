/** A function with the same response for everybody: no data, no login, no environment. */
import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { everyResponse } from "./headers.ts";

type Static = { readonly body: string; readonly headers: Readonly<Record<string, string>> };

/** The content is made once, at the first call. */
export function staticHandler(make: () => Static): () => Promise<APIGatewayProxyStructuredResultV2> {
  let made: Static | undefined;
  return async () => {
    made ??= make();
    return {
      statusCode: 200,
      headers: {
        ...everyResponse,
        "x-frame-options": "DENY",
        ...made.headers,
      },
      body: made.body,
    };
  };
}
