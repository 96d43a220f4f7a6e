/** What the roles of the template allow, asked as IAM would: action and resource of each call. */
import * as z from "zod";
import { readAssembly } from "../../local/template/read-assembly.ts";
import { resolveApp } from "../../local/template/resolve-app.ts";

const texts = z.union([z.string().transform((text) => [text]), z.array(z.string())]);
const policySchema = z.object({
  Roles: z.array(z.string()),
  // Conditions, denials and the like would have to be understood first: a statement with one is refused here.
  PolicyDocument: z.object({
    Statement: z.array(
      z.strictObject({ Effect: z.literal("Allow"), Action: texts, Resource: texts, Sid: z.string().optional() }),
    ),
  }),
});
const functionSchema = z.object({ FunctionName: z.string(), Role: z.string() });

/** What a call needs: an action on a resource. */
export type Permission = { readonly action: string; readonly resource: string };
export type Statement = { readonly actions: readonly string[]; readonly resources: readonly string[] };

/** The statements of each function's role, by the function's name. */
export function readGrants(cdkOut: string): ReadonlyMap<string, readonly Statement[]> {
  const { resources } = resolveApp(readAssembly(cdkOut), { publicUrl: "https://titian.test" });
  const byRole = new Map<string, Statement[]>();
  for (const resource of resources.filter(({ type }) => type === "AWS::IAM::Policy")) {
    const { Roles, PolicyDocument } = policySchema.parse(resource.properties());
    for (const role of Roles) {
      const known = byRole.get(role) ?? [];
      known.push(...PolicyDocument.Statement.map(({ Action, Resource }) => ({ actions: Action, resources: Resource })));
      byRole.set(role, known);
    }
  }
  return new Map(
    resources
      .filter(({ type }) => type === "AWS::Lambda::Function")
      // CDK's own, which deploy, bear no name.
      .flatMap((resource) => functionSchema.safeParse(resource.properties()).data ?? [])
      .map(({ FunctionName, Role }) => [FunctionName, byRole.get(Role.split("/").at(-1) ?? "") ?? []]),
  );
}

const matches = (pattern: string, text: string): boolean =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, "\\$&")
      .replaceAll("*", ".*")
      .replaceAll("?", ".")}$`,
  ).test(text);

export const covers = ({ actions, resources }: Statement, { action, resource }: Permission): boolean =>
  actions.some((text) => matches(text, action)) && resources.some((text) => matches(text, resource));

export const isGranted = (statements: readonly Statement[], permission: Permission): boolean =>
  statements.some((statement) => covers(statement, permission));
