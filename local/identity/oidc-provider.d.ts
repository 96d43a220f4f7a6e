/** The part of oidc-provider 9 that the identity uses; the package brings no types. */
declare module "oidc-provider" {
  import type { IncomingMessage, ServerResponse } from "node:http";

  export type AdapterPayload = Record<string, unknown>;

  export type Adapter = {
    upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void>;
    find(id: string): Promise<AdapterPayload | undefined>;
    findByUid(uid: string): Promise<AdapterPayload | undefined>;
    findByUserCode(userCode: string): Promise<AdapterPayload | undefined>;
    consume(id: string): Promise<void>;
    destroy(id: string): Promise<void>;
    revokeByGrantId(grantId: string): Promise<void>;
  };

  export type Client = { readonly clientId: string; readonly redirectUris: readonly string[] };

  export type Grant = {
    addOIDCScope(scope: string): void;
    addResourceScope(resource: string, scope: string): void;
    save(): Promise<string>;
  };

  export type Interaction = { readonly uid: string; readonly params: Readonly<Record<string, unknown>> };

  export type Context = {
    type: string;
    body: unknown;
    set(name: string, value: string): void;
    readonly oidc: {
      readonly provider: Provider;
      readonly client?: Client;
      readonly session?: { readonly accountId?: string; grantIdFor(clientId: string): string | undefined };
      readonly requestParamScopes: ReadonlySet<string>;
    };
  };

  export type AccessToken = { readonly accountId?: string; readonly clientId?: string };

  export class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>);
    readonly Grant: {
      new (properties: { readonly clientId: string; readonly accountId: string }): Grant;
      find(id: string): Promise<Grant | undefined>;
    };
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>;
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: Record<string, unknown>): Promise<void>;
    on(event: "server_error", listener: (context: Context, error: Error) => void): void;
  }

  export const errors: {
    InvalidScope: new (description: string, scope: string) => Error;
    SessionNotFound: new (description: string) => Error;
  };

  export const interactionPolicy: { base(): { remove(name: string): void } };
}
