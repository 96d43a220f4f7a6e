/** Who may do what to whose records: one table, one total function. */
import type { StaffRole } from "./roles.ts";

/** How a member of staff stands to a record: it is their own client's, of their office, or of another office. */
export const relations = ["own", "office", "other"] as const;
export type Relation = (typeof relations)[number];

/**
 * For each action and role the widest relation that is allowed; no entry: never. Within an office the officers stand in
 * for each other (leave, illness), and the audit names who acted; what belongs to another office does not exist.
 * An administrator is of the whole: nothing of an office is theirs, what belongs to no office is.
 */
export const accessTable = {
  readMe: { officer: "other", supervisor: "other", trainer: "other", administrator: "other" },
  readStaff: { officer: "office", supervisor: "office" },
  coverStaff: { officer: "office", supervisor: "office" },
  changeOffice: { supervisor: "office" },
  handOver: { supervisor: "office" },
  readInbox: { officer: "office", supervisor: "office" },
  readClients: { officer: "office", supervisor: "office", trainer: "office" },
  readClient: { officer: "office", supervisor: "office" },
  changeClient: { officer: "office", supervisor: "office" },
  recordContact: { officer: "office", supervisor: "office" },
  requestTransfer: { officer: "office", supervisor: "office" },
  readReports: { officer: "office", supervisor: "office" },
  readTransfers: { supervisor: "office" },
  readStatusDocument: { officer: "office", supervisor: "office" },
  registerClient: { officer: "office", supervisor: "office" },
  recordConsent: { officer: "office", supervisor: "office" },
  readCertificates: { officer: "office", supervisor: "office", trainer: "office" },
  recordCertificate: { officer: "office", supervisor: "office", trainer: "office" },
  verifyCertificate: { officer: "office", supervisor: "office" },
  readEmployers: { officer: "other", supervisor: "other" },
  verifyEmployer: { officer: "other", supervisor: "other" },
  changeEmployer: { officer: "other", supervisor: "other" },
  mergeEmployer: { supervisor: "other" },
  registerEmployer: { officer: "other", supervisor: "other" },
  readOrganisations: { officer: "other", supervisor: "other", administrator: "other" },
  registerOrganisation: { administrator: "other" },
  changeOrganisation: { administrator: "other" },
  readAgreements: { officer: "office", supervisor: "office" },
  recordAgreement: { supervisor: "office" },
  readVacancies: { officer: "other", supervisor: "other", trainer: "other" },
  readVacancy: { officer: "other", supervisor: "other" },
  changeVacancy: { officer: "office", supervisor: "office" },
  openVacancy: { officer: "office", supervisor: "office" },
  closeVacancy: { officer: "office", supervisor: "office" },
  readCandidates: { officer: "office", supervisor: "office" },
  readMatching: { officer: "office", supervisor: "office" },
  readTraining: { officer: "office", supervisor: "office", trainer: "office" },
  enrolParticipants: { officer: "office", supervisor: "office", trainer: "office" },
  runTraining: { supervisor: "office", trainer: "office" },
  readPlacements: { officer: "office", supervisor: "office" },
  startPlacement: { officer: "office", supervisor: "office" },
  approveShortlist: { officer: "office", supervisor: "office" },
  answerForClient: { officer: "office", supervisor: "office" },
  answerForEmployer: { officer: "office", supervisor: "office" },
  recordInterview: { officer: "office", supervisor: "office" },
  confirmStart: { officer: "office", supervisor: "office" },
  verifyPlacement: { supervisor: "office" },
  withdrawPlacement: { officer: "office", supervisor: "office" },
  reviewPlacement: { officer: "office", supervisor: "office" },
  recordFollowUp: { officer: "office", supervisor: "office" },
} as const satisfies Record<string, Partial<Record<StaffRole, Relation>>>;

export type Action = keyof typeof accessTable;

const isAction = (name: string): name is Action => name in accessTable;
/** Every action of the table. */
export const actions: readonly Action[] = Object.keys(accessTable).filter(isAction);

const width = { own: 0, office: 1, other: 2 } as const satisfies Record<Relation, number>;

/** Whether a role may take an action on a record that stands to it in this relation. */
export function isAllowed(role: StaffRole, action: Action, relation: Relation): boolean {
  const row: Partial<Record<StaffRole, Relation>> = accessTable[action];
  const widest = row[role];
  return widest !== undefined && width[relation] <= width[widest];
}

/** Whether a role may ever take an action. */
export const mayEver = (role: StaffRole, action: Action): boolean => isAllowed(role, action, "own");

/** How somebody of an office stands to a record of an office. */
export function relationOf(
  who: { readonly id: string; readonly officeId: string },
  record: { readonly officeId: string; readonly officerId?: string },
): Relation {
  if (record.officeId !== who.officeId) return "other";
  return record.officerId === who.id ? "own" : "office";
}
