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
import { failuresByVacancy } from "./gate-facts.ts";
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
  if (proposals.length === 0) return [];
  const [certificates, ended, recorded] = await Promise.all([
    deps.store.certificates.ofClient(client.id),
    employersThatEndedWork(deps, placement),
    deps.store.vacancies.vacancies(proposals.map(({ vacancyId }) => vacancyId)),
  ]);
  const candidate = toMatchingClient(client, certificates, {});
  const terms = { today: todayIn(office, deps.now()) };
  const vacancies = recorded.filter((vacancy) => vacancy !== undefined);
  const failures = await failuresByVacancy(deps, client, office, vacancies);
  return proposals.flatMap((proposal, at) => {
    const vacancy = recorded[at];
    return vacancy
      ? [
          {
            ...proposal,
            warnings: (failures.get(vacancy.id) ?? []).map(({ code }) => refusalWithText(code)),
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
  });
}
