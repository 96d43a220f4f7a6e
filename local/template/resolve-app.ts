import { holds, resolveValue, type Scope } from "./intrinsics.ts";
import type { Assembly, RawStack } from "./read-assembly.ts";
import { generatedName, type Identity, type ResourceType, resourceTypes, tokenOf } from "./resource-types.ts";

/** A resource whose conditions hold. Its properties are resolved when they are asked for. */
export type Resource = {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  readonly runs: boolean;
  readonly name: string;
  readonly token: string;
  readonly ref: string;
  readonly properties: () => unknown;
  /** For errors: type, logical id and stack. */
  readonly where: string;
};

export type ResolvedApp = {
  readonly resources: readonly Resource[];
  /** `<stack>.<output>` → value. */
  readonly outputs: Readonly<Record<string, string>>;
};

export type ResolveOptions = {
  readonly publicUrl: string;
  /** Values of template parameters that have no default, by name. */
  readonly parameters?: Readonly<Record<string, string>>;
};

/**
 * Resolves the identifiers and properties of every resource of an app, across its stacks.
 * Throws an error naming type, logical id and stack where a type, an attribute or an intrinsic is not known.
 */
export function resolveApp(assembly: Assembly, options: ResolveOptions): ResolvedApp {
  const scopes = new Map<string, Scope>();
  const resources: Resource[] = [];
  const byName = (name: string): { stack: RawStack; scope: Scope } => {
    const stack = assembly.stacks.find((candidate) => candidate.name === name);
    const scope = scopes.get(name);
    if (stack === undefined || scope === undefined) throw new Error(`No stack is called ${name}`);
    return { stack, scope };
  };
  const importValue = (exportName: string): unknown => {
    for (const stack of assembly.stacks) {
      const scope = byName(stack.name).scope;
      for (const output of Object.values(stack.outputs)) {
        if (output.exportName !== undefined && resolveValue(output.exportName, scope) === exportName) {
          return resolveValue(output.value, scope);
        }
      }
    }
    throw new Error(`No stack exports ${exportName}`);
  };
  const stackOutput = (stackName: string, outputName: string): unknown => {
    const { stack, scope } = byName(stackName);
    const output = stack.outputs[outputName];
    if (output === undefined) throw new Error(`The stack ${stackName} has no output ${outputName}`);
    return resolveValue(output.value, scope);
  };
  for (const stack of assembly.stacks) {
    scopes.set(stack.name, scopeOf(stack, options, importValue, stackOutput));
  }
  for (const stack of assembly.stacks) {
    const scope = byName(stack.name).scope;
    for (const [logicalId, raw] of stack.resources) {
      const where = place(stack, logicalId);
      if (raw.condition !== undefined && !holds(raw.condition, { ...scope, where })) continue;
      const { type, identity } = identify(stack, logicalId, scope, options);
      resources.push({
        stack: stack.name,
        logicalId,
        type: raw.type,
        runs: type.runs,
        name: identity.name,
        token: identity.token,
        ref: type.ref(identity),
        properties: () => resolveValue(raw.properties, { ...scope, where }),
        where,
      });
    }
  }
  const outputs: Record<string, string> = {};
  for (const stack of assembly.stacks) {
    const scope = byName(stack.name).scope;
    for (const [id, output] of Object.entries(stack.outputs)) {
      if (output.condition !== undefined && !holds(output.condition, scope)) continue;
      outputs[`${stack.name}.${id}`] = String(resolveValue(output.value, scope));
    }
  }
  return { resources, outputs };
}

const place = (stack: RawStack, logicalId: string): string =>
  `${stack.resources.get(logicalId)?.type ?? "A resource"} ${logicalId} of the stack ${stack.name}`;

function scopeOf(
  stack: RawStack,
  options: ResolveOptions,
  importValue: Scope["importValue"],
  stackOutput: Scope["stackOutput"],
): Scope {
  const scope: Scope = {
    stack,
    where: `The stack ${stack.name}`,
    importValue,
    stackOutput,
    refOf: (logicalId) => {
      const { type, identity } = identify(stack, logicalId, scope, options);
      return type.ref(identity);
    },
    attributeOf: (logicalId, attribute) => {
      const { type, identity } = identify(stack, logicalId, scope, options);
      const value = type.attributes[attribute];
      if (value === undefined) {
        throw new Error(`The attribute ${attribute} of ${place(stack, logicalId)} is not known to the embedded cloud`);
      }
      return value(identity);
    },
    parameter: (name) => {
      const value = options.parameters?.[name] ?? stack.parameters[name]?.default;
      if (value === undefined) throw new Error(`The parameter ${name} of the stack ${stack.name} has no value`);
      if (
        stack.parameters[name]?.type.startsWith("AWS::SSM::") &&
        name !== "BootstrapVersion" &&
        options.parameters?.[name] === undefined
      ) {
        throw new Error(
          `The parameter ${name} of the stack ${stack.name} is read from SSM, which the embedded cloud does not have`,
        );
      }
      return value;
    },
  };
  return scope;
}

function identify(
  stack: RawStack,
  logicalId: string,
  scope: Scope,
  options: ResolveOptions,
): { type: ResourceType; identity: Identity } {
  const raw = stack.resources.get(logicalId);
  if (raw === undefined) throw new Error(`${scope.where} refers to ${logicalId}, which it does not have`);
  const type = resourceTypes[raw.type];
  if (type === undefined) throw new Error(`${place(stack, logicalId)}: the embedded cloud does not know this resource type`);
  const text = (property: string): string => {
    const value = resolveValue(raw.properties[property], { ...scope, where: place(stack, logicalId) });
    return value === undefined ? "" : String(value);
  };
  const explicit = type.nameProperty === undefined ? "" : text(type.nameProperty);
  return {
    type,
    identity: {
      name: explicit === "" ? generatedName(stack.name, logicalId) : explicit,
      token: tokenOf(stack.name, logicalId),
      text,
      publicUrl: options.publicUrl,
    },
  };
}
