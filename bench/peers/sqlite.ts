/** The same questions as one prepared statement each in `node:sqlite`: rules, points and the ten best in SQL. */
import type { SQLOutputValue, StatementSync } from "node:sqlite";
import { defaultWeights as weights } from "../../shared/domain/matching/weights.ts";
import { type Found, missing, type Records, type Searches, wanted } from "./definitions.ts";
import { fillTables } from "./sqlite-tables.ts";

/** Rules that the keys do not settle. Cheap ones first; `common` are the skills in common, counted by kind. */
const remainingRules = `
  (v.units = 0 OR v.units = (SELECT count(*) FROM vacancy_unit u CROSS JOIN client_unit h ON h.client = c.rank AND h.unit = u.unit
    WHERE u.vacancy = v.rank))
  AND (c.exhausted = 0 OR NOT EXISTS (SELECT 1 FROM client_exhausted e WHERE e.client = c.rank AND e.employer = v.employer))
  AND (c.barred = 0 OR NOT EXISTS (SELECT 1 FROM client_barred b WHERE b.client = c.rank AND substr(v.kbji, 1, length(b.code)) = b.code))
`;
const common = `(SELECT sum(h.has) FROM vacancy_skill s CROSS JOIN client_skill h ON h.client = c.rank AND h.skill = s.skill
  WHERE s.vacancy = v.rank)`;
const partner = "EXISTS (SELECT 1 FROM agreement a WHERE a.office = c.office AND a.employer = v.employer)";

const points = `
  CASE WHEN proves THEN ${weights.certificate} WHEN skills = 0 THEN 0
    ELSE ${weights.certificate} * ((common >> 6) & 63) / skills END
  + CASE WHEN skills = 0 THEN 0 ELSE ${weights.skills} * (common & 63) / skills END
  + CASE WHEN (common >> 12) & 63 THEN ${weights.interest} ELSE 0 END
  + CASE WHEN (common >> 18) & 63 THEN ${weights.aptitude} ELSE 0 END
  + CASE WHEN regency = home THEN ${weights.distance.ownRegency} WHEN province = home_province THEN ${weights.distance.ownProvince}
    WHEN (neighbours >> province) & 1 THEN ${weights.distance.neighbouringProvince} ELSE 0 END
  + ${weights.experience.perYear} * min(${weights.experience.mostYears}, years - asked_years)
  + wage + CASE WHEN partner THEN ${weights.agreement} ELSE 0 END
`;

/** Wraps eligible pairs, found as `v` and `c`, into the ten best. */
const bestOf = (rank: "v" | "c", pairs: string): string => `
  WITH pair AS MATERIALIZED (
    SELECT ${rank}.rank AS rank, ${rank}.id AS id, v.proves AS proves, v.skills AS skills, v.regency AS regency,
      v.province AS province, v.wage AS wage, v.experience AS asked_years, c.regency AS home, c.province AS home_province,
      c.neighbours AS neighbours, CAST(c.experience AS INT) AS years, c.demanding AS demanding,
      coalesce(${common}, 0) AS common, ${partner} AS partner
    ${pairs} AND ${remainingRules}
  )
  SELECT id, ${points} AS points FROM pair
  WHERE (common > 0 OR skills = 0) AND (demanding = 0 OR partner) ORDER BY points DESC, rank LIMIT ${wanted}`;

const vacanciesOfClient = bestOf(
  "v",
  `FROM client c CROSS JOIN (
     SELECT DISTINCT k.vacancy AS vacancy
     FROM client one CROSS JOIN client_key h ON h.client = one.rank
       CROSS JOIN reach r ON r.regency = one.regency AND r.willingness = one.willingness
       CROSS JOIN vacancy_key k ON k.key = h.key AND k.regency BETWEEN r.low AND r.high
     WHERE one.rank = ?1 AND k.level <= h.level AND k.education <= one.education AND k.experience <= one.experience
       AND k.busy & one.report_day = 0
   ) CROSS JOIN vacancy v ON v.rank = vacancy
   WHERE c.rank = ?1`,
);

const clientsOfVacancy = bestOf(
  "c",
  `FROM vacancy v CROSS JOIN (
     SELECT DISTINCT h.client AS client
     FROM vacancy one CROSS JOIN vacancy_key k ON k.vacancy = one.rank
       CROSS JOIN reach r ON r.regency = one.regency
       CROSS JOIN key_client h ON h.key = k.key AND h.willingness = r.willingness AND h.regency BETWEEN r.low AND r.high
     WHERE one.rank = ?1 AND k.level <= h.level AND k.education <= h.education AND k.experience <= h.experience
       AND k.busy & h.report_day = 0
   ) CROSS JOIN client c ON c.rank = client
   WHERE v.rank = ?1`,
);

/** Both searches over one database of the whole market. Whoever asks is one of the market. */
export function sqliteSearches(market: Records, asking: Records, today: string): Searches {
  const { database, vacancyRank, clientRank } = fillTables(market.vacancies, market.clients, today);
  const ofClient = database.prepare(vacanciesOfClient);
  const ofVacancy = database.prepare(clientsOfVacancy);
  const clients = asking.clients.map(({ client }) => clientRank.get(client.id) ?? -1);
  const vacancies = asking.vacancies.map((vacancy) => vacancyRank.get(vacancy.id) ?? -1);
  return {
    vacancies: (at) => read(ofClient, clients[at] ?? missing(at)),
    clients: (at) => read(ofVacancy, vacancies[at] ?? missing(at)),
  };
}

const read = (statement: StatementSync, rank: number): readonly Found[] =>
  statement.all(rank).map(({ id, points: sum }) => ({ id: textOf(id), points: Number(sum) }));

const textOf = (value: SQLOutputValue | undefined): string => (typeof value === "string" ? value : "");
