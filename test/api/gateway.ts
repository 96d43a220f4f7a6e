/** The API's gateway with its handlers in this process. */
import * as z from "zod";
import type { Cloud } from "../../local/cloud.ts";
import { createHttpApi } from "../../local/http-api/http-api.ts";
import type { InvokeFunction } from "../../local/part.ts";
import { listen } from "../../local/servers.ts";
import { kebab } from "../../shared/api/kebab.ts";
import { routes } from "../../shared/api/routes.ts";

const handlerModule = z.object({ handler: z.function({ input: [z.unknown()], output: z.promise(z.unknown()) }) });

/**
 * The gateway of a cloud once more, with the handlers loaded into this process. They read their settings once: a process has
 * one such cloud.
 */
export async function openGateway(cloud: Cloud): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const [api] = cloud.model.httpApis;
  if (!api) throw new Error("the app has no HTTP API");
  for (const { environment } of cloud.model.functions) Object.assign(process.env, environment);
  Object.assign(process.env, {
    AWS_REGION: "ap-southeast-3",
    AWS_ACCESS_KEY_ID: "embedded",
    AWS_SECRET_ACCESS_KEY: "embedded",
    AWS_ENDPOINT_URL: cloud.awsUrl,
    AWS_ENDPOINT_URL_DYNAMODB: cloud.dynamodbUrl,
    // Refusals are what these tests are about: only what is unexpected is said.
    POWERTOOLS_LOG_LEVEL: "ERROR",
  });
  const handlers = new Map<string, (event: unknown) => Promise<unknown>>();
  for (const [name, route] of Object.entries(routes)) {
    // Their texts come out of the bundler: those two stay with the cloud.
    if (name === "showLinkPage" || name === "readOpenapi") continue;
    const module = handlerModule.parse(await import(`../../functions/http/${kebab(name)}.ts`));
    handlers.set(`${route.method} ${route.path}`, module.handler);
  }
  const byFunction = new Map(api.routes.map(({ routeKey, functionName }) => [functionName, handlers.get(routeKey)]));
  const invoke: InvokeFunction = async (functionName, payload) => {
    const handler = byFunction.get(functionName);
    if (!handler) return cloud.functions.invoke(functionName, payload);
    return { payload: JSON.stringify(await handler(JSON.parse(payload))) };
  };
  const server = await listen(0);
  server.serve([cloud.identity.handle, createHttpApi({ api, invoke, clock: cloud.clock, jwks: cloud.identity.findKeys }).handle]);
  return server;
}
