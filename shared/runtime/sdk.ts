/** The one thing about the SDK's clients that every function wants otherwise than they come. */

type Client = { readonly middlewareStack: { readonly remove: (name: string) => boolean } };

/**
 * A client that makes no copy of each request and response for a log of its own: nobody reads that log, the copies are one
 * twentieth of a call's processor time, and what stands in a request is nothing that a log may hold.
 */
export function withoutLog<C extends Client>(client: C): C {
  client.middlewareStack.remove("loggerMiddleware");
  return client;
}
