/** What touches many records: one page a row, then the row of the next page. */

import type { FanOut } from "../../store/outbox.ts";
import type { Deps } from "../deps.ts";
import { askContactAnew } from "./ask-contact-anew.ts";
import { closeRunOut } from "./close-run-out.ts";
import { followChangedEmployer } from "./follow-employer.ts";
import { beginCovers, handOverOfClient, handOverWork } from "./hand-over.ts";
import { keepColleague } from "./keep-colleague.ts";
import { moveToSurvivor } from "./move-to-survivor.ts";
import { openToAll } from "./open-to-all.ts";
import { recallOfAgreement } from "./recall-of-agreement.ts";
import { goOnWithCertificate, recallOfClient } from "./recall-of-client.ts";
import { passOn, recallHolds } from "./recall-of-vacancy.ts";
import { followChangedClient, followChangedVacancy } from "./recall-unfit.ts";
import { tellRunOut } from "./tell-run-out.ts";
import { vouchFor } from "./vouch-for.ts";
import { wakeOfAgreement } from "./wake-of-agreement.ts";
import { wakeWaiting } from "./wake-waiting.ts";

/** Works one page of a fan-out off and orders the next one. */
export async function fanOut(deps: Deps, ref: FanOut): Promise<void> {
  switch (ref.topic) {
    case "VACANCY_OPENED":
      return wakeWaiting(deps, ref);
    case "VACANCY_FILLED":
      return passOn(deps, ref);
    case "VACANCY_CLOSED":
      return recallHolds(deps, ref, "VACANCY_CLOSED");
    case "AGREEMENT_IN_FORCE":
      return wakeOfAgreement(deps, ref);
    case "AGREEMENT_RAN_OUT":
    case "AGREEMENT_TERMINATED":
      return recallOfAgreement(deps, ref);
    case "CONSENT_WITHDRAWN":
      return recallOfClient(deps, ref);
    case "CERTIFICATE_VERIFIED":
      return goOnWithCertificate(deps, ref.id);
    case "CLIENT_CHANGED":
      return followChangedClient(deps, ref);
    case "VACANCY_CHANGED":
      return followChangedVacancy(deps, ref);
    case "EMPLOYER_CHANGED":
      return followChangedEmployer(deps, ref);
    case "CONTACT_REPLACED":
      return askContactAnew(deps, ref);
    case "WORK_HANDED_OVER":
      return handOverWork(deps, ref);
    case "CLIENT_HANDED_OVER":
      return handOverOfClient(deps, ref);
    case "PLACEMENT_VOUCHED":
      return vouchFor(deps, ref);
    case "COLLEAGUE_NAMED":
      return keepColleague(deps, ref);
    case "EMPLOYER_VERIFIED":
      return openToAll(deps, ref);
    case "EMPLOYER_MERGED":
      return moveToSurvivor(deps, ref);
    case "VACANCY_RAN_OUT":
      return closeRunOut(deps, ref);
    case "RUNS_OUT":
      return tellRunOut(deps, ref);
    case "COVER_BEGAN":
      return beginCovers(deps, ref);
  }
}
