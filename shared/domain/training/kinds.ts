/** What a training can be, as plain tables: the browser reads them as they are. */

/** From where whoever teaches comes: the ministry, the training centre, a trade, or the unit itself. */
export const instructorSources = ["KEMNAKER", "TRAINING_CENTER", "PRACTITIONER", "UNIT"] as const;

/** Where it is held; `VOCATIONAL_CORNER`: the corner for vocational training within a Lapas or Rutan. */
export const trainingSiteKinds = ["BLK", "LAPAS_WORKSHOP", "VOCATIONAL_CORNER", "EMPLOYER_WORKSHOP"] as const;

export const batchStatuses = ["OPEN", "COMPLETED", "CANCELLED"] as const;
export type BatchStatus = (typeof batchStatuses)[number];

/** `WAITING`: for a seat that comes free. `LEFT`: before the end, which is no failure. */
export const participantStates = ["ENROLLED", "WAITING", "LEFT", "COMPLETED", "NOT_COMPLETED"] as const;
export type ParticipantState = (typeof participantStates)[number];

/** A class is no larger. */
export const mostSeats = 60;
/** So many results are recorded in one act: with a certificate for each they still are one transaction. */
export const mostResults = 12;
