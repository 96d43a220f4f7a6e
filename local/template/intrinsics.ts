import { account, region } from "../part.ts";
import type { RawStack } from "./read-assembly.ts";

/** What the intrinsics of one stack are resolved with. */
export type Scope = {
  readonly stack: RawStack;
  /** Ref of a resource of this stack. */
  readonly refOf: (logicalId: string) => string;
  /** GetAtt of a resource of this stack. */
  readonly attributeOf: (logicalId: string, attribute: string) => string;
  readonly importValue: (exportName: string) => unknown;
  readonly stackOutput: (stackName: string, output: string) => unknown;
  readonly parameter: (name: string) => unknown;
  /** What is being resolved, for errors. */
  readonly where: string;
};

/** Stands for `AWS::NoValue`: the property or element is left out. */
const noValue = Symbol("AWS::NoValue");

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Resolves every intrinsic in a value. Throws an error that names place and intrinsic where one is not known. */
export function resolveValue(value: unknown, scope: Scope): unknown {
  const resolved = walk(value, scope);
  return resolved === noValue ? undefined : resolved;
}

function walk(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) return value.map((element) => walk(element, scope)).filter((element) => element !== noValue);
  if (!isRecord(value)) return value;
  const [key, ...others] = Object.keys(value);
  if (key !== undefined && others.length === 0 && (key === "Ref" || key === "Condition" || key.startsWith("Fn::"))) {
    if (key === "Condition" && typeof value[key] !== "string") return walkRecord(value, scope);
    const intrinsic = intrinsics[key];
    if (intrinsic === undefined)
      throw new Error(`${scope.where} uses the intrinsic ${key}, which the embedded cloud does not know`);
    return intrinsic(value[key], scope);
  }
  return walkRecord(value, scope);
}

function walkRecord(value: Record<string, unknown>, scope: Scope): Record<string, unknown> {
  const entries = Object.entries(value).map(([key, inner]): [string, unknown] => [key, walk(inner, scope)]);
  return Object.fromEntries(entries.filter(([, inner]) => inner !== noValue));
}

