/** A function with the same response for everybody: no data, no login, no environment. */
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { everyResponse } from "./headers.ts";

type Static = { readonly body: string; readonly headers: Readonly<Record<string, string>> };

/** As the gateway answers where there is no route. */
const notFound: APIGatewayProxyStructuredResultV2 = {
  statusCode: 404,
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ message: "Not Found" }),
};

/**
 * The content is made once, at the first call.
 * @param isAt the paths at which it stands, where its routes lead to more; elsewhere the response is the gateway's own 404
 */
export function staticHandler(
  make: () => Static,
  isAt: (path: string) => boolean = () => true,
): (event: Pick<APIGatewayProxyEventV2, "rawPath">) => Promise<APIGatewayProxyStructuredResultV2> {
  let made: Static | undefined;
  return async ({ rawPath }) => {
    if (!isAt(rawPath)) return notFound;
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
