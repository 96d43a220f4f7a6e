/** What an officer needs to know of a proposed vacancy beyond its points. */
import type { Deps } from "../deps.ts";

type Proposals = readonly {
  vacancyId: string;
  employerId: string;
  points: number;
  reasons: { source: string; points: number }[];
}[];

/** Proposals with the words an officer needs; one whose vacancy is gone is left out. */
export async function describeProposals(deps: Deps, proposals: Proposals) {
  const found = await Promise.all(
    proposals.map(async (proposal) => {
      const vacancy = await deps.store.vacancies.vacancy(proposal.vacancyId);
      return vacancy
        ? [
            {
              ...proposal,
              title: vacancy.title,
              notes: vacancy.notes,
              description: vacancy.description,
              employerName: vacancy.employerName,
              recordCheck: vacancy.recordCheck,
              flags: vacancy.flags,
            },
          ]
        : [];
    }),
  );
  return found.flat();
}
