import * as z from "zod";
import type { Find } from "./find.ts";
import type { UserPoolClientModel, UserPoolModel } from "./model.ts";
import * as properties from "./properties.ts";
import { arnOf, userPoolProvider } from "./resource-types.ts";

/** Puts each user pool together with its clients, resource servers and groups. */
export function build(find: Find): UserPoolModel[] {
  const clients = find("AWS::Cognito::UserPoolClient", properties.userPoolClient);
  const servers = find("AWS::Cognito::UserPoolResourceServer", properties.resourceServer);
  const groups = find("AWS::Cognito::UserPoolGroup", properties.userPoolGroup);
  return find("AWS::Cognito::UserPool", z.unknown()).map(({ stack, logicalId, name, ref, token }) => ({
    stack,
    logicalId,
    id: ref,
    name,
    arn: arnOf("cognito-idp", `userpool/${ref}`),
    issuer: `https://${userPoolProvider(token)}`,
    clients: clients.filter((client) => client.parsed.UserPoolId === ref).map((client) => clientModel(client)),
    resourceServers: servers
      .filter((server) => server.parsed.UserPoolId === ref)
      .map(({ parsed }) => ({
        identifier: parsed.Identifier,
        name: parsed.Name,
        scopes: parsed.Scopes.map(({ ScopeName, ScopeDescription }) => ({ name: ScopeName, description: ScopeDescription })),
      })),
    groups: groups.filter((group) => group.parsed.UserPoolId === ref).map((group) => group.ref),
  }));
}

const minutesOf = { seconds: 1 / 60, minutes: 1, hours: 60, days: 1440 } as const;
type RawClient = { readonly ref: string; readonly name: string; readonly parsed: z.output<typeof properties.userPoolClient> };

/** Cognito's defaults: an hour for access and ID tokens, thirty days for refresh tokens. */
function clientModel({ ref, name, parsed }: RawClient): UserPoolClientModel {
  const minutes = (value: number | undefined, unit: string, usual: "hours" | "days", otherwise: number): number =>
    value === undefined ? otherwise : value * minutesOf[parsed.TokenValidityUnits[unit] ?? usual];
  return {
    id: ref,
    name,
    allowedOAuthScopes: parsed.AllowedOAuthScopes,
    allowedOAuthFlows: parsed.AllowedOAuthFlows,
    callbackUrls: parsed.CallbackURLs,
    logoutUrls: parsed.LogoutURLs,
    generateSecret: parsed.GenerateSecret,
    accessTokenValidity: minutes(parsed.AccessTokenValidity, "AccessToken", "hours", 60),
    idTokenValidity: minutes(parsed.IdTokenValidity, "IdToken", "hours", 60),
    refreshTokenValidity: minutes(parsed.RefreshTokenValidity, "RefreshToken", "days", 43_200),
  };
}
