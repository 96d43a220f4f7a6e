/** Every key of every item, in one place. The partition goes by aggregate; offices stand in the indexes. */
import { entryOf, kindOfId } from "../domain/processes.ts";
import type { Key } from "./dynamodb.ts";
import type { ItemName } from "./tables.ts";

const pad = (value: number, width: number): string => String(value).padStart(width, "0");

export const keys = {
  staff: (issuer: string, subject: string): Key => ({ pk: `STAFF#${issuer}#${subject}`, sk: "-" }),
  office: (id: string): Key => ({ pk: `OFFICE#${id}`, sk: "PROFILE" }),
  notice: (staffId: string, lastDay: string, recordId: string, step: number): Key => ({
    pk: `NOTICES#${staffId}`,
    sk: `${lastDay}#${recordId}#${step}`,
  }),
  mailsToStaff: (staffId: string): Key => ({ pk: `MAILS#${staffId}`, sk: "-" }),
  movedAway: (officeId: string, staffId: string): Key => ({ pk: `OFFICE#${officeId}`, sk: `MOVED#${staffId}` }),
  lookups: (staffId: string): Key => ({ pk: `LOOKUPS#${staffId}`, sk: "-" }),
  officeReport: (id: string, week: string): Key => ({ pk: `OFFICE#${id}`, sk: `REPORT#${week}` }),
  client: (id: string): Key => ({ pk: `CL#${id}`, sk: "PROFILE" }),
  nik: (lookup: string): Key => ({ pk: `NIK#${lookup}`, sk: "LOCK" }),
  registerNumber: (officeId: string, number: string): Key => ({ pk: `OFFICE#${officeId}#REGISTER#${number}`, sk: "LOCK" }),
  /** Whoever is alike by one keyed hash. */
  clientLikeness: (hash: string, id: string): Key => ({ pk: `LIKE#${hash}`, sk: `CL#${id}` }),
  employerLikeness: (hash: string, id: string): Key => ({ pk: `LIKE#${hash}`, sk: `EM#${id}` }),
  /** A word by which an office finds a client; words of one first letter stand together, in their order. */
  clientWord: (officeId: string, word: string, id: string): Key => ({
    pk: `SEARCH#${officeId}#${word.slice(0, 1)}`,
    sk: `${word}#${id}`,
  }),
  /** What a word of a client's name is near by: its beginning, whole or with one letter taken out. */
  clientNearWord: (officeId: string, near: string, id: string): Key => ({ pk: `NEAR#${officeId}#${near}`, sk: `CL#${id}` }),
  employerWord: (provinceCode: string, word: string, id: string): Key => ({
    pk: `SEARCH#PROVINCE#${provinceCode}#${word.slice(0, 1)}`,
    sk: `${word}#${id}`,
  }),
  unverifiedEmployer: (provinceCode: string, id: string): Key => ({ pk: `UNVERIFIED#PROVINCE#${provinceCode}`, sk: id }),
  /** @param place the province, or the office within which it stays */
  vacancyWord: (place: string, word: string, id: string): Key => ({
    pk: `SEARCH#VACANCY#${place}#${word.slice(0, 1)}`,
    sk: `${word}#${id}`,
  }),
  consent: (clientId: string, purpose: string, recipient: string, id: string): Key => ({
    pk: `CL#${clientId}`,
    sk: `CONSENT#${purpose}#${recipient}#${id}`,
  }),
  contactMade: (clientId: string, at: string, id: string): Key => ({ pk: `CL#${clientId}`, sk: `CONTACT#${at}#${id}` }),
  certificate: (clientId: string, id: string): Key => ({ pk: `CL#${clientId}`, sk: `CERT#${id}` }),
  /** Which client a certificate belongs to: certificates are addressed by their own id. */
  certificateOwner: (id: string): Key => ({ pk: `CERT#${id}`, sk: "OWNER" }),
  certificateNumber: (number: string): Key => ({ pk: `CERTNO#${number}`, sk: "LOCK" }),
  transfer: (id: string): Key => ({ pk: `TR#${id}`, sk: "-" }),
  batch: (id: string): Key => ({ pk: `TB#${id}`, sk: "-" }),
  /** In which batch of a training a client is. */
  enrolment: (clientId: string, batchId: string): Key => ({ pk: `CL#${clientId}`, sk: `TB#${batchId}` }),
  /** What of a batch counts for its agreement. */
  batchOfAgreement: (agreementId: string, batchId: string): Key => ({ pk: `AG#${agreementId}`, sk: `TB#${batchId}` }),
  attempt: (clientId: string, attempt: number): Key => ({ pk: `CL#${clientId}`, sk: `PL#${pad(attempt, 4)}` }),
  employer: (id: string): Key => ({ pk: `EM#${id}`, sk: "PROFILE" }),
  organisation: (id: string): Key => ({ pk: `OR#${id}`, sk: "PROFILE" }),
  organisationWord: (word: string, id: string): Key => ({
    pk: `SEARCH#ORGANISATION#${word.slice(0, 1)}`,
    sk: `${word}#${id}`,
  }),
  organisationLikeness: (text: string, id: string): Key => ({ pk: `LIKE#ORGANISATION#${text}`, sk: `OR#${id}` }),
  organisationOfOffice: (officeId: string): Key => ({ pk: `OFFICE#${officeId}#ORGANISATION`, sk: "LOCK" }),
  agreement: (id: string): Key => ({ pk: `AG#${id}`, sk: "-" }),
  vacancy: (id: string): Key => ({ pk: `VA#${id}`, sk: "VACANCY" }),
  employerVacancy: (employerId: string, vacancyId: string): Key => ({ pk: `EM#${employerId}`, sk: `VACANCY#${vacancyId}` }),
  unverifiedVacancy: (employerId: string, vacancyId: string): Key => ({ pk: `EM#${employerId}`, sk: `VA#${vacancyId}` }),
  karirhub: (reference: string): Key => ({ pk: `KARIRHUB#${reference}`, sk: "LOCK" }),
  karirhubEmployer: (reference: string): Key => ({ pk: `KARIRHUB-EM#${reference}`, sk: "LOCK" }),
  hold: (vacancyId: string, placementId: string): Key => ({ pk: `VA#${vacancyId}`, sk: `HOLD#${placementId}` }),
  /** A placement or a follow-up: both are processes with states and waits. */
  state: (processId: string): Key => ({ pk: processPartition(processId), sk: "STATE" }),
  wait: (processId: string, waitNo: number): Key => ({ pk: processPartition(processId), sk: `WAIT#${pad(waitNo, 4)}` }),
  receipt: (processId: string, version: number): Key => ({ pk: processPartition(processId), sk: `RECEIPT#${pad(version, 6)}` }),
  sentMail: (placementId: string, at: string, id: string): Key => ({ pk: processPartition(placementId), sk: `MAIL#${at}#${id}` }),
  shortlist: (placementId: string, no: number): Key => ({ pk: processPartition(placementId), sk: `SHORTLIST#${no}` }),
  link: (id: string): Key => ({ pk: `LINK#${id}`, sk: "-" }),
  linkCode: (hash: string): Key => ({ pk: `CODE#${hash}`, sk: "-" }),
  questionSlot: (contact: string): Key => ({ pk: `ASKED#${contact}`, sk: "-" }),
  /** Of a link, or of an address. */
  tries: (counter: string, hour: string): Key => ({ pk: `TRIES#${counter}`, sk: hour }),
  idempotency: (subject: string, route: string, key: string): Key => ({ pk: `IDEM#${subject}#${route}#${key}`, sk: "-" }),
  audit: (aggregate: string, version: number): Key => ({ pk: aggregate, sk: pad(version, 6) }),
  outbox: (id: string): Key => ({ pk: `OB#${id}`, sk: "-" }),
} as const satisfies Readonly<Record<ItemName, (...parts: never[]) => Key>>;

const processPartition = (id: string): string => `${entryOf(kindOfId(id)).partition}#${id}`;

/** The pending rows of the outbox are spread over so many partitions. */
export const outboxShards = 4;
/** The waits that fall due are spread over so many partitions. */
export const dueShards = 8;

/** A shard for an id: the same id always falls in the same one. */
export function shardOf(id: string, shards: number): number {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + character.charCodeAt(0)) % 65_521;
  return sum % shards;
}
