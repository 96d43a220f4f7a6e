import {
  AccountRecovery,
  FeaturePlan,
  Mfa,
  OAuthScope,
  ResourceServerScope,
  StandardThreatProtectionMode,
  UserPool,
  type UserPoolClient,
} from "aws-cdk-lib/aws-cognito";
import { CfnOutput, Duration, Stack, type StackProps } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import { resourceServer, scopes } from "../../shared/api/routes.ts";
import type { StageConfig } from "../config.ts";
import { Api } from "../constructs/http-api.ts";
import { type Keys, kept, nameIn } from "../constructs/platform.ts";

/** The way in: the login of staff and the HTTP API. Its routes stand with their functions, in the stacks of the areas. */
export class ApiStack extends Stack {
  readonly api: Api;
  /** Who signs the tokens of staff. */
  readonly issuer: string;
  readonly clientId: string;
  /** What the console may ask for. */
  readonly clientScopes: readonly string[];
  /** The page where staff sign in. */
  readonly loginUrl: string;

  constructor(scope: Construct, id: string, config: StageConfig, keys: Keys, props: StackProps) {
    super(scope, id, props);
    const pool = this.createPool(config);
    this.loginUrl = pool.addDomain("Login", { cognitoDomain: { domainPrefix: nameIn(config, "login") } }).baseUrl();
    const client = this.createConsoleClient(pool, config);
    this.api = new Api(this, "Api", {
      config,
      operationsKey: keys.operations,
      issuer: pool.userPoolProviderUrl,
      audience: client.userPoolClientId,
    });
    this.issuer = pool.userPoolProviderUrl;
    this.clientId = client.userPoolClientId;
    this.clientScopes = ["openid", ...Object.values(scopes)];
    new CfnOutput(this, "Issuer", { value: pool.userPoolProviderUrl });
    new CfnOutput(this, "ConsoleClientId", { value: client.userPoolClientId });
  }

  /** Staff only: nobody signs up, everybody has a second factor, and a stolen password is noticed. */
  private createPool(config: StageConfig): UserPool {
    const pool = new UserPool(this, "Staff", {
      userPoolName: nameIn(config, "staff"),
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { sms: false, otp: true },
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      featurePlan: FeaturePlan.PLUS,
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
      // No deletion protection: it would hold CloudFormation up where a first deployment fails after this (ADR 8).
      removalPolicy: kept,
    });
    return pool;
  }

  /** The console is public code: it holds no secret and proves itself by PKCE. */
  private createConsoleClient(pool: UserPool, config: StageConfig): UserPoolClient {
    const read = new ResourceServerScope({ scopeName: nameOf(scopes.read), scopeDescription: "Read what the office may see" });
    const write = new ResourceServerScope({ scopeName: nameOf(scopes.write), scopeDescription: "Record and decide" });
    const server = pool.addResourceServer("Scopes", { identifier: resourceServer, scopes: [read, write] });
    return pool.addClient("Console", {
      generateSecret: false,
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.hours(12),
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.resourceServer(server, read), OAuthScope.resourceServer(server, write)],
        ...config.console,
      },
    });
  }
}

/** `titian/read` → `read`. */
const nameOf = (scope: string): string => scope.slice(resourceServer.length + 1);
