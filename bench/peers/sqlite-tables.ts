/** The market in tables of `node:sqlite`, in memory, with the indexes that both questions want. */

import { DatabaseSync } from "node:sqlite";
import { provinces, regencies } from "../../shared/domain/identifiers/regions.ts";
import type { MatchingVacancy } from "../../shared/domain/matching/matching-input.ts";
import { neighboursOf } from "../../shared/domain/reference/neighbouring-provinces.ts";
import { willingnessNumber } from "../../shared/domain/reference/reach.ts";
import { clientOrder, type Question, vacancyOrder } from "./definitions.ts";
import { keysOfClient, keysOfVacancy } from "./keys.ts";
import { isOpen, Preparation, type PreparedClient, type PreparedVacancy } from "./prepared.ts";

/** Regencies are numbered by code, so that a province is a range; ranks are the order among equal points. */
const schema = `
  CREATE TABLE vacancy (rank INTEGER PRIMARY KEY, id TEXT, regency INT, province INT, employer INT, kbji TEXT,
    education INT, experience INT, busy INT, proves INT, skills INT, units INT, wage INT);
  CREATE TABLE vacancy_skill (vacancy INT, skill INT, PRIMARY KEY (vacancy, skill)) WITHOUT ROWID;
  CREATE TABLE vacancy_unit (vacancy INT, unit INT, PRIMARY KEY (vacancy, unit)) WITHOUT ROWID;
  CREATE TABLE vacancy_key (key INT, regency INT, vacancy INT, level INT, education INT, experience INT, busy INT,
    PRIMARY KEY (key, regency, vacancy)) WITHOUT ROWID;
  CREATE INDEX vacancy_key_of ON vacancy_key (vacancy);
  CREATE TABLE client (rank INTEGER PRIMARY KEY, id TEXT, regency INT, province INT, neighbours INT, willingness INT,
    education INT, experience INT, report_day INT, office INT, demanding INT, barred INT, exhausted INT);
  CREATE TABLE client_skill (client INT, skill INT, has INT, PRIMARY KEY (client, skill)) WITHOUT ROWID;
  CREATE TABLE client_unit (client INT, unit INT, PRIMARY KEY (client, unit)) WITHOUT ROWID;
  CREATE TABLE client_barred (client INT, code TEXT, PRIMARY KEY (client, code)) WITHOUT ROWID;
  CREATE TABLE client_exhausted (client INT, employer INT, PRIMARY KEY (client, employer)) WITHOUT ROWID;
  CREATE TABLE client_key (client INT, key INT, level INT, PRIMARY KEY (client, key)) WITHOUT ROWID;
  CREATE TABLE key_client (key INT, willingness INT, regency INT, client INT, level INT, education INT, experience INT,
    report_day INT, PRIMARY KEY (key, willingness, regency, client)) WITHOUT ROWID;
  CREATE TABLE reach (regency INT, willingness INT, low INT, high INT);
  CREATE INDEX reach_of ON reach (regency, willingness, low, high);
  CREATE TABLE agreement (office INT, employer INT, PRIMARY KEY (office, employer)) WITHOUT ROWID;
`;

/** What of a table is in how many columns. */
const widths = {
  vacancy: 13,
  vacancy_skill: 2,
  vacancy_unit: 2,
  vacancy_key: 7,
  client: 13,
  client_skill: 3,
  client_unit: 2,
  client_barred: 2,
  client_exhausted: 2,
  client_key: 3,
  key_client: 8,
  reach: 4,
  agreement: 2,
} as const;

export type Tables = {
  readonly database: DatabaseSync;
  /** The rank of a vacancy by its id; closed ones have none. */
  readonly vacancyRank: ReadonlyMap<string, number>;
  readonly clientRank: ReadonlyMap<string, number>;
};

/** Bits of a client's skill side by side in one number, so that one sum counts them all: six bits for each kind. */
const spread = (bits: number): number => [0, 1, 2, 3].reduce((sum, kind) => sum + (((bits >> kind) & 1) << (6 * kind)), 0);

const regencyNumbers: ReadonlyMap<string, number> = new Map(regencies.map((regency, at) => [regency.code, at]));
const provinceNumbers: ReadonlyMap<string, number> = new Map(provinces.map((province, at) => [province.code, at]));
const regencyNumber = (code: string): number => regencyNumbers.get(code) ?? -1;
const provinceNumber = (regencyCode: string): number => provinceNumbers.get(regencyCode.slice(0, 2)) ?? -1;

