/** What a stage says of its login: `/konsol/setelan.json`, never cached. */
export type Settings = {
  /** Below it the issuer describes itself (OpenID Connect Discovery); in the embedded cloud a path of this origin. */
  readonly issuer: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly version: string;
};

const isSettings = (value: unknown): value is Settings =>
  typeof value === "object" && value !== null && "issuer" in value && "clientId" in value && "scopes" in value;

export async function readSettings(): Promise<Settings> {
  const response = await fetch("/konsol/setelan.json", { cache: "no-store" });
  const value: unknown = await response.json();
  if (!isSettings(value)) throw new Error("setelan.json does not name the issuer");
  return value;
}
