/** The settings of each stage, as data. Nothing else in `infra/` differs from stage to stage. */
export type StageConfig = {
  readonly stage: string;
  readonly region: "ap-southeast-3";
  /** The domain from which mails are sent; its DKIM records must stand in the DNS. */
  readonly mailDomain: string;
  /** How mails are signed. Neutral words only: that somebody is a client must not show in an inbox. */
  readonly mailSender: string;
  /** How long logs are kept, in days. */
  readonly logRetentionDays: 30 | 90 | 365;
  /** Where the console may send its users back to after login and logout. */
  readonly console: { readonly callbackUrls: string[]; readonly logoutUrls: string[] };
  /** Requests a second, and how many at once, that the whole API takes. */
  readonly throttle: { readonly rateLimit: number; readonly burstLimit: number };
  /** Who hears of alarms; none where somebody looks anyway. */
  readonly operatorsMail?: string;
  /** Refuses the deletion of whole stacks. Tables, keys and logins are kept in any stage. */
  readonly terminationProtection: boolean;
};

const common = {
  region: "ap-southeast-3",
  mailDomain: "titian.example",
  mailSender: "Titian Kerja <kerja@titian.example>",
  throttle: { rateLimit: 200, burstLimit: 400 },
} as const;

export const stages = {
  dev: {
    ...common,
    stage: "dev",
    logRetentionDays: 30,
    console: { callbackUrls: ["http://localhost:5173/callback"], logoutUrls: ["http://localhost:5173/"] },
    terminationProtection: false,
  },
  prod: {
    ...common,
    stage: "prod",
    logRetentionDays: 365,
    console: { callbackUrls: ["https://titian.example/callback"], logoutUrls: ["https://titian.example/"] },
    operatorsMail: "operasi@titian.example",
    terminationProtection: true,
  },
} as const satisfies Record<string, StageConfig>;

/** The settings of a stage by its name. Throws where there is no such stage. */
export function configOf(stage: string): StageConfig {
  const config: Readonly<Record<string, StageConfig>> = stages;
  const found = config[stage];
  if (found === undefined) throw new Error(`There is no stage ${stage}: the stages are ${Object.keys(stages).join(", ")}`);
  return found;
}
