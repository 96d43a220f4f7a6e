import type { Find } from "./find.ts";
import type { CorsModel, HttpApiModel, RouteModel } from "./model.ts";
import * as properties from "./properties.ts";
import { functionNameOf } from "./resource-types.ts";

/** Puts each HTTP API together with its routes, integrations, authorizers and stages. */
export function build(find: Find): HttpApiModel[] {
  const stages = find("AWS::ApiGatewayV2::Stage", properties.stage);
  const integrations = find("AWS::ApiGatewayV2::Integration", properties.integration);
  const authorizers = find("AWS::ApiGatewayV2::Authorizer", properties.authorizer);
  const routes = find("AWS::ApiGatewayV2::Route", properties.route);
  const routeModel = ({ parsed, where }: (typeof routes)[number]): RouteModel => {
    const integration = integrations.find((it) => it.parsed.ApiId === parsed.ApiId && parsed.Target === `integrations/${it.ref}`);
    if (integration === undefined) throw new Error(`${where} has the target ${parsed.Target}, which does not exist`);
    const authorizer = authorizers.find((it) => it.parsed.ApiId === parsed.ApiId && it.ref === parsed.AuthorizerId);
    if (parsed.AuthorizationType === "JWT" && authorizer === undefined) throw new Error(`${where} has no authorizer`);
    return {
      routeKey: parsed.RouteKey,
      functionName: functionNameOf(integration.parsed.IntegrationUri),
      timeoutMilliseconds: integration.parsed.TimeoutInMillis,
      scopes: parsed.AuthorizationScopes,
      ...(authorizer === undefined
        ? {}
        : {
            authorizer: {
              issuer: authorizer.parsed.JwtConfiguration.Issuer,
              audience: authorizer.parsed.JwtConfiguration.Audience,
              identitySource: authorizer.parsed.IdentitySource,
            },
          }),
    };
  };
  return find("AWS::ApiGatewayV2::Api", properties.httpApi).map(({ stack, logicalId, ref, parsed }) => ({
    stack,
    logicalId,
    apiId: ref,
    name: parsed.Name,
    routes: routes.filter((route) => route.parsed.ApiId === ref).map(routeModel),
    stages: stages
      .filter((stage) => stage.parsed.ApiId === ref)
      .map((stage) => ({ name: stage.parsed.StageName, autoDeploy: stage.parsed.AutoDeploy })),
    ...(parsed.CorsConfiguration === undefined ? {} : { corsConfiguration: cors(parsed.CorsConfiguration) }),
    ...(parsed.DisableExecuteApiEndpoint === undefined ? {} : { disableExecuteApiEndpoint: parsed.DisableExecuteApiEndpoint }),
  }));
}

type RawCors = {
  AllowOrigins: string[];
  AllowMethods: string[];
  AllowHeaders: string[];
  ExposeHeaders: string[];
  AllowCredentials: boolean;
  MaxAge?: number | undefined;
};

const cors = (raw: RawCors): CorsModel => ({
  allowOrigins: raw.AllowOrigins,
  allowMethods: raw.AllowMethods,
  allowHeaders: raw.AllowHeaders,
  exposeHeaders: raw.ExposeHeaders,
  allowCredentials: raw.AllowCredentials,
  ...(raw.MaxAge === undefined ? {} : { maxAge: raw.MaxAge }),
});
