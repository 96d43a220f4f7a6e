import type { IncomingMessage, ServerResponse } from "node:http";
import type { HttpApi } from "../http-api/http-api.ts";
import type { Buckets, StoredObject } from "../s3/buckets.ts";
import type { Handle } from "../servers.ts";
import type { BehaviourModel, DistributionModel, EdgeHeader } from "../template/edge-model.ts";
import { wildcards } from "../wildcards.ts";
import { compress } from "./compress.ts";
import { createEdgeFunction, type EdgeFunction } from "./edge-function.ts";

type Options = {
  readonly distribution: DistributionModel;
  readonly buckets: Buckets;
  /** The APIs of the app by their ids. */
  readonly apis: ReadonlyMap<string, HttpApi>;
};

type Prepared = { readonly behaviour: BehaviourModel; readonly fits: (path: string) => boolean; readonly first?: EdgeFunction };
type Answer = { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: Buffer };

/**
 * Runs a distribution of CloudFront: the behaviour of a path, its function, its origin, its headers. It caches nothing.
 * Answers every request.
 */
export function createEdge({ distribution, buckets, apis }: Options): Handle {
  const prepared = distribution.behaviours.map((behaviour): Prepared => {
    const { pathPattern, viewerRequest } = behaviour;
    return {
      behaviour,
      fits: wildcards(pathPattern ?? "*"),
      ...(viewerRequest === undefined ? {} : { first: createEdgeFunction(viewerRequest, distribution) }),
    };
  });

  return async (request, response) => {
    const url = URL.parse(`http://localhost${request.url ?? "/"}`);
    const found = url === null ? undefined : prepared.find(({ fits }) => fits(url.pathname));
    if (url === null || found === undefined) return send(request, response, refusal(400, "Bad request."));
    const { behaviour, first } = found;
    if (!behaviour.allowedMethods.includes(request.method ?? "")) {
      return send(request, response, refusal(403, "This distribution is not configured to allow the HTTP request method."));
    }
    let uri = url.pathname;
    let asked: Readonly<Record<string, string>> | undefined;
    if (first !== undefined) {
      const outcome = await first(request, url);
      if (outcome.kind === "response") {
        return send(request, response, { ...outcome, body: Buffer.from(outcome.body) });
      }
      uri = outcome.uri;
      asked = outcome.headers;
    }
    const { origin, headers } = behaviour;
    if (origin.kind === "api") {
      const api = apis.get(origin.apiId);
      if (api === undefined) throw new Error(`The API ${origin.apiId} does not run`);
      if (uri !== url.pathname) throw new Error(`A function leads ${url.pathname} to ${uri}: before an API that is not known`);
      return api.handle(request, response, {
        ...(asked === undefined ? {} : { headers: asked }),
        finish: (own) => addHeaders(own, headers),
      });
    }
    const object = findObject(buckets, origin.bucketName, uri);
    const answer = object === undefined ? missing : await answerWith(object, request, behaviour);
    return send(request, response, { ...answer, headers: addHeaders(answer.headers, headers) });
  };
}

/** What the policy adds to the origin's own headers. */
function addHeaders(own: Readonly<Record<string, string>>, added: readonly EdgeHeader[]): Record<string, string> {
  const headers: Record<string, string> = { ...own };
  for (const { name, value, override } of added) if (override || headers[name] === undefined) headers[name] = value;
  return headers;
}

function findObject(buckets: Buckets, bucket: string, uri: string): StoredObject | undefined {
  try {
    return buckets.find(bucket, decodeURIComponent(uri.slice(1)));
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

async function answerWith(object: StoredObject, request: IncomingMessage, behaviour: BehaviourModel): Promise<Answer> {
  const { contentType, cacheControl, etag, lastModified } = object;
  const common = {
    ...(cacheControl === undefined ? {} : { "cache-control": cacheControl }),
    "last-modified": new Date(lastModified).toUTCString(),
  };
  if (isUnchanged(request.headers["if-none-match"], etag)) {
    return { status: 304, headers: { ...common, etag }, body: Buffer.alloc(0) };
  }
  const body = await object.read();
  const headers = { ...common, "content-type": contentType };
  const accepted = request.headersDistinct["accept-encoding"]?.join(",");
  const compressed = behaviour.compress ? await compress(body, contentType, accepted, behaviour.encodings) : undefined;
  if (compressed === undefined) return { status: 200, headers: { ...headers, etag }, body };
  const { encoding } = compressed;
  return {
    status: 200,
    headers: { ...headers, etag: `W/${etag}`, "content-encoding": encoding, vary: "accept-encoding" },
    body: compressed.body,
  };
}

const isUnchanged = (asked: string | undefined, etag: string): boolean =>
  (asked ?? "").split(",").some((one) => one.trim() === "*" || one.trim().replace(/^W\//, "") === etag);

/** What S3 says to whoever may list. */
const missing: Answer = {
  status: 404,
  headers: { "content-type": "application/xml" },
  body: Buffer.from('<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>NoSuchKey</Code></Error>'),
};

const refusal = (status: number, message: string): Answer => ({
  status,
  headers: { "content-type": "text/html" },
  body: Buffer.from(`<html><body><p>${message}</p></body></html>`),
});

function send(request: IncomingMessage, response: ServerResponse, { status, headers, body }: Answer): true {
  response.writeHead(status, { ...headers, ...(status === 304 ? {} : { "content-length": String(body.length) }) });
  response.end(request.method === "HEAD" || status === 304 ? undefined : body);
  return true;
}
