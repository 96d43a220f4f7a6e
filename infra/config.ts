/** The settings of each stage, as data. Nothing else in `infra/` differs from stage to stage. */
import { readFileSync } from "node:fs";
import * as z from "zod";

/** The variables in which an operator says where a stage lives. */
export const operatorSettings = {
  /** The domain whose DNS the operator holds. */
  domain: "TITIAN_DOMAIN",
  /** The id of its public hosted zone in Route 53. */
  zone: "TITIAN_ZONE",
  /** The ARN, in us-east-1, of the certificate that the distribution shows to the API. */
  originCertificate: "TITIAN_ORIGIN_CERTIFICATE",
  /** A file with the certificate of the authority that made it, in PEM. */
  originAuthority: "TITIAN_ORIGIN_AUTHORITY",
} as const;

/** What an operator has set; the authority is the text of the file. */
export type Operator = Partial<Readonly<Record<keyof typeof operatorSettings, string>>>;

const domain = z.hostname().refine((name) => name.includes("."), { error: "a domain has at least two parts" });

const settings = z.strictObject({
  /** Stands in every name that AWS holds once an account or once a region, so that stages lie side by side. */
  stage: z.string().regex(/^[a-z][a-z0-9]{1,15}$/),
  region: z.literal("ap-southeast-3"),
  /** Where the stage answers, of this stage alone: what is mailed names it for as long as links are good. */
  domain,
  /** The zone in which its names are written. */
  zone: z.strictObject({ id: z.string().regex(/^Z[0-9A-Z]{1,31}$/), name: domain }),
  /** How the API knows the distribution. */
  origin: z.strictObject({
    certificateArn: z.string().regex(/^arn:aws:acm:us-east-1:\d{12}:certificate\/[0-9a-f-]+$/),
    authority: z.string().startsWith("-----BEGIN CERTIFICATE-----"),
  }),
  /** The domain from which mails are sent. */
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

/** Stands where nothing is deployed: in the assembly that the embedded cloud reads. */
const nobodys = {
  zone: "Z00000000EXAMPLE",
  originCertificate: "arn:aws:acm:us-east-1:000000000000:certificate/00000000-0000-0000-0000-000000000000",
  originAuthority: "-----BEGIN CERTIFICATE-----\nMA==\n-----END CERTIFICATE-----\n",
} as const;

/** Whether a stage lives under a domain that is nobody's: it runs on one machine, and is deployed nowhere. */
export const isNobodys = ({ domain: name }: Pick<StageConfig, "domain">): boolean => isReserved(name);

/** What an operator has set. Throws where the file of the authority cannot be read. */
export function readOperator(environment: Readonly<Record<string, string | undefined>>): Operator {
  const entries = Object.entries(operatorSettings).flatMap(([name, variable]): [string, string][] => {
    const value = environment[variable];
    if (value === undefined) return [];
    return [[name, name === "originAuthority" ? readFileSync(value, "utf8") : value]];
  });
  return Object.fromEntries(entries);
}

/**
 * The settings of a stage by its name, under what its operator holds. Throws where there is no such stage, or
 * where it cannot live there.
 */
export function configOf(stage: string, operator: Operator = {}): StageConfig {
  const rows: Readonly<Record<string, StageRow>> = stages;
  const row = rows[stage];
  if (row === undefined) throw new Error(`There is no stage ${stage}: the stages are ${Object.keys(stages).join(", ")}`);
  return settingsOf(stage, row, operator);
}

/** The settings that follow from what is said of a stage. Throws naming the setting that does not fit, or is missing. */
export function settingsOf(stage: string, row: StageRow, operator: Operator = {}): StageConfig {
  const { domain: held = usualDomain } = operator;
  if (!domain.safeParse(held).success) {
    throw new Error(`${operatorSettings.domain} is ${JSON.stringify(held)}, which is no domain`);
  }
  if (isReserved(held) && !row.reservedDomain) {
    throw new Error(
      `The stage ${stage} cannot live under ${held}, a domain that is nobody's: set ${operatorSettings.domain} to one whose DNS you hold`,
    );
  }
  const { zone, originCertificate, originAuthority } = isReserved(held) ? { ...nobodys, ...operator } : allOf(operator);
  const own = stage === bareStage ? held : `${stage}.${held}`;
  const console = `https://${own}/konsol/`;
  return settings.parse({
    stage,
    region: "ap-southeast-3",
    domain: own,
    zone: { id: zone, name: held },
    origin: { certificateArn: originCertificate, authority: originAuthority },
    mailDomain: own,
    mailSender: `Titian Kerja <kerja@${own}>`,
    logRetentionDays: row.logRetentionDays,
    console: { callbackUrls: [`${console}masuk`], logoutUrls: [console] },
    throttle: { rateLimit: 200, burstLimit: 400 },
    ...(row.operators ? { operatorsMail: `operasi@${held}` } : {}),
    terminationProtection: row.terminationProtection,
  } satisfies StageConfig);
}

/** Throws naming every variable that is missing. */
function allOf({ zone, originCertificate, originAuthority }: Operator) {
  const missing = Object.entries({ zone, originCertificate, originAuthority }).filter(([, value]) => value === undefined);
  if (zone === undefined || originCertificate === undefined || originAuthority === undefined) {
    const names = missing.map(([name]) => Object.entries(operatorSettings).find(([known]) => known === name)?.[1]);
    throw new Error(
      `Beside ${operatorSettings.domain}, set ${names.join(", ")}: README says under Deploying how they come about`,
    );
  }
  return { zone, originCertificate, originAuthority };
}
