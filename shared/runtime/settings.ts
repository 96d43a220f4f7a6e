/** The environment, parsed once at start: what a function's needs name, all of it and nothing else. */
import { type KeyUse, keySettings, machineSettings, mailSettings, type Needs, tableSetting } from "../api/needs.ts";
import { type TableNames, tableNames } from "../store/tables.ts";

export type KeyIds = { readonly [use in KeyUse]?: string };

export type Settings = { readonly tables: Partial<TableNames>; readonly keys: KeyIds };

export type RelaySettings = {
  readonly machines: { readonly placement: string; readonly followUp: string };
  readonly mailSender: string;
  readonly publicUrl: string;
};

/** Which function this is, as the cloud calls it. */
export const functionName = (): string => process.env.AWS_LAMBDA_FUNCTION_NAME ?? "-";

/** The tables and keys that the needs name. Throws at cold start, naming what is missing. */
export function readSettings({ tables = {}, keys = [] }: Needs): Settings {
  const needed = tableNames.filter((name) => tables[name] !== undefined);
  const read = readVariables([...needed.map(tableSetting), ...keys.map((use) => keySettings[use])]);
  return {
    tables: Object.fromEntries(needed.map((name) => [name, read(tableSetting(name))])),
    keys: Object.fromEntries(keys.map((use) => [use, read(keySettings[use])])),
  };
}

/** What the functions need besides that may reach outside. */
export function readRelaySettings(): RelaySettings {
  const read = readVariables([...Object.values(machineSettings), ...Object.values(mailSettings)]);
  return {
    machines: { placement: read(machineSettings.placement), followUp: read(machineSettings.followUp) },
    mailSender: read(mailSettings.sender),
    publicUrl: read(mailSettings.publicUrl),
  };
}

/** Answers each of the variables once all of them are there. */
function readVariables(names: readonly string[]): (name: string) => string {
  const missing = names.filter((name) => !process.env[name]);
  if (missing.length > 0) throw new Error(`The function ${functionName()} lacks ${missing.join(", ")} in its environment`);
  return (name) => process.env[name] ?? "";
}