/** Fills the tables. Some five million rows for the whole market. */
export function fillTables(vacancies: readonly MatchingVacancy[], clients: readonly Question[], today: string): Tables {
  const database = new DatabaseSync(":memory:");
  database.exec(schema);
  database.exec("BEGIN");
  const insert = Object.fromEntries(
    Object.entries(widths).map(([table, width]) => [
      table,
      database.prepare(`INSERT OR IGNORE INTO ${table} VALUES (${Array(width).fill("?").join(",")})`),
    ]),
  );
  const add = (table: keyof typeof widths, ...values: readonly (number | string)[]): void => {
    insert[table]?.run(...values);
  };
  const preparation = new Preparation();
  const employer = (id: string): number => preparation.words.numberOf(id);

  const addVacancy = (rank: number, record: MatchingVacancy, prepared: PreparedVacancy): void => {
    const regency = regencyNumber(record.regencyCode);
    const demands = [prepared.minEducation, prepared.minExperience, prepared.busyDays] as const;
    const proves = prepared.certificateRequired || prepared.units.length > 0 ? 1 : 0;
    const [boss, skills, units] = [employer(prepared.employerId), prepared.skills.length, prepared.units.length];
    const province = provinceNumber(record.regencyCode);
    add(
      "vacancy",
      rank,
      prepared.id,
      regency,
      province,
      boss,
      prepared.kbji,
      ...demands,
      proves,
      skills,
      units,
      prepared.wagePoints,
    );
    for (const skill of prepared.skills) add("vacancy_skill", rank, skill);
    for (const unit of prepared.units) add("vacancy_unit", rank, unit);
    const level = prepared.certificateRequired ? prepared.minLevel : 0;
    for (const key of keysOfVacancy(prepared)) add("vacancy_key", key, regency, rank, level, ...demands);
  };

  const addClient = (rank: number, { client, terms }: Question, prepared: PreparedClient): void => {
    const regency = regencyNumber(client.regencyCode);
    const neighbours = neighboursOf(client.regencyCode.slice(0, 2)).map((code) => 2 ** (provinceNumbers.get(code) ?? 0));
    const mask = neighbours.reduce((sum, bit) => sum + bit, 0);
    const office = preparation.words.numberOf(client.officeId);
    const abilities = [prepared.education, prepared.experience, prepared.reportDay] as const;
    const flags = [
      terms.agreementRequired ? 1 : 0,
      prepared.barred.length > 0 ? 1 : 0,
      prepared.exhausted.length > 0 ? 1 : 0,
    ] as const;
    add(
      "client",
      rank,
      prepared.id,
      regency,
      provinceNumber(client.regencyCode),
      mask,
      prepared.reach,
      ...abilities,
      office,
      ...flags,
    );
    prepared.skills.forEach((skill, at) => {
      add("client_skill", rank, skill, spread(prepared.skillBits[at] ?? 0));
    });
    for (const unit of prepared.units) add("client_unit", rank, unit);
    for (const code of prepared.barred) add("client_barred", rank, code);
    for (const id of prepared.exhausted) add("client_exhausted", rank, employer(id));
    for (const [key, level] of keysOfClient(prepared)) {
      add("client_key", rank, key, level);
      add("key_client", key, prepared.reach, regency, rank, level, ...abilities);
    }
  };
  const open = vacancies.filter((vacancy) => isOpen(vacancy, today)).toSorted(vacancyOrder);
  open.forEach((vacancy, rank) => {
    addVacancy(rank, vacancy, preparation.vacancy(vacancy));
  });
  const inOrder = clients.toSorted((a, b) => clientOrder(a.client, b.client));
  inOrder.forEach((question, rank) => {
    addClient(rank, question, preparation.client(question.client, question.terms));
  });
  for (const [officeId, terms] of new Map(clients.map((client) => [client.client.officeId, client.terms])))
    for (const id of terms.partners) add("agreement", preparation.words.numberOf(officeId), employer(id));
  for (const { code } of regencies)
    for (const [willingness, low, high] of rangesOf(code)) add("reach", regencyNumber(code), willingness, low, high);
  database.exec("COMMIT");
  database.exec("ANALYZE");
  return {
    database,
    vacancyRank: new Map(open.map((vacancy, rank) => [vacancy.id, rank])),
    clientRank: new Map(inOrder.map((question, rank) => [question.client.id, rank])),
  };
}

/** Ranges of regencies within reach of one, for each willingness. Whoever is within reach of it lives in one of the same. */
function rangesOf(code: string): readonly (readonly [willingness: number, low: number, high: number])[] {
  const own = code.slice(0, 2);
  const rangeOf = (province: string): readonly [number, number] => [
    regencies.findIndex((regency) => regency.provinceCode === province),
    regencies.findLastIndex((regency) => regency.provinceCode === province),
  ];
  return [
    [willingnessNumber.OWN_REGENCY, regencyNumber(code), regencyNumber(code)],
    [willingnessNumber.PROVINCE, ...rangeOf(own)],
    ...[own, ...neighboursOf(own)].map((neighbour) => [willingnessNumber.NEIGHBOURING_PROVINCES, ...rangeOf(neighbour)] as const),
    [willingnessNumber.ANYWHERE, 0, regencies.length - 1],
  ];
}
