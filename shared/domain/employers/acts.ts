/** The acts of staff on an employer. */
import { type Asker, type Offer, offersOn, type RecordAct, type Standing } from "../offices/acts.ts";

export type EmployerNow = {
  readonly kind: "EMPLOYER";
  /** Its record has become another one: every act is on that. */
  readonly merged: boolean;
  readonly unverified: boolean;
  /** Whether the asker has registered it. */
  readonly registered: boolean;
};

type Recorded = {
  readonly mergedInto?: string | undefined;
  readonly unverified?: true | undefined;
  readonly registeredBy?: string | undefined;
};

/** An employer as its acts see it. */
export const employerNow = ({ mergedInto, unverified, registeredBy }: Recorded, staffId: string): EmployerNow => ({
  kind: "EMPLOYER",
  merged: mergedInto !== undefined,
  unverified: unverified === true,
  registered: registeredBy === staffId,
});

const unlessMerged = ({ merged }: EmployerNow): Standing => (merged ? "ABSENT" : "FREE");

const employerActs = [
  [
    "verifyEmployer",
    {
      action: "verifyEmployer",
      standing: ({ merged, unverified, registered }) => {
        if (merged || !unverified) return "ABSENT";
        return registered ? "SECOND_PERSON_REQUIRED" : "FREE";
      },
    },
  ],
  ["openVacancy", { action: "openVacancy", creates: true, standing: unlessMerged }],
  ["recordAgreement", { action: "recordAgreement", creates: true, standing: unlessMerged }],
  ["changeEmployer", { action: "changeEmployer", standing: unlessMerged }],
  ["mergeEmployer", { action: "mergeEmployer", standing: unlessMerged }],
] as const satisfies readonly (readonly [string, RecordAct<EmployerNow>])[];

export type EmployerAct = (typeof employerActs)[number][0];
export const employerActNames: readonly EmployerAct[] = employerActs.map(([name]) => name);

/** What somebody may do about an employer now. */
export const actsOnEmployer = (asker: Asker, state: EmployerNow): readonly Offer<EmployerAct>[] =>
  offersOn(asker, employerActs, state);
