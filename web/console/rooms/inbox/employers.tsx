/** Employers that wait for whoever is asked as their second person. */
import { Link } from "@tanstack/react-router";
import { Pages } from "../../parts/pages.tsx";
import { useRegions } from "../../parts/region.tsx";
import { Empty } from "../../parts/states.tsx";
import { Tag } from "../../parts/tag.tsx";
import { employerWords } from "../employers/words.ts";
import { inboxWords } from "./words.ts";

export function EmployersToVerify() {
  const words = inboxWords.use();
  const { faults, sentBack: sentBackWord, change } = employerWords.use();
  const regions = useRegions();
  return (
    <>
      <p class="quiet">{words.employersLead}</p>
      <Pages route="listEmployers" query={{ toVerify: "true" }} empty={<Empty title={words.nothingEmployers} />}>
        {(items) => (
          <ul class="list">
            {items.map(({ id, legalName, regencyCode, sentBack }) => (
              <li key={id}>
                <div class="row two" data-id={id}>
                  <div>
                    <p class="strong">{legalName}</p>
                    <p class="small quiet">{regions?.describeRegion(regencyCode)}</p>
                    {sentBack && (
                      <Tag tone="late">
                        {sentBackWord}: {faults[sentBack.reason]}
                      </Tag>
                    )}
                  </div>
                  <Link class="button" to="/pemberi-kerja/$id" params={{ id }}>
                    {sentBack ? change : words.verify}
                    <span class="unseen"> {legalName}</span>
                  </Link>
                </div>
              </li>
            ))}
          </ul>
        )}
      </Pages>
    </>
  );
}
