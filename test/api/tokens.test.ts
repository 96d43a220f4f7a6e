/** Which token opens the API: an access token with the route's scope, and nothing else that the same sign-in brings. */
import { decodeJwt } from "jose";
import { beforeAll, expect, it } from "vitest";
import { type SignedIn, signIn } from "../../local/identity/sign-in.ts";
import { type FrontDoor, shareFrontDoor } from "./front-door.ts";
import { loginOf, scopes } from "./offices.ts";

let door: FrontDoor;
let signedIn: SignedIn;
beforeAll(async () => {
  door = await shareFrontDoor();
  const clientId = door.cloud.model.userPools[0]?.clients[0]?.id ?? "";
  signedIn = await signIn({ publicUrl: door.cloud.publicUrl, clientId, ...loginOf("officer", door.place), scope: scopes.both });
});

it("an ID token names the issuer, the subject and the client that the API trusts, and opens nothing for want of a scope", async () => {
  const { accessToken, idToken = "" } = signedIn;
  const [access, id] = [decodeJwt(accessToken), decodeJwt(idToken)];
  expect([id.iss, id.sub, id.aud, id.token_use]).toEqual([access.iss, access.sub, access.client_id, "id"]);
  for (const [method, path] of [
    ["GET", "/me"],
    ["GET", "/clients"],
    ["POST", "/clients"],
  ] as const) {
    expect((await door.ask(method, path, { token: accessToken })).status).not.toBe(403);
    const refused = await door.ask(method, path, { token: idToken });
    expect([path, refused.status, refused.json]).toEqual([path, 403, { message: "Forbidden" }]);
    expect(refused.headers.get("www-authenticate")).toContain("insufficient_scope");
  }
});

it("a refresh token is none that the API knows", async () => {
  const { refreshToken = "" } = signedIn;
  expect(refreshToken).not.toBe("");
  expect((await door.ask("GET", "/me", { token: refreshToken })).status).toBe(401);
});
