/** The API's operations on state machines. */
import { randomUUID } from "node:crypto";
import * as z from "zod";
import { checkArn, cutPage, pageSize, paging, parseInput, readPageToken, seconds, text } from "./api-input.ts";
import { checkName } from "./checks.ts";
import { type Diagnostic, describeDiagnostics } from "./definition.ts";
import { ApiError } from "./errors.ts";
import { forgetDeletedMachine, machineArn } from "./executions.ts";
import type { Operation, Service } from "./operations.ts";
import { parseDefinition } from "./parse-definition.ts";
import { findMachine, listMachines, type MachineRow } from "./store.ts";

const definitionText = text(1_048_576);
const loggingConfiguration = z.strictObject({
  level: z.enum(["ALL", "ERROR", "FATAL", "OFF"]).optional(),
  includeExecutionData: z.boolean().optional(),
  destinations: z.array(z.unknown()).optional(),
});
const tracingConfiguration = z.strictObject({ enabled: z.boolean().optional() });
const settings = {
  loggingConfiguration: loggingConfiguration.optional(),
  tracingConfiguration: tracingConfiguration.optional(),
};
const settingsShape = z.object(settings);
const defaultSettings = {
  loggingConfiguration: { level: "OFF", includeExecutionData: false },
  tracingConfiguration: { enabled: false },
};

const create = z.strictObject({
  name: z.string(),
  definition: definitionText,
  roleArn: text(256),
  type: z.enum(["STANDARD", "EXPRESS"]).default("STANDARD"),
  // Only the values that change nothing: there are neither tags nor versions here.
  tags: z.array(z.unknown()).max(0, "Tags are not supported").optional(),
  publish: z.literal(false, "Versions are not supported").optional(),
  ...settings,
});
export type CreateMachine = z.infer<typeof create>;

const update = z.strictObject({
  stateMachineArn: text(256),
  definition: definitionText.optional(),
  roleArn: text(256).optional(),
  publish: z.literal(false, "Versions are not supported").optional(),
  ...settings,
});

const byArn = z.strictObject({ stateMachineArn: text(2_000) });
const describe = byArn.extend({ includedData: z.enum(["ALL_DATA", "METADATA_ONLY"]).optional() });
const list = z.strictObject(paging);
const validate = z.strictObject({
  definition: definitionText,
  type: z.literal("STANDARD", "State machines of type EXPRESS are not supported").optional(),
  severity: z.enum(["ERROR", "WARNING"]).optional(),
  maxResults: z.int().min(0).max(100).optional(),
});

/** @throws ApiError InvalidDefinition, with every finding */
function checkDefinition(definition: string): void {
  const { diagnostics } = parseDefinition(definition);
  if (diagnostics.length > 0) throw new ApiError("InvalidDefinition", describeDiagnostics(diagnostics));
}

function requireMachine(service: Service, arn: string): MachineRow {
  const machine = findMachine(service.database, checkArn(arn, "stateMachine"));
  if (machine === undefined) throw new ApiError("StateMachineDoesNotExist", `State Machine Does Not Exist: '${arn}'`);
  return machine;
}

/** A machine on which an execution may be started. @throws ApiError StateMachineDoesNotExist, StateMachineDeleting */
export function requireActiveMachine(service: Service, arn: string): MachineRow {
  const machine = requireMachine(service, arn);
  if (machine.status === "DELETING") throw new ApiError("StateMachineDeleting", `State Machine is deleting: '${arn}'`);
  return machine;
}

function writeRevision(service: Service, arn: string, definition: string, role: string): string {
  const id = randomUUID();
  const sql = "INSERT INTO revisions (id, machine, definition, role, created) VALUES (?, ?, ?, ?, ?)";
  service.database.run(sql, id, arn, definition, role, service.now());
  return id;
}

/** Creates a machine; the same one again is answered as the first time. */
export function createMachine(service: Service, input: CreateMachine): MachineRow {
  const { database } = service;
  checkName(input.name);
  if (input.type === "EXPRESS")
    throw new ApiError("StateMachineTypeNotSupported", "State machines of type EXPRESS are not supported");
  checkDefinition(input.definition);
  const arn = machineArn(input.name);
  const wanted = JSON.stringify(settingsShape.parse(input));
  return database.transact(() => {
    const known = findMachine(database, arn);
    if (known?.status === "DELETING") throw new ApiError("StateMachineDeleting", `State Machine is deleting: '${arn}'`);
    if (known !== undefined) {
      if (known.definition === input.definition && known.role === input.roleArn && known.settings === wanted) return known;
      throw new ApiError("StateMachineAlreadyExists", `State Machine Already Exists: '${arn}'`);
    }
    const revision = writeRevision(service, arn, input.definition, input.roleArn);
    const sql =
      "INSERT INTO machines (arn, name, status, revision, updated, created, settings) VALUES (?, ?, 'ACTIVE', ?, 0, ?, ?)";
    database.run(sql, arn, input.name, revision, service.now(), wanted);
    return requireMachine(service, arn);
  });
}

