import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import { HttpApi, HttpMethod, HttpRoute, HttpRouteKey, HttpStage, LogGroupLogDestination } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpJwtAuthorizer } from "aws-cdk-lib/aws-apigatewayv2-authorizers";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import { RemovalPolicy } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import { type Route, scopeOf } from "../../shared/api/routes.ts";
import type { StageConfig } from "../config.ts";
import { nameIn, type Platform } from "./platform.ts";

/** The fields of the access log: no address, path, agent or name, since a path holds ids and an address is a person's. */
export const accessLogFields = {
  time: "$context.requestTime",
  requestId: "$context.requestId",
  route: "$context.routeKey",
  status: "$context.status",
  responseBytes: "$context.responseLength",
  milliseconds: "$context.responseLatency",
  integrationStatus: "$context.integrationStatus",
} as const;

export type RestApiProps = {
  readonly config: StageConfig;
  readonly operationsKey: Platform["keys"]["operations"];
  /** Who signs the tokens, and for which client they must be made out. */
  readonly issuer: string;
  readonly audience: string;
};

/** The HTTP API with its one stage. Each route is added by the stack in which its function lives. */
export class Api extends Construct {
  readonly httpApi: HttpApi;
  readonly stage: HttpStage;
  private readonly authorizer: HttpJwtAuthorizer;

  constructor(scope: Construct, id: string, { config, operationsKey, issuer, audience }: RestApiProps) {
    super(scope, id);
    // No CORS: the console comes from the same origin.
    this.httpApi = new HttpApi(this, "HttpApi", {
      apiName: nameIn(config, "api"),
      createDefaultStage: false,
      // Nobody comes around the distribution: the only name is the one that asks for its certificate.
      disableExecuteApiEndpoint: true,
    });
    const log = new LogGroup(this, "AccessLog", {
      logGroupName: `/titian/${config.stage}/api-access`,
      retention: config.logRetentionDays,
      encryptionKey: operationsKey,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.stage = new HttpStage(this, "Stage", {
      httpApi: this.httpApi,
      stageName: "$default",
      autoDeploy: true,
      throttle: config.throttle,
      accessLogSettings: {
        destination: new LogGroupLogDestination(log),
        format: AccessLogFormat.custom(JSON.stringify(accessLogFields)),
      },
    });
    this.authorizer = new HttpJwtAuthorizer("StaffLogin", issuer, { jwtAudience: [audience] });
  }

  /** Leads a route to its function; where the route asks for a scope, only with a token that holds it. */
  route(scope: Construct, id: string, route: Route, handler: IFunction): HttpRoute {
    const wanted = scopeOf(route);
    const common = {
      httpApi: this.httpApi,
      integration: new HttpLambdaIntegration("Integration", handler),
      ...(wanted === undefined ? {} : { authorizer: this.authorizer, authorizationScopes: [wanted] }),
    };
    for (const [at, { method, path }] of (route.alsoAt ?? []).entries())
      new HttpRoute(scope, `${id}Also${at + 1}`, { ...common, routeKey: HttpRouteKey.with(path, HttpMethod[method]) });
    return new HttpRoute(scope, id, { ...common, routeKey: HttpRouteKey.with(route.path, HttpMethod[route.method]) });
  }
}
