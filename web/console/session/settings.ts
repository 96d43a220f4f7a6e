/** What a stage says of its login: `/konsol/setelan.json`, never cached. */
export type Settings = {
  readonly issuer: string;
  /** Where the issuer describes itself (OpenID Connect Discovery). */
  readonly discovery: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly version: string;
};

const isSettings = (value: unknown): value is Settings =>
  typeof value === "object" && value !== null && "discovery" in value && "clientId" in value && "scopes" in value;

export async function readSettings(): Promise<Settings> {
  const response = await fetch("/konsol/setelan.json", { cache: "no-store" });
  const value: unknown = await response.json();
  if (!isSettings(value)) throw new Error("setelan.json does not name the issuer");
  return value;
}