/** Gives a machine a new revision; executions that run keep the one that they started with. */
export function updateMachine(service: Service, input: z.infer<typeof update>): { revision: string; updated: number } {
  const { database } = service;
  if (input.definition !== undefined) checkDefinition(input.definition);
  return database.transact(() => {
    const machine = requireActiveMachine(service, input.stateMachineArn);
    const given = settingsShape.parse(input);
    if (input.definition === undefined && input.roleArn === undefined && Object.keys(given).length === 0) {
      throw new ApiError(
        "MissingRequiredParameter",
        "Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be specified",
      );
    }
    const definition = input.definition ?? machine.definition;
    const revision = writeRevision(service, machine.arn, definition, input.roleArn ?? machine.role);
    const merged = JSON.stringify({ ...settingsShape.parse(JSON.parse(machine.settings)), ...given });
    const sql = "UPDATE machines SET revision = ?, updated = updated + 1, settings = ? WHERE arn = ?";
    database.run(sql, revision, merged, machine.arn);
    return { revision, updated: service.now() };
  });
}

function describeMachine(machine: MachineRow, withDefinition: boolean): Record<string, unknown> {
  return {
    stateMachineArn: machine.arn,
    name: machine.name,
    status: machine.status,
    definition: withDefinition ? machine.definition : "",
    roleArn: machine.role,
    type: "STANDARD",
    creationDate: seconds(machine.created),
    ...defaultSettings,
    ...settingsShape.parse(JSON.parse(machine.settings)),
    // AWS tells a revision only once there has been an update.
    ...(machine.updated > 0 ? { revisionId: machine.revision } : {}),
  };
}

function deleteMachine(service: Service, given: string): void {
  const arn = checkArn(given, "stateMachine");
  service.database.transact(() => {
    service.database.run("UPDATE machines SET status = 'DELETING' WHERE arn = ?", arn);
    forgetDeletedMachine(service.database, arn);
  });
}

function tellDiagnostics(definition: string, maxResults: number | undefined): Record<string, unknown> {
  const { diagnostics } = parseDefinition(definition);
  const limit = maxResults === undefined || maxResults === 0 ? 100 : maxResults;
  const told: readonly Diagnostic[] = diagnostics.slice(0, limit);
  return { result: diagnostics.length === 0 ? "OK" : "FAIL", diagnostics: told, truncated: told.length < diagnostics.length };
}

export const machineOperations: Readonly<Record<string, Operation>> = {
  CreateStateMachine: (service, input) => {
    const machine = createMachine(service, parseInput(create, input));
    return { stateMachineArn: machine.arn, creationDate: seconds(machine.created) };
  },
  UpdateStateMachine: (service, input) => {
    const { revision, updated } = updateMachine(service, parseInput(update, input));
    return { updateDate: seconds(updated), revisionId: revision };
  },
  DescribeStateMachine: (service, input) => {
    const { stateMachineArn, includedData } = parseInput(describe, input);
    return describeMachine(requireMachine(service, stateMachineArn), includedData !== "METADATA_ONLY");
  },
  ListStateMachines: (service, input) => {
    const { maxResults, nextToken } = parseInput(list, input);
    const [size, offset] = [pageSize(maxResults), readPageToken(nextToken, 0)];
    const { rows, more } = cutPage(listMachines(service.database, size + 1, offset), size, () => offset + size);
    const stateMachines = rows.map(({ arn, name, created }) => ({
      stateMachineArn: arn,
      name,
      type: "STANDARD",
      creationDate: seconds(created),
    }));
    return { stateMachines, ...more };
  },
  DeleteStateMachine: (service, input) => {
    deleteMachine(service, parseInput(byArn, input).stateMachineArn);
    return {};
  },
  ValidateStateMachineDefinition: (_service, input) => {
    const { definition, maxResults } = parseInput(validate, input);
    return tellDiagnostics(definition, maxResults);
  },
};
