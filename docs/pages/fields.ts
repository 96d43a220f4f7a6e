/** The page on who reads which fields, from the list of routes and the access table: what a response may hold, and nothing besides. */
import { fieldsOf } from "../../shared/api/response-fields.ts";
import { type Route, routes, scopes } from "../../shared/api/routes.ts";
import { mayEver } from "../../shared/domain/offices/access-policy.ts";
import { staffRoles } from "../../shared/domain/offices/roles.ts";
import { code, table } from "./markdown.ts";

/** Who may read a route's response. */
export const readersOf = ({ access }: Route): readonly string[] =>
  access.kind === "staff"
    ? staffRoles.filter((role) => mayEver(role, access.action))
    : [access.kind === "link" ? "holder of the link" : "anybody"];

export function fieldsPage(): string {
  return [
    "# Who reads which fields",
    "",
    "Made by `npm run docs` from the list of routes and the access table. A response is stripped to what stands here: whoever adds a",
    "field to a shape finds it in this page, with the roles that read it. A token for reading has the scope",
    `${code(scopes.read)}, one for writing ${code(scopes.write)}; whose record it is, the policy asks besides.`,
    "",
    table(
      ["Route", "Readers", "Fields"],
      Object.values<Route>(routes).map((route) => [
        `${code(`${route.method} ${route.path}`)}`,
        readersOf(route).join(", "),
        fieldsOf(route)
          .filter((name) => name !== "")
          .map(code)
          .join(" "),
      ]),
    ),
    "",
  ].join("\n");
}