const intrinsics: Readonly<Record<string, (argument: unknown, scope: Scope) => unknown>> = {
  Ref: (argument, scope) => reference(text(argument, "Ref", scope), scope),
  "Fn::GetAtt": (argument, scope) => {
    const [logicalId, ...path] = Array.isArray(argument) ? argument : text(argument, "Fn::GetAtt", scope).split(".");
    return scope.attributeOf(String(logicalId), path.map((part) => text(walk(part, scope), "Fn::GetAtt", scope)).join("."));
  },
  "Fn::Join": (argument, scope) => {
    const [separator, parts] = list(argument, "Fn::Join", scope);
    return list(walk(parts, scope), "Fn::Join", scope)
      .map((part) => text(part, "Fn::Join", scope))
      .join(text(separator, "Fn::Join", scope));
  },
  "Fn::Sub": (argument, scope) => {
    const [template, variables] = Array.isArray(argument) ? argument : [argument, {}];
    const own = isRecord(variables) ? variables : {};
    return text(template, "Fn::Sub", scope).replace(/\$\{(!?)([^}]*)\}/g, (_whole, literal: string, name: string) => {
      if (literal === "!") return `\${${name}}`;
      if (name in own) return text(walk(own[name], scope), "Fn::Sub", scope);
      const [logicalId = "", ...path] = name.trim().split(".");
      return path.length === 0
        ? text(reference(logicalId, scope), "Fn::Sub", scope)
        : scope.attributeOf(logicalId, path.join("."));
    });
  },
  "Fn::ImportValue": (argument, scope) => scope.importValue(text(walk(argument, scope), "Fn::ImportValue", scope)),
  "Fn::GetStackOutput": (argument, scope) => {
    const { StackName, OutputName, ...rest } = isRecord(argument) ? argument : {};
    const unknown = Object.keys(rest).filter((key) => key !== "Region");
    if (unknown.length > 0) throw new Error(`${scope.where}: Fn::GetStackOutput with ${unknown.join(", ")} is not known`);
    return scope.stackOutput(
      text(walk(StackName, scope), "Fn::GetStackOutput", scope),
      text(walk(OutputName, scope), "Fn::GetStackOutput", scope),
    );
  },
  "Fn::Select": (argument, scope) => {
    const [index, from] = list(argument, "Fn::Select", scope);
    const values = list(walk(from, scope), "Fn::Select", scope);
    const value = values[Number(walk(index, scope))];
    if (value === undefined) throw new Error(`${scope.where}: Fn::Select finds nothing at ${String(index)}`);
    return value;
  },
  "Fn::Split": (argument, scope) => {
    const [separator, from] = list(argument, "Fn::Split", scope);
    return text(walk(from, scope), "Fn::Split", scope).split(text(separator, "Fn::Split", scope));
  },
  "Fn::FindInMap": (argument, scope) => {
    const path = list(walk(argument, scope), "Fn::FindInMap", scope).slice(0, 3);
    let found: unknown = scope.stack.mappings;
    for (const key of path) found = isRecord(found) ? found[String(key)] : undefined;
    if (found === undefined) throw new Error(`${scope.where}: Fn::FindInMap finds nothing at ${path.join(".")}`);
    return found;
  },
  "Fn::GetAZs": () => ["a", "b", "c"].map((zone) => region + zone),
  "Fn::Base64": (argument, scope) => Buffer.from(text(walk(argument, scope), "Fn::Base64", scope)).toString("base64"),
  "Fn::If": (argument, scope) => {
    const [condition, yes, no] = list(argument, "Fn::If", scope);
    return walk(holds(text(condition, "Fn::If", scope), scope) ? yes : no, scope);
  },
  Condition: (argument, scope) => holds(text(argument, "Condition", scope), scope),
  "Fn::Equals": (argument, scope) => {
    const [left, right] = list(walk(argument, scope), "Fn::Equals", scope);
    return JSON.stringify(left) === JSON.stringify(right);
  },
  "Fn::Not": (argument, scope) => walk(list(argument, "Fn::Not", scope)[0], scope) !== true,
  "Fn::And": (argument, scope) => list(argument, "Fn::And", scope).every((condition) => walk(condition, scope) === true),
  "Fn::Or": (argument, scope) => list(argument, "Fn::Or", scope).some((condition) => walk(condition, scope) === true),
};

/** Whether a named condition of the stack holds. */
export function holds(condition: string, scope: Scope): boolean {
  if (!(condition in scope.stack.conditions)) throw new Error(`${scope.where}: no condition is called ${condition}`);
  return walk(scope.stack.conditions[condition], scope) === true;
}

function reference(name: string, scope: Scope): unknown {
  if (!name.startsWith("AWS::")) return name in scope.stack.parameters ? scope.parameter(name) : scope.refOf(name);
  const pseudo: Readonly<Record<string, unknown>> = {
    "AWS::Region": region,
    "AWS::AccountId": account,
    "AWS::Partition": "aws",
    "AWS::URLSuffix": "amazonaws.com",
    "AWS::StackName": scope.stack.name,
    "AWS::StackId": `arn:aws:cloudformation:${region}:${account}:stack/${scope.stack.name}/embedded`,
    "AWS::NotificationARNs": [],
    "AWS::NoValue": noValue,
  };
  if (!(name in pseudo)) throw new Error(`${scope.where} refers to ${name}, which the embedded cloud does not know`);
  return pseudo[name];
}

function text(value: unknown, intrinsic: string, scope: Scope): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  throw new Error(`${scope.where}: ${intrinsic} wants a text, not ${JSON.stringify(value)}`);
}

function list(value: unknown, intrinsic: string, scope: Scope): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new Error(`${scope.where}: ${intrinsic} wants a list, not ${JSON.stringify(value)}`);
}
