import type { UserPoolModel } from "../../../local/template/model.ts";

export const issuer = "https://cognito-idp.ap-southeast-3.amazonaws.com/ap-southeast-3_Test";

export const pool: UserPoolModel = {
  stack: "people",
  logicalId: "Staff",
  id: "ap-southeast-3_Test",
  name: "staff",
  arn: "arn:aws:cognito-idp:ap-southeast-3:000000000000:userpool/ap-southeast-3_Test",
  issuer,
  groups: [],
  clients: [
    {
      id: "console",
      name: "console",
      allowedOAuthScopes: ["openid", "profile", "email", "titian/read", "titian/write"],
      allowedOAuthFlows: ["code"],
      callbackUrls: ["https://titian.example.go.id/masuk"],
      logoutUrls: ["https://titian.example.go.id/"],
      generateSecret: false,
      accessTokenValidity: 30,
      idTokenValidity: 60,
      refreshTokenValidity: 60 * 24,
    },
  ],
  resourceServers: [
    {
      identifier: "titian",
      name: "titian",
      scopes: [
        { name: "read", description: "" },
        { name: "write", description: "" },
        { name: "admin", description: "" },
      ],
    },
  ],
};
