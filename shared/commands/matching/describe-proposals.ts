/** What an officer needs to know of a proposed vacancy beyond its points. */

import type { Client } from "../../domain/clients/client.ts";
import { findRegency } from "../../domain/identifiers/regions.ts";
import { toMatchingClient } from "../../domain/matching/from-records.ts";
import { hasSkill, isCertified } from "../../domain/matching/rules.ts";
import type { Office } from "../../domain/offices/office.ts";
import type { Placement } from "../../domain/placements/placement.ts";
import { unitTitle } from "../../domain/reference/competence-catalogue.ts";
import { nearness } from "../../domain/reference/reach.ts";
import { findSkill } from "../../domain/reference/skills.ts";
import type { Deps } from "../deps.ts";
import { todayIn } from "../office-times.ts";
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
  const certificates = proposals.length > 0 ? await deps.store.certificates.ofClient(client.id) : [];
  const candidate = toMatchingClient(client, certificates, {});
  const terms = { today: todayIn(office, deps.now()) };
  const ended = proposals.length > 0 ? await employersThatEndedWork(deps, placement) : new Map<string, string>();
  const found = await Promise.all(
    proposals.map(async (proposal) => {
      const vacancy = await deps.store.vacancies.vacancy(proposal.vacancyId);
      return vacancy
        ? [
            {
              ...proposal,
              warnings: (await gateFailures(deps, client, office, [vacancy])).map(({ code }) => refusalWithText(code)),
              asked: {
                skills: vacancy.requirements.skills.map((code) => ({
                  code,
                  text: findSkill(code)?.name ?? { id: code, en: code },
                  has: hasSkill(candidate, code, terms),
                  certified: isCertified(candidate, code, terms),
                })),
                units: vacancy.requirements.units.map((code) => ({ code, title: unitTitle(code) })),
              },
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
