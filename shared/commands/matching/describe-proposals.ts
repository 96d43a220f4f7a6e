/** What an officer needs to know of a proposed vacancy beyond its points. */

import type { Client } from "../../domain/clients/client.ts";
import { findRegency } from "../../domain/identifiers/regions.ts";
import type { Office } from "../../domain/offices/office.ts";
import type { Placement } from "../../domain/placements/placement.ts";
import { nearness } from "../../domain/reference/reach.ts";
import type { Deps } from "../deps.ts";
import { employersThatEndedWork } from "./ended-work.ts";
import { gateFailures } from "./gate-facts.ts";
import { refusalWithText } from "./with-texts.ts";

type Proposals = readonly {
  vacancyId: string;
  employerId: string;
  points: number;
  reasons: { source: string; points: number }[];
}[];

/** Proposals with the words an officer needs; one whose vacancy is gone is left out. */
export async function describeProposals(
  deps: Deps,
  placement: Pick<Placement, "id" | "clientId">,
  { client, office }: { readonly client: Client; readonly office: Office },
  proposals: Proposals,
) {
  const ended = proposals.length > 0 ? await employersThatEndedWork(deps, placement) : new Map<string, string>();
  const found = await Promise.all(
    proposals.map(async (proposal) => {
      const vacancy = await deps.store.vacancies.vacancy(proposal.vacancyId);
      return vacancy
        ? [
            {
              ...proposal,
              warnings: (await gateFailures(deps, client, office, [vacancy])).map(({ code }) => refusalWithText(code)),
              title: vacancy.title,
              notes: vacancy.notes,
              description: vacancy.description,
              employerName: vacancy.employerName,
              region: findRegency(vacancy.regencyCode)?.name,
              nearness: nearness(client.domicile.regencyCode, vacancy.regencyCode),
              wage: vacancy.wage,
              recordCheck: vacancy.recordCheck,
              flags: vacancy.flags,
              endedWorkOn: ended.get(proposal.employerId),
            },
          ]
        : [];
    }),
  );
  return found.flat();
}
