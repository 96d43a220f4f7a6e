/** The settings of each stage, as data. Nothing else in `infra/` differs from stage to stage. */
import * as z from "zod";

/** The variable in which an operator says under which domain a stage lives. */
export const domainSetting = "TITIAN_DOMAIN";

const domain = z.hostname().refine((name) => name.includes("."), { error: "a domain has at least two parts" });

const settings = z.strictObject({
  /** Stands in every name that AWS holds once an account or once a region, so that stages lie side by side. */
  stage: z.string().regex(/^[a-z][a-z0-9]{1,15}$/),
  region: z.literal("ap-southeast-3"),
  /** The domain from which mails are sent, of this stage alone; its DKIM records must stand in the DNS. */
  mailDomain: domain,
  /** How mails are signed. Neutral words only: that somebody is a client must not show in an inbox. */
  mailSender: z.string(),
  /** How long logs are kept, in days. */
  logRetentionDays: z.literal([30, 90, 365]),
  /** Where the console may send its users back to after login and logout. */
  console: z.strictObject({ callbackUrls: z.array(z.url()).min(1), logoutUrls: z.array(z.url()).min(1) }),
  /** Requests a second, and how many at once, that the whole API takes. */
  throttle: z.strictObject({ rateLimit: z.int().positive(), burstLimit: z.int().positive() }),
  /** Who hears of alarms; none where somebody looks anyway. */
  operatorsMail: z.email().optional(),
  /** Refuses the deletion of whole stacks. Tables, keys and logins are kept in any stage. */
  terminationProtection: z.boolean(),
});

export type StageConfig = Readonly<z.output<typeof settings>>;

/** What is said of a stage by itself; the rest follows from its name and its domain. */
type StageRow = Pick<StageConfig, "logRetentionDays" | "terminationProtection"> & {
  /** Whether its alarms are mailed to the operators. */
  readonly operators: boolean;
  /** Whether it may live under a domain that is nobody's, as `titian.example`: only where no mail has to arrive. */
  readonly reservedDomain: boolean;
};

export const stages = {
  dev: {
    logRetentionDays: 30,
    terminationProtection: false,
    operators: false,
    reservedDomain: true,
  },
  prod: { logRetentionDays: 365, terminationProtection: true, operators: true, reservedDomain: false },
} as const satisfies Record<string, StageRow>;

/** The stage whose mails come from the domain itself; any other has a part of its own in front of it. */
const bareStage = "prod";
const usualDomain = "titian.example";

/** RFC 2606: names that are nobody's and never will be anybody's. */
const isReserved = (name: string): boolean => /(^|\.)(example|test|invalid|localhost|example\.(com|net|org))$/i.test(name);

/**
 * The settings of a stage by its name, under the domain that its operator holds. Throws where there is no such stage, or
 * where it cannot live under that domain.
 */
export function configOf(stage: string, operatorsDomain?: string): StageConfig {
  const rows: Readonly<Record<string, StageRow>> = stages;
  const row = rows[stage];
  if (row === undefined) throw new Error(`There is no stage ${stage}: the stages are ${Object.keys(stages).join(", ")}`);
  return settingsOf(stage, row, operatorsDomain);
}

/** The settings that follow from what is said of a stage. Throws naming the setting that does not fit. */
export function settingsOf(stage: string, row: StageRow, operatorsDomain: string = usualDomain): StageConfig {
  if (!domain.safeParse(operatorsDomain).success) {
    throw new Error(`${domainSetting} is ${JSON.stringify(operatorsDomain)}, which is no domain`);
  }
  if (isReserved(operatorsDomain) && !row.reservedDomain) {
    throw new Error(
      `The stage ${stage} cannot live under ${operatorsDomain}, a domain that is nobody's: set ${domainSetting} to one whose DNS you hold`,
    );
  }
  const mailDomain = stage === bareStage ? operatorsDomain : `${stage}.${operatorsDomain}`;
  const console = `https://${mailDomain}/konsol/`;
  return settings.parse({
    stage,
    region: "ap-southeast-3",
    mailDomain,
    mailSender: `Titian Kerja <kerja@${mailDomain}>`,
    logRetentionDays: row.logRetentionDays,
    console: { callbackUrls: [`${console}masuk`], logoutUrls: [console] },
    throttle: { rateLimit: 200, burstLimit: 400 },
    ...(row.operators ? { operatorsMail: `operasi@${operatorsDomain}` } : {}),
    terminationProtection: row.terminationProtection,
  } satisfies StageConfig);
}
