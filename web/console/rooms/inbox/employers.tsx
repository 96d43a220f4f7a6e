/** Employers that wait for whoever is asked as their second person. */
import { Link } from "@tanstack/react-router";
import { Pages } from "../../parts/pages.tsx";
import { useRegions } from "../../parts/region.tsx";
import { Empty } from "../../parts/states.tsx";
import { inboxWords } from "./words.ts";

export function EmployersToVerify() {
  const words = inboxWords.use();
  const regions = useRegions();
  return (
    <>
      <p class="quiet">{words.employersLead}</p>
      <Pages route="listEmployers" query={{ toVerify: "true" }} empty={<Empty title={words.nothingEmployers} />}>
        {(items) => (
          <ul class="list">
            {items.map(({ id, legalName, regencyCode }) => (
              <li key={id}>
                <div class="row two" data-id={id}>
                  <div>
                    <p class="strong">{legalName}</p>
                    <p class="small quiet">{regions?.describeRegion(regencyCode)}</p>
                  </div>
                  <Link class="button" to="/pemberi-kerja/$id" params={{ id }}>
                    {words.verify}
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
